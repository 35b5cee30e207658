import type { SafeChain } from "#disclosure";
import type { Finding } from "../words/finding.ts";
import type { ToldAnswers } from "../words/told-nation.ts";
import { nationWordsOf, wordsOf } from "../words/words-of.ts";
import type { AnswerRow } from "./answer-rows.ts";
import { bothOf, type NationSubject, remarksOf } from "./nation-subject.ts";

/** What published answers say: the most common, and where a subgroup differs from all. */
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
  const { answered, eligible } = chain;
  const options = rows.filter(({ isMissing }) => !isMissing);
  if (answered === null) return hidden;
  if (options.length === 0) {
    if (eligible === null) return hidden;
    return wordsOf(language).registered({ label, base, count: answered, total: eligible });
  }
  const told = toldOf(subject, answered, options, allChain);
  if (told === null) return hidden;
  const { message, sentence } = words.answers(told);
  const sentences = [sentence];
  if (answered > 0 && subject.question.type === "multiple") sentences.push(words.severalAnswers);
  if (told.difference === null && options.some(isCompared)) {
    sentences.push(words.noDifference("frequencies"));
  }
  sentences.push(...remarksOf(subject, chain, "frequencies"));
  if (rows.some(isSomewhereHidden)) sentences.push(words.mark);
  return { message, sentence: sentences.join(" ") };
}

function toldOf(
  { label, base, language }: NationSubject,
  answered: number,
  options: readonly AnswerRow[],
  allChain: SafeChain | null,
): ToldAnswers | null {
  const shown = options.flatMap((row) => (row.count === null ? [] : { ...row, count: row.count }));
  const isPartial = shown.length < options.length;
  if (shown.length === 0) return null;
  const counts = [...new Set(shown.map(({ count }) => count))].sort((one, other) => other - one);
  const [count = 0, second = 0] = counts;
  const most = count === 0 ? [] : shown.filter((row) => row.count === count);
  const next = shown.filter((row) => row.count === second);
  const [first] = most;
  const [after] = next;
  const isNextTold = !isPartial && !allChain && next.length === 1 && second > 0;
  return {
    label: label[language],
    base,
    own: { part: count, whole: answered },
    all: most.length === 1 ? bothOf(first?.all?.count ?? null, allChain?.answered ?? null) : null,
    most: most.map((row) => row.label[language]),
    isPartial,
    next:
      isNextTold && after
        ? { label: after.label[language], own: { part: second, whole: answered } }
        : null,
    difference: greatestDifference(options, answered, allChain, language),
  };
}

/** Among the rows that may be compared, the one farthest from all, if chance alone would not do it. */
function greatestDifference(
  options: readonly AnswerRow[],
  answered: number,
  allChain: SafeChain | null,
  language: NationSubject["language"],
): ToldAnswers["difference"] {
  const [greatest] = options
    .filter((row) => isCompared(row) && !isWithinUncertainty(row))
    .toSorted((one, other) => distance(other) - distance(one));
  const all = greatest && bothOf(greatest.all?.count ?? null, allChain?.answered ?? null);
  if (!greatest || !all || greatest.count === null) return null;
  const own = { part: greatest.count, whole: answered };
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
