import type { Codebook } from "#codebook";
import type { InternalTable } from "#disclosure";
import { notAnswered } from "../option-label.ts";
import type { Proportion } from "../words/findings/told-findings.ts";
import { type About, aboutOf, type Measure, questionOf, type Telling } from "./about.ts";

type Counts = Extract<InternalTable["counts"], { readonly kind: "crossing" }>;
export type Column = Counts["columns"][number];
export type CrossingMeasure = Extract<Measure, { readonly kind: "crossing" }>;

/** A crossing, told as one share of each column: the share that the codebook has a key figure for. */
export type Crossed = {
  readonly about: About;
  readonly measure: CrossingMeasure;
  readonly counts: Counts;
  readonly shareIn: (column: Column) => Proportion;
};

/**
 * Of the rows that a key figure counts; else of the answer that is most common over all columns.
 * @throws for a table that is no crossing of a question.
 */
export function crossedOf({ specification, counts }: InternalTable, telling: Telling): Crossed {
  const { measure } = specification;
  if (measure.kind !== "crossing" || counts.kind !== "crossing") {
    throw new Error(`no crossing: ${specification.id}`);
  }
  const { rows } = measure;
  if (rows.kind !== "question") throw new Error(`no question in the rows: ${specification.id}`);
  const { codes, kind, indicator } = countedRows(telling.codebook, rows.variable, measure, counts);
  const of = { variable: rows.variable, group: measure.group, codes, kind };
  const about = aboutOf({ ...specification, id: indicator ?? specification.id }, telling, of);
  const shareIn = (column: Column): Proportion => ({
    count: counts.rows.reduce(
      (sum, { code }, index) => sum + (codes.includes(code) ? (column.counts[index] ?? 0) : 0),
      0,
    ),
    total: kind === "valid" ? column.base.valid : column.base.answered,
  });
  return { about, measure, counts, shareIn };
}

function countedRows(
  codebook: Codebook,
  variable: string,
  { group }: CrossingMeasure,
  { rows, columns }: Counts,
) {
  const isSingle = questionOf(codebook, variable, group).question.type !== "multiple";
  const indicators = group === undefined ? codebook.indicators : [];
  for (const { id, variable: of, measure, base, within } of indicators) {
    if (of !== variable || measure.kind !== "share" || within) continue;
    // A case that gave several of the answers would be counted several times.
    if (isSingle || measure.codes.length === 1) {
      return { codes: measure.codes, kind: base, indicator: id };
    }
  }
  const totals = rows.map(({ code, isMissing }, index) => ({
    code,
    count: isMissing || code === notAnswered ? -1 : sumOf(columns, index),
  }));
  const most = totals.reduce((best, each) => (each.count > best.count ? each : best), {
    code: 0,
    count: -1,
  });
  return { codes: [most.code], kind: "answered" as const, indicator: null };
}

function sumOf(columns: readonly Column[], index: number): number {
  return columns.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
}
