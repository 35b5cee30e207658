import type { Text } from "#codebook";
import type { SafeCounts, SafeRow } from "#disclosure";
import type { FigureRow } from "../figure.ts";
import { notAnswered, optionLabel } from "../option-label.ts";
import { publishedShare } from "../small-numbers.ts";
import { nationWordsOf } from "../words/words-of.ts";
import { countsBeside } from "./counts-beside.ts";
import type { NationSubject } from "./nation-subject.ts";

export type SafeFrequencies = Extract<SafeCounts, { readonly kind: "frequencies" }>;

/** A row with its interval and the same over all cases. */
export type AnswerRow = FigureRow & {
  readonly interval: SafeRow["interval"];
  readonly all: FigureRow | null;
};

/** Options that were merged are one row, under a joined label. */
export function answerRows(
  { question }: NationSubject,
  counts: SafeFrequencies,
  all: SafeFrequencies | null,
): readonly AnswerRow[] {
  const beside = all && countsBeside(counts.rows, all.rows, question.type === "multiple");
  return counts.rows.map(({ codes, isMissing, count, interval }, index): AnswerRow => {
    const [code = 0] = codes;
    const label = eitherLabel(codes.map((each) => optionLabel(question, each)));
    const rowOf = (count: number | null, answered: number | null): FigureRow => {
      const share = codes.includes(notAnswered) ? null : publishedShare(count, answered);
      return { code, label, isMissing, count, share };
    };
    const own = rowOf(count, counts.base.answered);
    return {
      ...own,
      interval: own.share === null ? null : interval,
      all: all && rowOf(beside?.[index] ?? null, all.base.answered),
    };
  });
}

function eitherLabel(labels: readonly Text[]): Text {
  return {
    sv: nationWordsOf("sv").either(labels.map(({ sv }) => sv)),
    en: nationWordsOf("en").either(labels.map(({ en }) => en)),
  };
}
