import type { SafeCounts, SafeRow } from "#disclosure";
import type { FigureRow } from "../figure.ts";
import { notAnswered } from "../option-label.ts";
import { publishedShare } from "../small-numbers.ts";
import { countsBeside } from "./counts-beside.ts";
import { wholeOf } from "./figure-chain.ts";
import { mergedLabel } from "./merged-label.ts";
import type { NationSubject } from "./nation-subject.ts";

export type SafeFrequencies = Extract<SafeCounts, { readonly kind: "frequencies" }>;

/** A row with its interval, and the same in what it is held against. */
export type AnswerRow = FigureRow & {
  readonly interval: SafeRow["interval"];
  readonly all: FigureRow | null;
};

/** Options that were merged are one row, under a joined label. */
export function answerRows(
  subject: NationSubject,
  counts: SafeFrequencies,
  all: SafeFrequencies | null,
): readonly AnswerRow[] {
  const { question } = subject;
  const beside = all && countsBeside(counts.rows, all.rows, question.type === "multiple");
  return counts.rows.map(({ codes, isMissing, count, interval }, index): AnswerRow => {
    const [code = 0] = codes;
    const label = mergedLabel(question, codes);
    const rowOf = (count: number | null, whole: number | null): FigureRow => {
      const share = codes.includes(notAnswered) ? null : publishedShare(count, whole);
      return { code, label, isMissing, count, share };
    };
    const own = rowOf(count, wholeOf(subject, counts.base));
    return {
      ...own,
      interval: own.share === null ? null : interval,
      all: all && rowOf(beside?.[index] ?? null, wholeOf(subject, all.base)),
    };
  });
}
