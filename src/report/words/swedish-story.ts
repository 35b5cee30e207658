import { afterLabel } from "./after-label.ts";
import { figures, percent, those } from "./swedish-grammar.ts";
import { swedishNouns } from "./swedish-nouns.ts";
import type { NationBase } from "./told-nation.ts";
import type { StoryWords, ToldAgainst, ToldAnswer } from "./told-story.ts";

export const swedishStory: StoryWords = {
  majority(label, answers, base) {
    const [first, ...others] = answers;
    if (!first) return "";
    if (others.length === 0) {
      return `${afterLabel(label, `mer än hälften ${quoted(first)}, ${ofWhole(first, base)}`)}.`;
    }
    const each = answers.map((answer) => `${quoted(answer)} (${figures.format(answer.count)})`);
    const count = answers.reduce((sum, answer) => sum + answer.count, 0);
    const whole = `${percent(count, first.whole)} av ${membersOf(first.whole, base)}`;
    return `${afterLabel(label, `mer än hälften ${each.join(" eller ")}, tillsammans ${whole}`)}.`;
  },
  common(label, [first, ...others], base) {
    if (!first) return "";
    const lead = `vanligast är ${quoted(first)}, ${ofWhole(first, base)}`;
    const then = others.map((each) => `${quoted(each)}, ${share(each)}`);
    const rest = then.length === 0 ? "" : ` Därefter ${then.join("; ")}.`;
    return `${afterLabel(label, lead)}.${rest}`;
  },
  next: (answer) => `Därefter ${quoted(answer)}, ${inBrief(answer)}.`,
  rarest: (answer) => `Minst vanligt är ${quoted(answer)}, ${inBrief(answer)}.`,
  more: (answers, base) => `Vanligare än ${compared(base)}: ${inList(answers)}.`,
  less: (answers, base) => `Mindre vanligt än ${compared(base)}: ${inList(answers)}.`,
};

function compared({ place, noun }: NationBase): string {
  if (place !== null) return noun === "meeting" ? "i kommunerna tillsammans" : "i riket";
  return `${noun === "client" ? "bland" : "i"} alla ${swedishNouns[noun].several}`;
}

function inList(answers: readonly ToldAgainst[]): string {
  return answers
    .map(({ own, all }) => `${quoted(own)}, ${inBrief(own)} mot ${inBrief(all)}`)
    .join("; ");
}

/** «62 procent (1 902 av 3 066 ärenden med svar)» */
function ofWhole({ count, whole }: ToldAnswer, base: NationBase): string {
  return `${percent(count, whole)} (${figures.format(count)} av ${membersOf(whole, base)})`;
}

function membersOf(whole: number, base: NationBase): string {
  const among = base.subgroup === null ? those(whole, base) : `${base.subgroup} med svar`;
  return `${figures.format(whole)} ${among}`;
}

function inBrief(answer: ToldAnswer): string {
  return `${share(answer)} (${figures.format(answer.count)})`;
}

function share({ count, whole }: ToldAnswer): string {
  return count === 0 ? "0 procent" : percent(count, whole);
}

function quoted({ label }: ToldAnswer): string {
  return `«${label}»`;
}
