import { afterLabel } from "./after-label.ts";
import { figures, percent, those } from "./english-grammar.ts";
import type { NationBase } from "./told-nation.ts";
import type { StoryWords, ToldAgainst, ToldAnswer } from "./told-story.ts";

export const englishStory: StoryWords = {
  majority(label, answers, base) {
    const [first, ...others] = answers;
    if (!first) return "";
    if (others.length === 0) {
      return `${afterLabel(label, `more than half ${quoted(first)}, ${ofWhole(first, base)}`)}.`;
    }
    const each = answers.map((answer) => `${quoted(answer)} (${figures.format(answer.count)})`);
    const count = answers.reduce((sum, answer) => sum + answer.count, 0);
    const whole = `${percent(count, first.whole)} of ${membersOf(first.whole, base)}`;
    return `${afterLabel(label, `more than half ${each.join(" or ")}, together ${whole}`)}.`;
  },
  common(label, [first, ...others], base) {
    if (!first) return "";
    const lead = `most common is ${quoted(first)}, ${ofWhole(first, base)}`;
    const then = others.map((each) => `${quoted(each)}, ${share(each)}`);
    const rest = then.length === 0 ? "" : ` Then ${then.join("; ")}.`;
    return `${afterLabel(label, lead)}.${rest}`;
  },
  next: (answer) => `Then ${quoted(answer)}, ${inBrief(answer)}.`,
  rarest: (answer) => `Least common is ${quoted(answer)}, ${inBrief(answer)}.`,
  more: (answers, base) => `More common than ${compared(base)}: ${inList(answers)}.`,
  less: (answers, base) => `Less common than ${compared(base)}: ${inList(answers)}.`,
};

function compared({ place, noun }: NationBase): string {
  if (place !== null) {
    return noun === "meeting" ? "in the municipalities together" : "in the nation";
  }
  return `${noun === "client" ? "among" : "in"} all ${noun}s`;
}

function inList(answers: readonly ToldAgainst[]): string {
  return answers
    .map(({ own, all }) => `${quoted(own)}, ${inBrief(own)} against ${inBrief(all)}`)
    .join("; ");
}

/** “62 per cent, 1,902 of 3,066 cases where the question is answered” */
function ofWhole({ count, whole }: ToldAnswer, base: NationBase): string {
  return `${percent(count, whole)}, ${figures.format(count)} of ${membersOf(whole, base)}`;
}

function membersOf(whole: number, base: NationBase): string {
  const among = base.subgroup === null ? those(whole, base) : `${base.subgroup} answered`;
  return `${figures.format(whole)} ${among}`;
}

function inBrief(answer: ToldAnswer): string {
  return `${share(answer)} (${figures.format(answer.count)})`;
}

function share({ count, whole }: ToldAnswer): string {
  return count === 0 ? "0 per cent" : percent(count, whole);
}

function quoted({ label }: ToldAnswer): string {
  return `“${label}”`;
}
