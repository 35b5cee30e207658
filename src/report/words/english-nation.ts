import { leastForPublishedMeans, leastForPublishedShares } from "../small-numbers.ts";
import { afterLabel, capitalised } from "./after-label.ts";
import { decimal, figures, noun, number, partOf, percent, those } from "./english-grammar.ts";
import { type Finding, findingOf } from "./finding.ts";
import type {
  Both,
  NationBase,
  NationWords,
  ToldAnswers,
  ToldCounts,
  ToldOfNation,
  ToldSame,
} from "./told-nation.ts";

const hidden = "The number is not shown, since somebody might be recognised.";

export const englishOfNation: NationWords = {
  share,
  mean,
  answers,
  countsAlone,
  same,

  hidden,
  mark: `“..”: ${hidden}`,

  among: (question, given, { noun }) =>
    `Concerns ${noun}s where the answer to “${question}” is ${either(given.map(quoted))}.`,
  counted: (given, kind) =>
    `${given.join(" and ")}: counted in the ${kind === "share" ? "share" : "shares"}.`,
  severalAnswers: "Several answers may be given.",
  rareNotTold: (base) => `Rarer answers are shown for ${wholeOf(base)} alone.`,
  noDifference: (kind) =>
    kind === "share"
      ? "The difference is not greater than the uncertainty."
      : "No difference is greater than the uncertainty.",
  sameIsNotNothing: "That the answer is the same need not mean that nothing has changed.",

  either,
  versus: (after, before, where) =>
    `${after}, compared with ${before}${where === null ? "" : `, ${where}`}`,
  where: (question, given) => `where the answer to “${question}” is ${either(given.map(quoted))}`,
  own: (base) => base.place ?? capitalised(group(base)),
  all: (base) =>
    base.place === null
      ? capitalised(group({ ...base, subgroup: null }))
      : capitalised(wholeOf(base)),
  whole,
  against: (own, all) => `${own} against ${all}`,
  decimal,
  averageAxis: "Mean.",
};

function share(told: ToldOfNation): Finding {
  const { label, base, own } = told;
  if (own.whole === 0) return findingOf(label, "no answer");
  const message = afterLabel(label, shortly(told));
  if (base.subgroup !== null) {
    return { message, sentence: `${afterLabel(label, againstAll(told))}.` };
  }
  return { message, sentence: `${afterLabel(label, ofWhole(own, base))}.${inNation(told)}` };
}

function mean({ label, base, own, all }: ToldOfNation): Finding {
  if (own.whole === 0) return findingOf(label, "no answer");
  if (own.whole < leastForPublishedMeans) {
    const sum = `${number(own.part)} in all in ${whole(own.whole, base)}`;
    return { message: label, sentence: `${afterLabel(label, sum)}.` };
  }
  const value = `on average ${averageOf(own)}`;
  if (base.subgroup === null) {
    const message = afterLabel(label, value);
    const short = all ? `, against ${averageOf(all)} in ${wholeOf(base)}` : "";
    const beside = all
      ? ` In ${wholeOf(base)}: ${averageOf(all)} (${figures.format(all.whole)}).`
      : "";
    return {
      message: `${message}${short}`,
      sentence: `${message}, over ${whole(own.whole, base)}.${beside}`,
    };
  }
  const ofAll = { ...base, subgroup: null };
  const inGroup = (side: Both, of: NationBase) =>
    `${averageOf(side)} in ${group(of)} (${figures.format(side.whole)} ${answered(of)})`;
  const against = all ? `, against ${inGroup(all, ofAll)}` : "";
  const short = all ? `, against ${averageOf(all)} in all` : "";
  return {
    message: afterLabel(label, `${value} in ${group(base)}${short}`),
    sentence: `${afterLabel(label, `on average ${inGroup(own, base)}${against}`)}.`,
  };
}

function averageOf({ part, whole }: Both): string {
  return decimal(part / whole);
}

function answers(told: ToldAnswers): Finding {
  const { label, base, own, most, isPartial, next, difference } = told;
  if (own.whole === 0) return findingOf(label, "no answer");
  if (most.length === 0) {
    return findingOf(label, `no known answer among ${whole(own.whole, base)}`);
  }
  const lead = mostCommon(told);
  const found = base.subgroup === null ? ofWhole(own, base) : againstAll(told);
  const sentences = [`${afterLabel(label, `${lead} ${found}`)}.${inNation(told)}`];
  if (next) sentences.push(`Next comes ${quoted(next.label)}, ${inBrief(next.own)}.`);
  if (difference && !most.includes(difference.label)) {
    const [one, other] = [inBrief(difference.own), inBrief(difference.all)];
    sentences.push(
      `Greatest difference${isPartial ? " of the answers shown" : ""}: ${quoted(difference.label)}, ${one} against ${other} ${ofTheOthers(base)}.`,
    );
  }
  const sentence = sentences.join(" ");
  if (!difference) {
    return { message: afterLabel(label, `${lead} ${shortly(told)}`), sentence };
  }
  const differs = `${quoted(difference.label)} in ${shortly({ ...told, ...difference, label })}`;
  return { message: afterLabel(label, differs), sentence };
}

function countsAlone({ label, base, most, count, isPartial, isAlone }: ToldCounts): Finding {
  const lead = isAlone ? `${most.map(quoted).join("")},` : mostCommon({ most, isPartial });
  return findingOf(label, `${lead} ${number(count)} ${members(base)}`);
}

