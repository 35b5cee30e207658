import { type Codebook, type Condition, referencesIn, type Variable } from "#codebook";
import type { Cell } from "./cells.ts";
import type { Domain } from "./one-way-table.ts";

/** Conditions that hold together, and no others: in which cells of the question such a case can be. */
export type Pattern = {
  readonly holds: ReadonlySet<string>;
  readonly mayBe: (cell: Cell) => boolean;
};

/** What one case says to the questions that the conditions name; of several choices all that it chose. */
type Said = ReadonlyMap<string, readonly number[]>;

/**
 * Every way in which one case can be inside some domains and outside others. What single answers
 * settle, settles it: nobody gave two of them, who gave one of four gave one of the four, and whether two
 * answers are the same is known from both.
 */
export function patternsOf(
  domains: readonly Domain[],
  question: Variable,
  cells: readonly Cell[],
  codebook: Codebook,
): readonly Pattern[] {
  const conditions = new Map(domains.flatMap((each) => [...each]));
  const named = namedCodes([...conditions.values()]);
  const own = question.type === "multiple" ? undefined : named.get(question.id);
  const others = new Map([...named].filter(([id]) => own === undefined || id !== question.id));
  const found = new Map<string, { readonly holds: ReadonlySet<string>; readonly in: Set<Cell> }>();
  const besides = everySaid(others, codebook);
  for (const cell of cells) {
    const saidOfOwn = own === undefined ? [undefined] : answersIn(cell, own);
    for (const said of besides) {
      for (const answer of saidOfOwn) {
        const all = answer === undefined ? said : new Map([...said, [question.id, answer]]);
        for (const holds of holding(conditions, all)) {
          const key = [...holds].join(" ");
          const pattern = found.get(key) ?? { holds, in: new Set<Cell>() };
          pattern.in.add(cell);
          found.set(key, pattern);
        }
      }
    }
  }
  return [...found.values()].map((each) => ({
    holds: each.holds,
    mayBe: (cell) => each.in.has(cell),
  }));
}

export function isIn(domain: Domain, { holds }: Pattern): boolean {
  return [...domain.keys()].every((key) => holds.has(key));
}

/** By question; codes that all conditions name together are one. */
function namedCodes(conditions: readonly Condition[]): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, (readonly number[])[]>();
  for (const reference of conditions.flatMap((each) => referencesIn(each))) {
    if (reference.kind !== "answer") continue;
    const { variable, codes } = reference;
    lists.set(variable, [...(lists.get(variable) ?? []), codes]);
  }
  return new Map(
    [...lists].map(([variable, of]) => {
      const codes = [...new Set(of.flat())];
      const byLists = new Map(
        codes.map((code) => [of.map((list) => list.includes(code)).join(), code]),
      );
      return [variable, [...byLists.values()]];
    }),
  );
}

function everySaid(
  named: ReadonlyMap<string, readonly number[]>,
  { variables }: Codebook,
): readonly Said[] {
  let all: readonly Said[] = [new Map()];
  for (const [id, codes] of named) {
    const isMultiple = variables.find((each) => each.id === id)?.type === "multiple";
    const answers = isMultiple ? subsets(codes) : [[], ...codes.map((code) => [code])];
    all = all.flatMap((said) => answers.map((answer) => new Map([...said, [id, answer]])));
  }
  return all;
}

function subsets(codes: readonly number[]): readonly (readonly number[])[] {
  let found: readonly (readonly number[])[] = [[]];
  for (const code of codes) found = [...found, ...found.map((each) => [...each, code])];
  return found;
}

/** One who is not asked counts as a missing code where others ask for it. */
function answersIn(cell: Cell, named: readonly number[]): readonly (readonly number[])[] {
  if (cell > 0) return [[cell]];
  return [[], ...named.filter((code) => code > 96).map((code) => [code])];
}

/** A condition on anything but answers may hold and may not. */
function holding(
  conditions: ReadonlyMap<string, Condition>,
  said: Said,
): readonly ReadonlySet<string>[] {
  let found: readonly (readonly string[])[] = [[]];
  for (const [key, condition] of conditions) {
    const holds = isTrue(condition, said);
    if (holds === false) continue;
    const and = found.map((each) => [...each, key]);
    found = holds === true ? and : [...found, ...and];
  }
  return found.map((each) => new Set(each));
}

function isTrue(condition: Condition, said: Said): boolean | undefined {
  if ("answer" in condition) {
    return (said.get(condition.answer) ?? []).some((code) => condition.in.includes(code));
  }
  if ("not" in condition) {
    const holds = isTrue(condition.not, said);
    return holds === undefined ? undefined : !holds;
  }
  if ("all" in condition) {
    const each = condition.all.map((part) => isTrue(part, said));
    return each.includes(false) ? false : each.includes(undefined) ? undefined : true;
  }
  if ("any" in condition) {
    const each = condition.any.map((part) => isTrue(part, said));
    return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
  }
  return undefined;
}
