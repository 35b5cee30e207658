import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { leastForPublishedShares, publishedShare } from "../small-numbers.ts";
import type { DocumentSource, DocumentTable } from "./document.ts";
import { documentWordsOf } from "./words/document-words-of.ts";
import { writingOf } from "./written-numbers.ts";

export type Gaps = {
  /** `null`: no question lacks many answers. */
  readonly table: DocumentTable | null;
  readonly isCut: boolean;
  /** The questions' names, in the codebook's order. */
  readonly questions: readonly string[];
};

/** Of the cases that a question concerns; under this its answers are talked about. */
const wellAnswered = 0.9;
const mostQuestions = 5;

type Gap = { readonly figure: Figure; readonly eligible: number; readonly valid: number };

/**
 * Questions that those who register answer, and that lack a valid answer in more than one case of ten.
 * Where there are many, those that lack most; told in the codebook's order.
 */
export function registrationGaps(
  figures: readonly Figure[],
  { codebook }: DocumentSource,
  language: Language,
): Gaps {
  const registered = new Set(
    codebook.variables.filter(({ phase }) => phase !== "client").map(({ id }) => id),
  );
  const gaps = figures
    .filter(({ id, kind }) => kind === "frequencies" && registered.has(id))
    .flatMap(gapOf);
  const greatest = gaps
    .toSorted((one, other) => partOf(one) - partOf(other))
    .slice(0, mostQuestions);
  const told = gaps.filter((gap) => greatest.includes(gap));
  return {
    table: told.length === 0 ? null : gapTable(told, language),
    isCut: told.length < gaps.length,
    questions: told.map(({ figure }) => figure.label[language]),
  };
}

function gapOf(figure: Figure): readonly Gap[] {
  const { eligible, valid } = figure.base;
  if (eligible === null || valid === null || eligible < leastForPublishedShares) return [];
  return valid / eligible < wellAnswered ? [{ figure, eligible, valid }] : [];
}

function partOf({ eligible, valid }: Gap): number {
  return valid / eligible;
}

function gapTable(gaps: readonly Gap[], language: Language): DocumentTable {
  const { headings, columns } = documentWordsOf(language);
  const { count, share } = writingOf(language);
  return {
    caption: headings.missing,
    columns: [columns.question, columns.cases, columns.valid, columns.share],
    rows: gaps.map(({ figure, eligible, valid }) => ({
      label: figure.label[language],
      cells: [count(eligible), count(valid), share(publishedShare(valid, eligible), [])],
    })),
  };
}
