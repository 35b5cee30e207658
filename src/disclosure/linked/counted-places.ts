import type { Codebook, Condition, Variable } from "#codebook";
import { canonicalJson } from "#kernel";
import type { RawTable } from "#tabulation";
import { type Amount, shareIn } from "../nation/amount.ts";
import { optionCodes } from "../nation/cells.ts";
import {
  type Domain,
  keyOfDomain,
  type OneWayTable,
  oneWayTables,
} from "../nation/one-way-table.ts";
import type { KnownParticipant } from "../nation/participants.ts";
import { answerIn, without } from "../nation/places.ts";
import { keyOfCodes } from "../nation/tally.ts";
import type { ChainStep } from "./linked-cells.ts";
import type { Shares } from "./set-builder.ts";

export type CountedCodes = { readonly codes: readonly number[]; readonly shares: Shares };

/** One question among the cases of one domain: what each participant has of every number there. */
export type CountedPlace = {
  readonly population: "started" | "closed";
  readonly question: Variable;
  readonly domain: Domain;
  /** The domain in a few signs: «» for all. */
  readonly among: string;
  /** The one with rows first. */
  readonly tables: readonly OneWayTable[];
  readonly base: { readonly [step in ChainStep]: Shares };
  /** Where its rows are counted: of each code. */
  readonly byCode: ReadonlyMap<number, Shares> | undefined;
  /** Of sets of codes that are counted together: cases with at least one. */
  readonly together: ReadonlyMap<string, CountedCodes>;
  readonly total: Shares | undefined;
};

export type CountedPlaces = {
  /** Wider domains first; in an order that no count has a part in. */
  readonly places: readonly CountedPlace[];
  /** How many cases there are, by `keyOfCases`. */
  readonly cases: ReadonlyMap<string, SizedDomain>;
};

export type SizedDomain = {
  readonly population: "started" | "closed";
  readonly domain: Domain;
  readonly among: string;
  /** The table that tells it, or the first that is about it. */
  readonly table: string;
  readonly shares: Shares;
};

/** @param participants in the order of the shares; all of them, also those without cases. */
export function countedPlaces(
  whole: readonly RawTable[],
  participants: readonly KnownParticipant[],
  codebook: Codebook,
): CountedPlaces {
  const shares = (amount: Amount): Shares =>
    Int32Array.from(participants, (_, at) => shareIn(amount, at));
  const tables = oneWayTables(whole, codebook, participants);
  const found = new Map<string, OneWayTable[]>();
  for (const table of tables) {
    const key = keyOfPlace(table.population, table.variable ?? "", table.domain);
    found.set(key, [...(found.get(key) ?? []), table]);
  }
  const rests = restsOf(tables, codebook, shares);
  const places = [...found].flatMap(([key, at]): readonly CountedPlace[] => {
    const tables = at.toSorted(rowsFirst);
    const [first] = tables;
    const question = codebook.variables.find(({ id }) => id === first?.variable);
    if (first === undefined || question === undefined || first.amounts.kind === "cases") return [];
    const { base } = first.amounts;
    const together = [...(rests.get(key) ?? []), ...namedCounts(tables, shares)];
    const mean = tables.find(({ amounts }) => amounts.kind === "mean-distinct")?.amounts;
    return [
      {
        population: first.population,
        question,
        domain: first.domain,
        among: amongOf(first.domain),
        tables,
        base: {
          eligible: shares(base.eligible),
          asked: shares(base.asked),
          answered: shares(base.answered),
          valid: shares(base.valid),
        },
        byCode: byCodeOf(first, question, shares),
        together: new Map(together.map((set) => [keyOfCodes(set.codes), set])),
        total: mean?.kind === "mean-distinct" ? shares(mean.total) : undefined,
      },
    ];
  });
  const order = new Map(codebook.variables.map(({ id }, at) => [id, at]));
  places.sort(
    (one, other) =>
      one.domain.size - other.domain.size ||
      compare(one.among, other.among) ||
      (order.get(one.question.id) ?? 0) - (order.get(other.question.id) ?? 0) ||
      compare(one.population, other.population),
  );
  return { places, cases: sizesOf(tables, places, shares) };
}

type SharesOf = (amount: Amount) => Shares;

