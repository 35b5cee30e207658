import type { InternalTable } from "#disclosure";
import { notAnswered, optionLabel } from "../option-label.ts";
import type { Proportion } from "../words/findings/told-findings.ts";
import {
  type About,
  aboutOf,
  type Measure,
  questionOf,
  type Specification,
  type Telling,
} from "./about.ts";
import { plainId } from "./chosen-cases.ts";

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

/** A column that some answer makes; missing codes and nothing stored make none. */
export type Group = { readonly label: string; readonly column: Column };

/** In the codebook's order, those without cases too; others than those are in no group. */
export function groupsOf({ about, counts, measure }: Crossed): readonly Group[] {
  const [dimension] = measure.columns;
  if (dimension?.kind !== "question") return [];
  const { question } = questionOf(about.codebook, dimension.variable, measure.group);
  return counts.columns.flatMap((column) => {
    const [code] = column.codes;
    if (code === undefined || code === null || code >= leastMissing) return [];
    const band = dimension.bands?.find((each) => each.code === code);
    const labels = (band?.codes ?? [code]).map((each) => optionLabel(question, each));
    return [{ column, label: labels.map((label) => label[about.language]).join(" / ") }];
  });
}

/** 97, 98 and 99. */
const leastMissing = 97;

/**
 * Of the rows that the key figure that is asked for counts, or another of the same question; else of the
 * answer that is most common over all columns.
 * @throws for a table that is no crossing of a question.
 */
export function crossedOf({ specification, counts }: InternalTable, telling: Telling): Crossed {
  const { measure } = specification;
  if (measure.kind !== "crossing" || counts.kind !== "crossing") {
    throw new Error(`no crossing: ${specification.id}`);
  }
  const { rows } = measure;
  if (rows.kind !== "question") throw new Error(`no question in the rows: ${specification.id}`);
  const { variable } = rows;
  const { codes, kind, indicator } = countedRows(specification, telling, {
    variable,
    measure,
    counts,
  });
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

type Divided = {
  readonly variable: string;
  readonly measure: CrossingMeasure;
  readonly counts: Counts;
};

function countedRows(
  { id: asked }: Pick<Specification, "id">,
  { codebook }: Pick<Telling, "codebook">,
  { variable, measure: { group }, counts: { rows, columns } }: Divided,
) {
  const isSingle = questionOf(codebook, variable, group).question.type !== "multiple";
  const indicators = group === undefined ? codebook.indicators : [];
  const isAsked = ({ id }: { readonly id: string }) => id === plainId(asked);
  const inOrder = [...indicators.filter(isAsked), ...indicators.filter((each) => !isAsked(each))];
  for (const each of inOrder) {
    const { id, variable: of, measure, base, within } = each;
    // What it leaves out is left out of the table where it is the one that is asked for.
    if (of !== variable || measure.kind !== "share" || (within && !isAsked(each))) continue;
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
