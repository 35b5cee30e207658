import type { Codebook, Condition } from "#codebook";
import { canonicalJson } from "#kernel";
import type { Counts, RawTable, TableSpecification } from "#tabulation";
import {
  type ProtectedMeasure,
  type ProtectedSpecification,
  protectedSpecification,
} from "../protected-specification.ts";
import type { KnownParticipant } from "./participants.ts";
import { type TableAmounts, tableAmounts } from "./table-amounts.ts";

/** The cases that a table is about, as conditions that all hold; none: the whole population. */
export type Domain = ReadonlyMap<string, Condition>;

/** The numbers that may leave: `protectedSpecification` lets no others in. */
export type OneWay = Extract<
  Counts,
  { readonly kind: "cases" | "frequencies" | "share" | "mean-distinct" }
>;

/** One table that may leave, or one column of a crossing: a crossing leaves column by column. */
export type OneWayTable = {
  readonly raw: RawTable;
  readonly specification: ProtectedSpecification;
  readonly population: "started" | "closed";
  /** `undefined` for a number of cases. */
  readonly variable: string | undefined;
  readonly domain: Domain;
  readonly by: { readonly variable: string; readonly code: number } | null;
  /** Of all. */
  readonly counts: OneWay;
  /** The same, also without each participant. */
  readonly amounts: TableAmounts;
};

/**
 * In the order of the tables; the columns of a crossing from the largest.
 * @throws for a table that there are no rules for.
 */
export function oneWayTables(
  tables: readonly RawTable[],
  codebook: Codebook,
  participants: readonly KnownParticipant[],
): readonly OneWayTable[] {
  return tables.flatMap((raw): readonly OneWayTable[] => {
    const specification = protectedSpecification(withoutLevel(raw));
    const { id, measure, population, within } = specification;
    const variable = questionOf(measure);
    const condition = codebook.variables.find((each) => each.id === variable)?.condition;
    const domain = domainOf(within, condition);
    const slices = slicesOf(raw, measure);
    const own = participants.map(({ tables }) => {
      const found = tables.get(id);
      return new Map(found && slicesOf(found, measure).map(({ by, counts }) => [by?.code, counts]));
    });
    return slices.map(({ by, counts }) => {
      const shares = own.map((each) => each.get(by?.code));
      const amounts = tableAmounts(counts, shares);
      const narrowed = by
        ? domainOf({ all: [...domain.values(), { answer: by.variable, in: [by.code] }] })
        : domain;
      return { raw, specification, population, variable, domain: narrowed, by, counts, amounts };
    });
  });
}

/** Of one region there is nothing left to be counted by. */
function withoutLevel({ scope, specification }: RawTable): TableSpecification {
  const { level, ...others } = specification;
  return scope.kind === "region" && level === scope.level ? others : specification;
}

type Slice = Pick<OneWayTable, "by" | "counts">;

/** The whole table, or the columns of a crossing. */
function slicesOf(raw: RawTable, measure: ProtectedMeasure): readonly Slice[] {
  const counts = raw.counts();
  if (measure.kind !== "crossing" || counts.kind !== "crossing") {
    if (!isOneWay(counts)) throw new Error(`no such numbers: ${raw.specification.id}`);
    return [{ by: null, counts }];
  }
  const { variable } = measure.columns[0];
  return columnsOf(counts).map(({ code, ...column }) => ({
    by: { variable, code },
    counts: { kind: "frequencies", ...column },
  }));
}

function questionOf(measure: ProtectedMeasure): string | undefined {
  if (measure.kind === "cases") return undefined;
  return measure.kind === "crossing" ? measure.rows.variable : measure.variable;
}

function isOneWay(counts: Counts): counts is OneWay {
  return ["cases", "frequencies", "share", "mean-distinct"].includes(counts.kind);
}

/** A condition that the question itself has narrows nothing further. */
function domainOf(within: Condition | undefined, own?: Condition): Domain {
  const parts = conjuncts(within).map((part) => [keyOf(part), part] as const);
  const implied = own === undefined ? undefined : keyOf(own);
  return new Map(parts.filter(([key]) => key !== implied).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function conjuncts(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  return "all" in condition ? condition.all.flatMap(conjuncts) : [condition];
}

function keyOf(condition: Condition): string {
  return canonicalJson(JSON.parse(JSON.stringify(condition)));
}

/** Those who gave no code, or a missing one, are in the remainder. */
function columnsOf({ columns, rows }: Counts & { readonly kind: "crossing" }) {
  return columns
    .flatMap(({ codes: [code = null], base, counts }) => {
      if (code === null || !isOptionCode(code)) return [];
      return [
        {
          code,
          base,
          rows: rows.map((row, at) => ({ ...row, count: counts[at] ?? 0, interval: null })),
        },
      ];
    })
    .sort((one, other) => other.base.eligible - one.base.eligible || one.code - other.code);
}

/** 97–99 are missing codes. */
function isOptionCode(code: number): boolean {
  return code <= 96;
}

export function keyOfDomain(domain: Domain): string {
  return [...domain.keys()].join(" ");
}

/** Whether every case of the one is a case of the other, and they are not the same. */
export function isNarrower(one: Domain, other: Domain): boolean {
  return one.size > other.size && [...other.keys()].every((key) => one.has(key));
}
