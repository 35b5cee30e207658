import type { Codebook, Condition, Variable } from "#codebook";
import type { RawTable } from "#tabulation";
import type { EarlierNation } from "../ledger/earlier-nation.ts";
import type { Amount } from "./amount.ts";
import type { Guard } from "./guard.ts";
import { type Domain, keyOfDomain, type OneWayTable, oneWayTables } from "./one-way-table.ts";
import { participantsIn } from "./participants.ts";

/** Where a count belongs: one question, among the cases of one domain of one population. */
export type Place = {
  readonly population: "started" | "closed";
  readonly question: Variable;
  readonly domain: Domain;
  readonly tables: readonly OneWayTable[];
  /** Of the domain, where its cases are counted. */
  readonly cases: Amount | undefined;
  /** Sets of options that other tables rest on: a routed question's base, a subgroup's size. */
  readonly rests: readonly Rest[];
};

export type Rest = {
  readonly codes: readonly number[];
  readonly count: Amount;
  readonly on: "question" | "domain";
};

/** All that leaves together. */
export type Places = {
  readonly codebook: Codebook;
  readonly guard: Guard;
  /** What was published of the same round before. */
  readonly earlier: readonly EarlierNation[];
  /** In the order of the amounts. */
  readonly participants: readonly string[];
  readonly tables: readonly OneWayTable[];
  /** Wider domains before narrower ones. */
  readonly places: readonly Place[];
};

/** What is to be told, and what is known of it. */
export type ToSettle = {
  readonly tables: readonly RawTable[];
  /** The same tables of each participant; none: no participant is known. */
  readonly own?: readonly RawTable[];
  readonly codebook: Codebook;
  /** `nation` unless told. */
  readonly guard?: Guard;
  readonly earlier?: readonly EarlierNation[];
};

export function placesOf({
  tables: raw,
  own = [],
  codebook,
  guard = "nation",
  earlier = [],
}: ToSettle): Places {
  const participants = participantsIn(own);
  const tables = oneWayTables(raw, codebook, participants);
  const found = new Map<string, OneWayTable[]>();
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
    const cases = sized?.amounts.kind === "cases" ? sized.amounts.cases : undefined;
    const tables = [first, ...more];
    return [{ population, question, domain, tables, cases, rests: rests.get(key) ?? [] }];
  });
  places.sort((one, other) => one.domain.size - other.domain.size);
  const ids = participants.map(({ id }) => id);
  return { codebook, guard, earlier, participants: ids, tables, places };
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

/** Answers to one question that no case can have given both of. */
export function excludeEachOther(
  one: Condition,
  other: Condition,
  { variables }: Codebook,
): boolean {
  const [mine, yours] = [answerIn(one), answerIn(other)];
  if (!mine || !yours || mine.variable !== yours.variable) return false;
  const question = variables.find(({ id }) => id === mine.variable);
  return question?.type !== "multiple" && !mine.codes.some((code) => yours.codes.includes(code));
}

/** Among those who gave an answer to it: what they all said is what they are. */
export function isByItself({ question, domain }: Pick<Place, "question" | "domain">): boolean {
  return [...domain.values()].some((part) => answerIn(part)?.variable === question.id);
}

/** The domain without one of its conditions. */
export function without(domain: Domain, key: string): Domain {
  return new Map([...domain].filter(([each]) => each !== key));
}

function restsOf(
  tables: readonly OneWayTable[],
  codebook: Codebook,
): ReadonlyMap<string, readonly Rest[]> {
  const rests = new Map<string, Rest[]>();
  const add = (key: string, rest: Rest) => rests.set(key, [...(rests.get(key) ?? []), rest]);
  for (const { variable, population, domain, amounts } of tables) {
    const condition = codebook.variables.find(({ id }) => id === variable)?.condition;
    const size = amounts.kind === "cases" ? amounts.cases : amounts.base.eligible;
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
