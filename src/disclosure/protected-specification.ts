import type { Measure, TableSpecification } from "#tabulation";

/** Two questions of the codebook as they stand; no bands, no time, no further way. */
export type CrossedQuestions = {
  readonly kind: "crossing";
  readonly rows: WholeQuestion;
  readonly columns: readonly [WholeQuestion];
  readonly group?: never;
};

type WholeQuestion = {
  readonly kind: "question";
  readonly variable: string;
  readonly bands?: never;
};

export type ProtectedMeasure =
  | Extract<Measure, { readonly kind: "cases" | "share" | "mean-distinct" }>
  | { readonly kind: "frequencies"; readonly variable: string; readonly group?: never }
  | CrossedQuestions;

/**
 * The tables that the rules of protection were made for. Whatever else can be counted leaves numbers
 * that no rule has looked at.
 */
export type ProtectedSpecification = Omit<
  TableSpecification,
  "population" | "period" | "level" | "measure"
> & {
  readonly population: "started" | "closed";
  readonly period?: never;
  readonly level?: never;
  readonly measure: ProtectedMeasure;
};

/** @throws for every table that there are no rules for: it must not pass by being unknown. */
export function protectedSpecification(specification: TableSpecification): ProtectedSpecification {
  if (!isProtected(specification)) throw new Error(`no rules protect it: ${specification.id}`);
  return specification;
}

export function isProtected(
  specification: TableSpecification,
): specification is ProtectedSpecification {
  const { population, period, level, measure } = specification;
  if ("group" in measure && measure.group !== undefined) return false;
  if (population !== "started" && population !== "closed") return false;
  if (period !== undefined || level !== undefined) return false;
  switch (measure.kind) {
    case "cases":
    case "mean-distinct":
    case "frequencies":
      return true;
    case "share":
      return measure.codes.length > 0;
    case "crossing":
      return isOfTwoQuestions(measure);
    case "nested":
    case "change":
      return false;
  }
}

/** A question that is crossed with itself is its frequencies, told as if they were another table. */
function isOfTwoQuestions({
  rows,
  columns,
}: Extract<Measure, { readonly kind: "crossing" }>): boolean {
  const [column] = columns;
  if (columns.length !== 1 || column?.kind !== "question" || rows.kind !== "question") return false;
  return (
    [rows, column].every(({ bands }) => bands === undefined) && rows.variable !== column.variable
  );
}

/** Below the nation shares are of the valid answers: how many answered is not told there. */
export function amongValid(specification: ProtectedSpecification): ProtectedSpecification {
  const { measure } = specification;
  if (!("base" in measure)) return specification;
  return { ...specification, measure: { ...measure, base: "valid" } };
}
