import type { Question } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { Figure, FigureRow, SvgNode } from "./figure.ts";
import { notAnswered, optionLabel } from "./option-label.ts";
import { barsOf } from "./picture/bars-of.ts";
import { certaintyAmong, shareOf } from "./small-numbers.ts";
import { headOf, type Subject } from "./subject.ts";
import type { Finding } from "./words/finding.ts";
import { wordsOf } from "./words/words-of.ts";

type Counts = InternalTable["counts"];
export type FrequencyCounts = Extract<Counts, { readonly kind: "frequencies" }>;

/** How often each option was given, among the answered: «do not know» is a part of the whole. */
export function describeFrequencies(
  subject: Subject<"internal">,
  question: Question,
  counts: FrequencyCounts,
): Figure<"internal"> {
  const { base, rows } = counts;
  const total = base.answered;
  const told = rows.map(
    ({ code, isMissing, count }): ExactRow => ({
      code,
      label: optionLabel(question, code),
      isMissing,
      count,
      share: code === notAnswered ? null : shareOf(count, total),
    }),
  );
  const intervals = new Map(rows.map(({ code, interval }) => [code, interval]));
  return {
    ...headOf(subject, "frequencies"),
    base,
    certainty: certaintyAmong(subject.base, total),
    numerator: null,
    denominator: null,
    value: null,
    interval: null,
    rows: told,
    beside: null,
    ...findingOf(subject, question, counts, told),
    picture: pictureOf(subject, told, total, (code) => intervals.get(code) ?? null),
  };
}

/** Inside the unit every count is shown. */
type ExactRow = FigureRow & { readonly count: number };

function findingOf(
  { label, base, language }: Subject,
  question: Question,
  { base: chain }: FrequencyCounts,
  rows: readonly ExactRow[],
): Finding {
  const words = wordsOf(language);
  const options = rows.filter(({ isMissing }) => !isMissing);
  if (options.length === 0) {
    const { eligible, answered } = chain;
    return words.registered({ label: label[language], base, count: answered, total: eligible });
  }
  const count = Math.max(...options.map((row) => row.count));
  const most = count === 0 ? [] : options.filter((row) => row.count === count);
  return words.frequencies({
    label: label[language],
    base,
    total: chain.answered,
    most: most.map((row) => row.label[language]),
    count,
    mayChooseSeveral: question.type === "multiple",
  });
}

function pictureOf(
  subject: Subject,
  rows: readonly ExactRow[],
  total: number,
  intervalOf: (code: number) => readonly [number, number] | null,
): SvgNode | null {
  if (rows.every(({ isMissing }) => isMissing)) return null;
  const drawn = rows.filter(({ code }) => code !== notAnswered);
  return barsOf(
    subject,
    total,
    drawn.map(({ code, label, isMissing, count }) => ({
      label: label[subject.language],
      count,
      interval: intervalOf(code),
      isMissing,
    })),
  );
}