function same({ before, after, base, own, where }: ToldSame): Finding {
  const again = `same answer as “${before}”`;
  const both = `${base.isClosed ? "closed " : ""}cases with a known answer both times`;
  const cases = where === null ? both : `${both}, ${where}`;
  const among = `${partOf(own.part, own.whole)} ${cases}`;
  const short = isEnough(own) ? `${percentOf(own)} of ${cases}` : among;
  return {
    message: afterLabel(after, `${again}, ${short}`),
    sentence: `${afterLabel(after, `${again}, ${withShare(own, among)}`)}.`,
  };
}

/** For the title: “20 per cent of the cases answered” · “27 per cent of cases concerning men, against 20 per cent of all”. */
function shortly({ base, own, all }: ToldOfNation): string {
  if (!isEnough(own)) return `${partOf(own.part, own.whole)} ${members(base)}`;
  if (base.subgroup === null) {
    const beside = all && isEnough(all) ? `, against ${percentOf(all)} in ${wholeOf(base)}` : "";
    return `${percentOf(own)} of the ${members(base)} ${answered(base)}${beside}`;
  }
  const beside = all && isEnough(all) ? `, against ${percentOf(all)} of all` : "";
  return `${percentOf(own)} of ${group(base)}${beside}`;
}

function isEnough({ whole }: Both): boolean {
  return whole >= leastForPublishedShares;
}

/** “20 per cent, 612 of 3,058 cases where the question is answered” */
function ofWhole(own: Both, base: NationBase): string {
  return withShare(own, `${partOf(own.part, own.whole)} ${membersAnswering(own.whole, base)}`);
}

/** “27 per cent of cases concerning men (50 of 185 answered), against 20 per cent of all cases (…)” */
function againstAll({ base, own, all }: ToldOfNation): string {
  const ofAll = { ...base, subgroup: null };
  const against = all ? `, against ${ofGroup(all, ofAll)}` : "";
  return `${ofGroup(own, base)}${against}`;
}

function ofGroup(side: Both, base: NationBase): string {
  const { part, whole } = side;
  if (!isEnough(side)) {
    return `${partOf(part, whole)} ${members(base)} (${answered(base)})`;
  }
  const counts = `${figures.format(part)} of ${figures.format(whole)}`;
  return `${percentOf(side)} of ${group(base)} (${counts} ${answered(base)})`;
}

/** “27 per cent (830)” */
function inBrief(side: Both): string {
  const count = figures.format(side.part);
  return !isEnough(side) ? count : `${percentOf(side)} (${count})`;
}

/** “ In the nation: 20 per cent (612 of 3,058).”, after what is said of a place. */
function inNation({ base, all }: ToldOfNation): string {
  if (base.place === null || all === null || all.whole === 0) return "";
  const counts = `${figures.format(all.part)} of ${figures.format(all.whole)}`;
  return ` In ${wholeOf(base)}: ${isEnough(all) ? `${percentOf(all)} (${counts})` : counts}.`;
}

function ofTheOthers(base: NationBase): string {
  return base.place === null ? `of ${group({ ...base, subgroup: null })}` : `in ${wholeOf(base)}`;
}

/** What a place is held against: meetings are told of those who took part, and never of the nation. */
function wholeOf({ noun }: Pick<NationBase, "noun">): string {
  return noun === "meeting" ? "the municipalities together" : "the nation";
}

function withShare(own: Both, among: string): string {
  const isPlain = !isEnough(own) || own.part === 0 || own.part === own.whole;
  return isPlain ? among : `${percentOf(own)}, ${among}`;
}

function mostCommon({ most, isPartial }: Pick<ToldAnswers, "most" | "isPartial">): string {
  const of = isPartial ? " of the answers shown" : "";
  if (most.length > 2) return `${number(most.length)} answers${of} are equally common, each`;
  if (most.length === 2) return `most common${of} are ${most.map(quoted).join(" and ")}, each`;
  return `most common${of} is ${most.map(quoted).join("")},`;
}

function percentOf({ part, whole }: Both): string {
  if (part === 0 || part === whole) return part === 0 ? "0 per cent" : "100 per cent";
  return percent(part, whole);
}

/** “2,610 cases where the question is answered” · “seven cases concerning men (answered)” */
function whole(count: number, base: NationBase): string {
  if (base.subgroup === null) return `${number(count)} ${membersAnswering(count, base)}`;
  return `${number(count)} ${members(base)} (${answered(base)})`;
}

/** “all closed cases” · “closed cases concerning men” */
function group(base: NationBase): string {
  return base.subgroup === null ? `all ${members(base)}` : members(base);
}

function members({ noun, isClosed, subgroup }: NationBase): string {
  if (noun === "client") return subgroup === null ? "clients" : `clients in ${subgroup}`;
  return `${isClosed ? "closed " : ""}${subgroup ?? `${noun}s`}`;
}

/** Of a place clients too are counted by their valid answers. */
function membersAnswering(count: number, base: NationBase): string {
  const isOfPlace = base.noun === "client" && base.place !== null;
  return isOfPlace ? `${noun(count, base)} ${answered(base)}` : those(count, base);
}

function answered({ noun, kind, place }: NationBase): string {
  if (noun === "client" && place === null) return "who have answered";
  return kind === "answered" ? "answered" : "with a known answer";
}

function either(labels: readonly string[]): string {
  const last = labels.at(-1) ?? "";
  // A label may hold a comma of its own.
  const between = labels.some((label) => label.includes(", ")) ? "; " : ", ";
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(between)} or ${last}`;
}

function quoted(label: string): string {
  return `“${label}”`;
}
