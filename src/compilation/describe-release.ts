import type { Codebook, Variable } from "#codebook";
import type { SafeCounts, SafeTable, Shown } from "#disclosure";
import { askedTwiceTable } from "#tabulation";
import { optionLabel, optionLabels } from "./option-label.ts";
import {
  type AbsentMunicipality,
  leastForMean,
  leastForShare,
  type MissingDelivery,
  type ReleaseDocument,
  type ReleaseIndicator,
  type ReleaseTable,
  releaseFormat,
} from "./release-document.ts";
import { askedTwiceWords } from "./tables/table-words.ts";

/** What a release is of; `municipalities` is how many, and never which. */
export type ReleaseSubject = Pick<ReleaseDocument, "kind" | "round" | "municipalities"> & {
  readonly codebook: Codebook;
  readonly missing: readonly MissingDelivery[];
  readonly absent?: readonly AbsentMunicipality[] | undefined;
};

/** Stored, but no answer: it has no share of the answered. */
const notAnswered = 98;

/** Tells the protected tables as one document. @throws for tables of another codebook. */
export function describeRelease(
  { codebook, missing, absent, ...subject }: ReleaseSubject,
  tables: readonly SafeTable[],
): ReleaseDocument {
  const described = tables.flatMap((table) => describeTable(table, codebook));
  const casesOf = (id: string): Shown => {
    const counts = tables.find(({ specification }) => specification.id === id)?.counts;
    return counts?.kind === "cases" ? counts.cases : null;
  };
  return {
    format: releaseFormat,
    ...subject,
    codebook: codebook.id,
    codebookVersion: codebook.version,
    cases: casesOf("cases started"),
    closed: casesOf("cases closed"),
    missing: [...missing],
    ...(absent ? { absent: [...absent] } : {}),
    indicators: indicatorsIn(tables, codebook, undefined),
    subgroups: codebook.subgroups.filter(isTold(codebook)).map(({ id, label }) => ({
      id,
      label: label.sv,
      cases: casesOf(`${id}:cases started`),
      closed: casesOf(`${id}:cases closed`),
      indicators: indicatorsIn(tables, codebook, id),
    })),
    tables: [
      ...described.filter(({ by }) => by === null),
      ...described.filter(({ by }) => by !== null),
    ],
  };
}

function indicatorsIn(
  tables: readonly SafeTable[],
  codebook: Codebook,
  subgroup: string | undefined,
): ReleaseIndicator[] {
  const prefix = subgroup === undefined ? "" : `${subgroup}:`;
  return tables.flatMap((table): readonly ReleaseIndicator[] => {
    const { specification, counts } = table;
    if (specification.subgroup !== subgroup) return [];
    if (counts.kind !== "share" && counts.kind !== "mean-distinct") return [];
    const id = specification.id.slice(prefix.length);
    const asked = askedTwiceTable(id);
    if (asked) return asked.isSame ? sameAnswers(table, asked.both, tables, codebook) : [];
    const indicator = codebook.indicators.find((each) => each.id === id);
    if (!indicator) throw new Error(`${codebook.id} has no indicator ${id}`);
    return [{ id, label: indicator.label.sv, ...fractionOf(counts) }];
  });
}

/** Of those who answered both times: how many of them is told by a table of its own. */
function sameAnswers(
  { specification, counts }: SafeTable,
  whole: string,
  tables: readonly SafeTable[],
  codebook: Codebook,
): readonly ReleaseIndicator[] {
  const { id } = specification;
  const both = tables.find((each) => each.specification.id === whole)?.counts;
  if (counts.kind !== "share" || both?.kind !== "share") return [];
  const fraction = fractionOf({ ...counts, denominator: both.numerator });
  return [{ id, label: askedTwiceWords(specification, codebook) ?? id, ...fraction }];
}

function fractionOf(
  counts: Extract<SafeCounts, { kind: "share" | "mean-distinct" }>,
): Omit<ReleaseIndicator, "id" | "label"> {
  const isShare = counts.kind === "share";
  const numerator = isShare ? counts.numerator : counts.total;
  const { denominator } = counts;
  const least = isShare ? leastForShare : leastForMean;
  return {
    numerator,
    denominator,
    value: ratio(numerator, denominator, least),
    suppressed: numerator === null || denominator === null,
  };
}

function describeTable(table: SafeTable, codebook: Codebook): readonly ReleaseTable[] {
  const { specification, counts } = table;
  const { measure, population } = specification;
  if (counts.kind !== "frequencies" || measure.kind === "cases") return [];
  const counted = measure.kind === "crossing" ? measure.rows : measure;
  const variable = variableOf(codebook, counted.variable);
  return [
    {
      variable: variable.id,
      label: variable.label.sv,
      population,
      by: sliceOf(table, codebook),
      base: counts.base,
      rows: counts.rows.map(({ codes, isMissing, count }) => ({
        code: codes[0] ?? 0,
        codes: [...codes],
        label: optionLabels(variable, codes),
        isMissing,
        count,
        share: codes.includes(notAnswered)
          ? null
          : ratio(count, counts.base.answered, leastForShare),
        suppressed: count === null,
      })),
    },
  ];
}

function sliceOf({ by, specification }: SafeTable, codebook: Codebook): ReleaseTable["by"] {
  if (by) {
    const label = optionLabel(variableOf(codebook, by.variable), by.code).sv;
    return { ...by, label, subgroup: null };
  }
  if (specification.subgroup === undefined) return null;
  const subgroup = codebook.subgroups.find(({ id }) => id === specification.subgroup);
  if (!subgroup) throw new Error(`${codebook.id} has no subgroup ${specification.subgroup}`);
  const { id, variable, codes, label } = subgroup;
  return { variable, code: codes[0] ?? 0, label: label.sv, subgroup: id };
}

/** Groups that no chapter is about are told inside a unit alone. */
function isTold({ chapters }: Codebook) {
  return ({ id }: { readonly id: string }) => chapters.some(({ subgroup }) => subgroup === id);
}

function variableOf(codebook: Codebook, id: string): Variable {
  const variable = codebook.variables.find((each) => each.id === id);
  if (!variable) throw new Error(`${codebook.id} has no ${id}`);
  return variable;
}

function ratio(count: Shown, base: Shown, least: number): number | null {
  return count === null || base === null || base < least ? null : count / base;
}
