import type { Codebook, Condition, Variable } from "#codebook";
import type { RawTable } from "#tabulation";
import { type Domain, keyOfDomain, type LinkedTable, linkedTables } from "./linked-table.ts";

/** Where a count belongs: one question, among the cases of one domain of one population. */
export type Place = {
  readonly population: "started" | "closed";
  readonly question: Variable;
  readonly domain: Domain;
  readonly tables: readonly LinkedTable[];
  /** Of the domain, where its cases are counted. */
  readonly cases: number | undefined;
  /** Sets of options that other tables rest on: a routed question's base, a subgroup's size. */
  readonly rests: readonly Rest[];
};

export type Rest = {
  readonly codes: readonly number[];
  readonly count: number;
  readonly on: "question" | "domain";
};

/** All that leaves together. */
export type LinkedSet = {
  readonly codebook: Codebook;
  readonly tables: readonly LinkedTable[];
  /** Wider domains before narrower ones. */
  readonly places: readonly Place[];
};

export function linkedSet(raw: readonly RawTable[], codebook: Codebook): LinkedSet {
  const tables = linkedTables(raw, codebook);
  const found = new Map<string, LinkedTable[]>();
  for (const table of tables) {
    const key = placeKey(table.population, table.variable ?? "", table.domain);
    found.set(key, [...(found.get(key) ?? []), table]);
  }
  const rests = restsOf(tables, codebook);
  const places = [...found].flatMap(([key, [first, ...more]]): readonly Place[] => {
    const question = codebook.variables.find(({ id }) => id === first?.variable);
    if (first === undefined || question === undefined) return [];
    const { population, domain } = first;
    const [sized] = found.get(placeKey(population, "", domain)) ?? [];
    const cases = sized?.counts.kind === "cases" ? sized.counts.cases : undefined;
    const tables = [first, ...more];
    return [{ population, question, domain, tables, cases, rests: rests.get(key) ?? [] }];
  });
  places.sort((one, other) => one.domain.size - other.domain.size);
  return { codebook, tables, places };
}

export function placeKey(population: string, variable: string, domain: Domain): string {
  return `${population} ${variable} ${keyOfDomain(domain)}`;
}

export function keyOfPlace({ population, question, domain }: Place): string {
  return placeKey(population, question.id, domain);
}

/** The answer that a condition asks for, where it asks for one. */
export function answerIn(condition: Condition | undefined) {
  return condition && "answer" in condition
    ? { variable: condition.answer, codes: condition.in }
    : undefined;
}

/** The domain without one of its conditions. */
export function without(domain: Domain, key: string): Domain {
  return new Map([...domain].filter(([each]) => each !== key));
}

function restsOf(
  tables: readonly LinkedTable[],
  codebook: Codebook,
): ReadonlyMap<string, readonly Rest[]> {
  const rests = new Map<string, Rest[]>();
  const add = (key: string, rest: Rest) => rests.set(key, [...(rests.get(key) ?? []), rest]);
  for (const { variable, population, domain, counts } of tables) {
    const condition = codebook.variables.find(({ id }) => id === variable)?.condition;
    const size = counts.kind === "cases" ? counts.cases : counts.base.eligible;
    const asked = answerIn(condition);
    if (asked) {
      const key = placeKey(population, asked.variable, domain);
      add(key, { codes: asked.codes, count: size, on: "question" });
    }
    if (condition !== undefined) continue;
    for (const [key, part] of domain) {
      const given = answerIn(part);
      if (!given) continue;
      const at = placeKey(population, given.variable, without(domain, key));
      add(at, { codes: given.codes, count: size, on: "domain" });
    }
  }
  return rests;
}
