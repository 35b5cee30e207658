import type { Variable } from "#codebook";
import type { Chain } from "#tabulation";
import { type Cell, optionCodes, otherCells, validCells } from "./cells.ts";
import type { LinkedTable } from "./linked-table.ts";
import type { Block } from "./partition.ts";

/** What is known of one question in one domain: exact counts, as fine as its tables give them. */
export type Tally = {
  readonly base: Chain;
  readonly blocks: readonly KnownBlock[];
  /** Several choices: cases with at least one of the codes, by `keyOfCodes`. */
  readonly choices: ReadonlyMap<string, number>;
  /** All distinct options together, where a mean is made of them. */
  readonly total: number | undefined;
  /** Of a routed question: cases that have come to its phase and are not eligible, as far as told. */
  readonly outside: readonly number[];
};

type KnownBlock = { readonly cells: Block; readonly count: number };

/** `cases`: of the domain, where they are counted. `tables`: at least one. */
export function tallyOf(
  question: Variable,
  tables: readonly LinkedTable[],
  cases: number | undefined,
): Tally {
  const counted = tables.flatMap(({ counts }) => (counts.kind === "cases" ? [] : [counts]));
  const base = counted[0]?.base;
  if (base === undefined) throw new Error(`nothing is counted of ${question.id}`);
  const rows = counted.find((each) => each.kind === "frequencies")?.rows;
  const byCode = rows && new Map(rows.map(({ code, count }) => [code, count]));
  const named = namedCounts(tables);
  const isMultiple = question.type === "multiple";
  const valid = isMultiple
    ? [{ cells: validCells(question), count: base.valid }]
    : validBlocks(question, base, byCode, named);
  const options = isMultiple && byCode ? optionCodes(question) : [];
  return {
    base,
    blocks: [...outerBlocks(base, byCode, cases), ...valid],
    choices: new Map([
      ...named.map(({ codes, count }) => [keyOfCodes(codes), count] as const),
      ...options.map((code) => [keyOfCodes([code]), byCode?.get(code) ?? 0] as const),
    ]),
    total: counted.find((each) => each.kind === "mean-distinct")?.total,
    outside: [],
  };
}

/** Cases in these cells; `undefined` where the tables are not as fine as that. */
export function countIn({ blocks }: Tally, cells: readonly Cell[]): number | undefined {
  const wanted = new Set(cells);
  let count = 0;
  for (const block of blocks) {
    const inside = block.cells.filter((each) => wanted.has(each)).length;
    if (inside > 0 && inside < block.cells.length) return undefined;
    if (inside > 0) count += block.count;
  }
  return count;
}

export function keyOfCodes(codes: readonly number[]): string {
  return [...codes].sort((one, other) => one - other).join(" ");
}

function namedCounts(tables: readonly LinkedTable[]) {
  return tables.flatMap(({ raw, counts }) => {
    const { measure } = raw.specification;
    if (measure.kind !== "share" || counts.kind !== "share") return [];
    return [{ codes: measure.codes, count: counts.numerator }];
  });
}

function outerBlocks(
  base: Chain,
  byCode: ReadonlyMap<number, number> | undefined,
  cases: number = base.eligible,
): readonly KnownBlock[] {
  const { notEligible, notBegun, notAnswered, unplaced } = otherCells;
  const [unanswered, missing] = [base.asked - base.answered, base.answered - base.valid];
  const outer = [
    { cells: [notEligible], count: cases - base.eligible },
    { cells: [notBegun], count: base.eligible - base.asked },
  ];
  if (byCode === undefined) {
    return [
      ...outer,
      { cells: [98, notAnswered], count: unanswered },
      { cells: [unplaced, 97, 99], count: missing },
    ];
  }
  const [n97 = 0, n98 = 0, n99 = 0] = [97, 98, 99].map((code) => byCode.get(code));
  return [
    ...outer,
    { cells: [98], count: n98 },
    { cells: [notAnswered], count: unanswered - n98 },
    { cells: [97], count: n97 },
    { cells: [99], count: n99 },
    { cells: [unplaced], count: missing - n97 - n99 },
  ];
}

/** Without rows: each indicator's codes, as long as they do not overlap, and the rest. */
function validBlocks(
  question: Variable,
  base: Chain,
  byCode: ReadonlyMap<number, number> | undefined,
  named: ReturnType<typeof namedCounts>,
): readonly KnownBlock[] {
  if (byCode) {
    return optionCodes(question).map((code) => ({ cells: [code], count: byCode.get(code) ?? 0 }));
  }
  const left = new Set(optionCodes(question));
  const blocks: KnownBlock[] = [];
  let rest = base.valid;
  for (const { codes, count } of named) {
    if (!codes.every((code) => left.has(code))) continue;
    for (const code of codes) left.delete(code);
    blocks.push({ cells: codes, count });
    rest -= count;
  }
  return left.size === 0 ? blocks : [...blocks, { cells: [...left], count: rest }];
}
