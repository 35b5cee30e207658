import type { SafeChain } from "#disclosure";
import type { Finding } from "../words/finding.ts";
import type { ToldAnswers } from "../words/told-nation.ts";
import { nationWordsOf, wordsOf } from "../words/words-of.ts";
import type { AnswerRow } from "./answer-rows.ts";
import { wholeOf } from "./figure-chain.ts";
import { bothOf, type NationSubject, remarksOf } from "./nation-subject.ts";

/** What published answers say: the most common, and where a subgroup or a place differs. */
export function tellAnswers(
  subject: NationSubject,
  chain: SafeChain,
  rows: readonly AnswerRow[],
  allChain: SafeChain | null,
): Finding {
  const { language, base } = subject;
  const words = nationWordsOf(language);
  const label = subject.label[language];
  const hidden = { message: label, sentence: words.hidden };
  const whole = wholeOf(subject, chain);
  const options = rows.filter(({ isMissing }) => !isMissing);
  if (options.length === 0) {
    const { eligible } = chain;
    if (base.place !== null || whole === null || eligible === null) return hidden;
    return wordsOf(language).registered({ label, base, count: whole, total: eligible });
  }
  if (whole === null && base.place === null) return hidden;
  const shown = shownOf(subject, options);
  if (shown === null || (whole === null && shown.count === 0)) return hidden;
  const told = whole === null ? null : toldOf(subject, whole, options, shown, allChain);
  const { message, sentence } = told
    ? words.answers(told)
    : words.countsAlone({ label, base, ...shown, most: namesOf(shown.most, language) });
  const sentences = [sentence];
  if (whole !== 0 && subject.question.type === "multiple") sentences.push(words.severalAnswers);
  if (told?.difference === null && options.some(isCompared)) {
    sentences.push(words.noDifference("frequencies"));
  }
  if (isWithoutRare(subject, options)) sentences.push(words.rareNotTold(subject.base));
  sentences.push(...remarksOf(subject, chain, "frequencies"));
  if (whole === null || rows.some(isSomewhereHidden)) sentences.push(words.mark);
  return { message, sentence: sentences.join(" ") };
}

type ShownAnswers = {
  /** All given `count` times, which is the most. */
  readonly most: readonly AnswerRow[];
  readonly count: number;
  readonly next: { readonly label: string; readonly count: number } | null;
  readonly isPartial: boolean;
  readonly isAlone: boolean;
};

/** `null`: no answer may be shown. */
function shownOf(subject: NationSubject, options: readonly AnswerRow[]): ShownAnswers | null {
  const shown = options.flatMap((row) => (row.count === null ? [] : { ...row, count: row.count }));
  if (shown.length === 0) return null;
  const counts = [...new Set(shown.map(({ count }) => count))].sort((one, other) => other - one);
  const [count = 0, second = 0] = counts;
  const [after, another] = shown.filter((row) => row.count === second);
  return {
    most: count === 0 ? [] : shown.filter((row) => row.count === count),
    count,
    next: after && !another && second > 0 ? nameAndCount(after, second, subject) : null,
    isAlone: shown.length === 1,
    isPartial: shown.length < options.length || isWithoutRare(subject, options),
  };
}

function nameAndCount({ label }: AnswerRow, count: number, { language }: NationSubject) {
  return { label: label[language], count };
}

function namesOf(rows: readonly AnswerRow[], language: NationSubject["language"]) {
  return rows.map(({ label }) => label[language]);
}

/** Of several choices a place tells of those that would be enough in each place like it. */
function isWithoutRare({ base, question }: NationSubject, { length }: readonly AnswerRow[]) {
  if (base.place === null || question.type !== "multiple") return false;
  return length < question.options.length;
}

function toldOf(
  subject: NationSubject,
  whole: number,
  options: readonly AnswerRow[],
  { most, count, next, isPartial }: ShownAnswers,
  allChain: SafeChain | null,
): ToldAnswers {
  const { label, base, language } = subject;
  const ofAll = allChain && wholeOf(subject, allChain);
  const [only] = most;
  const isNextTold = next !== null && !isPartial && !allChain;
  return {
    label: label[language],
    base,
    own: { part: count, whole },
    all: most.length === 1 ? bothOf(only?.all?.count ?? null, ofAll) : null,
    most: namesOf(most, language),
    isPartial,
    next: isNextTold ? { label: next.label, own: { part: next.count, whole } } : null,
    difference: greatestDifference(options, whole, ofAll, language),
  };
}

/** Among the rows that may be compared, the one farthest from all, if chance alone would not do it. */
function greatestDifference(
  options: readonly AnswerRow[],
  whole: number,
  ofAll: number | null,
  language: NationSubject["language"],
): ToldAnswers["difference"] {
  const [greatest] = options
    .filter((row) => isCompared(row) && !isWithinUncertainty(row))
    .toSorted((one, other) => distance(other) - distance(one));
  const all = greatest && bothOf(greatest.all?.count ?? null, ofAll);
  if (!greatest || !all || greatest.count === null) return null;
  const own = { part: greatest.count, whole };
  return { label: greatest.label[language], own, all };
}

function isCompared({ share, interval, all }: AnswerRow): boolean {
  return share !== null && interval !== null && (all?.share ?? null) !== null;
}

function isWithinUncertainty({ interval, all }: AnswerRow): boolean {
  const share = all?.share ?? 0;
  return interval !== null && interval[0] <= share && share <= interval[1];
}

function distance({ share, all }: AnswerRow): number {
  return Math.abs((share ?? 0) - (all?.share ?? 0));
}

function isSomewhereHidden({ count, all }: AnswerRow): boolean {
  return count === null || all?.count === null;
}
