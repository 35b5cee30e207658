import type { Codebook, Condition } from "#codebook";
import { canonicalJson } from "#kernel";
import type { Counts, RawTable } from "#tabulation";

/** The cases that a table is about, as conditions that all hold; none: the whole population. */
export type Domain = ReadonlyMap<string, Condition>;

export type OneWay = Exclude<Counts, { readonly kind: "crossing" }>;

/** One table that may leave, or one column of a crossing: a crossing leaves column by column. */
export type LinkedTable = {
  readonly raw: RawTable;
  readonly population: "started" | "closed";
  /** `undefined` for a number of cases. */
  readonly variable: string | undefined;
  readonly domain: Domain;
  readonly by: { readonly variable: string; readonly code: number } | null;
  readonly counts: OneWay;
};

/** In the order of the tables; the columns of a crossing from the largest. */
export function linkedTables(
  tables: readonly RawTable[],
  codebook: Codebook,
): readonly LinkedTable[] {
  return tables.flatMap((raw): readonly LinkedTable[] => {
    const { measure, population, within } = raw.specification;
    const counts = raw.counts();
    const variable = measure.kind === "cases" ? undefined : measure.variable;
    const condition = codebook.variables.find(({ id }) => id === variable)?.condition;
    const domain = domainOf(within, condition);
    if (measure.kind !== "crossing" || counts.kind !== "crossing") {
      if (counts.kind === "crossing") throw new Error(`no crossing: ${raw.specification.id}`);
      return [{ raw, population, variable, domain, by: null, counts }];
    }
    return columnsOf(counts).map(({ code, ...column }) => ({
      raw,
      population,
      variable,
      domain: domainOf({ all: [...domain.values(), { answer: measure.by, in: [code] }] }),
      by: { variable: measure.by, code },
      counts: { kind: "frequencies" as const, ...column },
    }));
  });
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
    .flatMap(({ code, isMissing, base, counts }) => {
      if (code === null || isMissing) return [];
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

export function keyOfDomain(domain: Domain): string {
  return [...domain.keys()].join(" ");
}

/** Whether every case of the one is a case of the other, and they are not the same. */
export function isNarrower(one: Domain, other: Domain): boolean {
  return one.size > other.size && [...other.keys()].every((key) => one.has(key));
}
