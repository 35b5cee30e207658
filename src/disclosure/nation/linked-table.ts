import type { Codebook, Condition } from "#codebook";
import { canonicalJson } from "#kernel";
import type { Counts, RawTable } from "#tabulation";
import {
  type ProtectedMeasure,
  type ProtectedSpecification,
  protectedSpecification,
} from "../protected-specification.ts";

/** The cases that a table is about, as conditions that all hold; none: the whole population. */
export type Domain = ReadonlyMap<string, Condition>;

/** The numbers that may leave: `protectedSpecification` lets no others in. */
export type OneWay = Extract<
  Counts,
  { readonly kind: "cases" | "frequencies" | "share" | "mean-distinct" }
>;

/** One table that may leave, or one column of a crossing: a crossing leaves column by column. */
export type LinkedTable = {
  readonly raw: RawTable;
  readonly specification: ProtectedSpecification;
  readonly population: "started" | "closed";
  /** `undefined` for a number of cases. */
  readonly variable: string | undefined;
  readonly domain: Domain;
  readonly by: { readonly variable: string; readonly code: number } | null;
  readonly counts: OneWay;
};

/**
 * In the order of the tables; the columns of a crossing from the largest.
 * @throws for a table that there are no rules for.
 */
export function linkedTables(
  tables: readonly RawTable[],
  codebook: Codebook,
): readonly LinkedTable[] {
  return tables.flatMap((raw): readonly LinkedTable[] => {
    const specification = protectedSpecification(raw.specification);
    const { measure, population, within } = specification;
    const counts = raw.counts();
    const variable = questionOf(measure);
    const condition = codebook.variables.find(({ id }) => id === variable)?.condition;
    const domain = domainOf(within, condition);
    if (measure.kind !== "crossing" || counts.kind !== "crossing") {
      if (!isOneWay(counts)) throw new Error(`no such numbers: ${specification.id}`);
      return [{ raw, specification, population, variable, domain, by: null, counts }];
    }
    const by = measure.columns[0].variable;
    return columnsOf(counts).map(({ code, ...column }) => ({
      raw,
      specification,
      population,
      variable,
      domain: domainOf({ all: [...domain.values(), { answer: by, in: [code] }] }),
      by: { variable: by, code },
      counts: { kind: "frequencies" as const, ...column },
    }));
  });
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