function byCodeOf({ amounts }: OneWayTable, question: Variable, shares: SharesOf) {
  if (amounts.kind !== "frequencies") return undefined;
  const { rows, base } = amounts;
  const nobody = new Int32Array(shares(base.valid).length);
  const codes = [...optionCodes(question), 97, 98, 99];
  return new Map(
    codes.map((code) => {
      const row = rows.get(code);
      return [code, row ? shares(row) : nobody] as const;
    }),
  );
}

function namedCounts(tables: readonly OneWayTable[], shares: SharesOf): readonly CountedCodes[] {
  return tables.flatMap(({ specification: { measure }, amounts }) =>
    measure.kind === "share" && amounts.kind === "share"
      ? [{ codes: measure.codes, shares: shares(amounts.numerator) }]
      : [],
  );
}

export function keyOfPlace(population: string, variable: string, domain: Domain): string {
  return `${population} ${variable} ${keyOfDomain(domain)}`;
}

export function keyOfCases(population: string, among: string): string {
  return `${population} ${among}`;
}

/** `V01=2 & V26=1,2`. */
export function amongOf(domain: Domain): string {
  return [...domain.values()].map(nameOfCondition).join(" & ");
}

/** `V01=2`, `(V15=1 & V24=1 | V15=2 & V24=2)`; what asks for more than answers as it stands. */
export function nameOfCondition(condition: Condition): string {
  const given = answerIn(condition);
  if (given) return `${given.variable}=${given.codes.join(",")}`;
  if ("all" in condition) return condition.all.map(nameOfCondition).join(" & ");
  if ("any" in condition) return `(${condition.any.map(nameOfCondition).join(" | ")})`;
  return canonicalJson(JSON.parse(JSON.stringify(condition)));
}

/** Sets of codes that are the size of something else: a routed question's cases, or a domain's. */
function restsOf(
  tables: readonly OneWayTable[],
  codebook: Codebook,
  shares: SharesOf,
): ReadonlyMap<string, readonly CountedCodes[]> {
  const rests = new Map<string, readonly CountedCodes[]>();
  const add = (key: string, codes: readonly number[], amount: Amount) =>
    rests.set(key, [...(rests.get(key) ?? []), { codes, shares: shares(amount) }]);
  for (const { variable, population, domain, amounts } of tables) {
    const condition = codebook.variables.find(({ id }) => id === variable)?.condition;
    const size = amounts.kind === "cases" ? amounts.cases : amounts.base.eligible;
    const lead = answerIn(condition);
    if (lead) add(keyOfPlace(population, lead.variable, domain), lead.codes, size);
    if (condition !== undefined) continue;
    for (const [key, part] of domain) {
      const given = answerIn(part);
      if (!given) continue;
      add(keyOfPlace(population, given.variable, without(domain, key)), given.codes, size);
    }
  }
  return rests;
}

function sizesOf(
  tables: readonly OneWayTable[],
  places: readonly CountedPlace[],
  shares: SharesOf,
): ReadonlyMap<string, SizedDomain> {
  const sizes = new Map<string, SizedDomain>();
  for (const { population, domain, specification, amounts } of tables) {
    if (amounts.kind !== "cases") continue;
    const among = amongOf(domain);
    const counted = { table: specification.id, shares: shares(amounts.cases) };
    sizes.set(keyOfCases(population, among), { population, domain, among, ...counted });
  }
  for (const { population, domain, among, question, base, tables } of places) {
    const key = keyOfCases(population, among);
    const [table] = tables;
    if (sizes.has(key) || question.condition !== undefined || table === undefined) continue;
    const counted = { table: nameOf(table), shares: base.eligible };
    sizes.set(key, { population, domain, among, ...counted });
  }
  return sizes;
}

/** Of a crossing: its column. */
export function nameOf({ specification, by }: Pick<OneWayTable, "specification" | "by">): string {
  return by === null ? specification.id : `${specification.id}=${by.code}`;
}

function rowsFirst(one: OneWayTable, other: OneWayTable): number {
  const rank = ({ counts }: OneWayTable) => (counts.kind === "frequencies" ? 0 : 1);
  return rank(one) - rank(other) || compare(nameOf(one), nameOf(other));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
