import type { Variable } from "#codebook";
import { type Amount, accumulate, difference } from "./amount.ts";
import { type Cell, optionCodes, otherCells, validCells } from "./cells.ts";
import type { OneWayTable } from "./one-way-table.ts";
import type { Block } from "./partition.ts";
import type { AmountChain } from "./table-amounts.ts";

/** What is known of one question in one domain: exact counts, as fine as its tables give them. */
export type Tally = {
  readonly base: AmountChain;
  readonly blocks: readonly KnownBlock[];
  /** Several choices: cases with at least one of the codes, by `keyOfCodes`. */
  readonly choices: ReadonlyMap<string, Amount>;
  /** All distinct options together, where a mean is made of them. */
  readonly total: Amount | undefined;
  /** By phase: cases that have come to it and are not asked the question, as far as told. */
  readonly begunNotAsked: readonly (Amount | undefined)[];
  /** What other views of the same rows tell, as `sameRowsOf` lists it. */
  readonly alike: readonly (Amount | undefined)[];
};

type KnownBlock = { readonly cells: Block; readonly count: Amount };

/** `cases`: of the domain, where they are counted. `tables`: at least one. */
export function tallyOf(
  question: Variable,
  tables: readonly OneWayTable[],
  cases: Amount | undefined,
): Tally {
  const counted = tables.flatMap(({ amounts }) => (amounts.kind === "cases" ? [] : [amounts]));
  const base = counted[0]?.base;
  if (base === undefined) throw new Error(`nothing is counted of ${question.id}`);
  const byCode = counted.find((each) => each.kind === "frequencies")?.rows;
  const named = namedCounts(tables);
  const isMultiple = question.type === "multiple";
  const valid = isMultiple
    ? [{ cells: validCells(question), count: base.valid }]
    : validBlocks(question, base, byCode, named);
  const nobody = nobodyIn(base);
  const options = isMultiple && byCode ? optionCodes(question) : [];
  return {
    base,
    blocks: [...outerBlocks(base, byCode, cases), ...valid],
    choices: new Map([
      ...named.map(({ codes, count }) => [keyOfCodes(codes), count] as const),
      ...options.map((code) => [keyOfCodes([code]), byCode?.get(code) ?? nobody] as const),
    ]),
    total: counted.find((each) => each.kind === "mean-distinct")?.total,
    begunNotAsked: [],
    alike: [],
  };
}

/** Cases in these cells; `undefined` where the tables are not as fine as that. */
export function countIn({ base, blocks }: Tally, cells: readonly Cell[]): Amount | undefined {
  const wanted = new Set(cells);
  const count = nobodyIn(base);
  for (const block of blocks) {
    const inside = block.cells.filter((each) => wanted.has(each)).length;
    if (inside > 0 && inside < block.cells.length) return undefined;
    if (inside > 0) accumulate(count, block.count, 1);
  }
  return count;
}

/** As long as the others. */
function nobodyIn({ eligible }: AmountChain): Amount {
  return new Int32Array(eligible.length);
}

export function keyOfCodes(codes: readonly number[]): string {
  return [...codes].sort((one, other) => one - other).join(" ");
}

function namedCounts(tables: readonly OneWayTable[]) {
  return tables.flatMap(({ raw, amounts }) => {
    const { measure } = raw.specification;
    if (measure.kind !== "share" || amounts.kind !== "share") return [];
    return [{ codes: measure.codes, count: amounts.numerator }];
  });
}

function outerBlocks(
  base: AmountChain,
  byCode: ReadonlyMap<number, Amount> | undefined,
  cases: Amount = base.eligible,
): readonly KnownBlock[] {
  const { notEligible, notBegun, notAnswered, unplaced } = otherCells;
  const [unanswered, missing] = [
    difference(base.asked, base.answered),
    difference(base.answered, base.valid),
  ];
  const outer = [
    { cells: [notEligible], count: difference(cases, base.eligible) },
    { cells: [notBegun], count: difference(base.eligible, base.asked) },
  ];
  if (byCode === undefined) {
    return [
      ...outer,
      { cells: [98, notAnswered], count: unanswered },
      { cells: [unplaced, 97, 99], count: missing },
    ];
  }
  const nobody = nobodyIn(base);
  const [n97 = nobody, n98 = nobody, n99 = nobody] = [97, 98, 99].map((code) => byCode.get(code));
  return [
    ...outer,
    { cells: [98], count: n98 },
    { cells: [notAnswered], count: difference(unanswered, n98) },
    { cells: [97], count: n97 },
    { cells: [99], count: n99 },
    { cells: [unplaced], count: difference(missing, n97, n99) },
  ];
}

/** Without rows: each indicator's codes, as long as they do not overlap, and the rest. */
function validBlocks(
  question: Variable,
  base: AmountChain,
  byCode: ReadonlyMap<number, Amount> | undefined,
  named: ReturnType<typeof namedCounts>,
): readonly KnownBlock[] {
  if (byCode) {
    return optionCodes(question).map((code) => ({
      cells: [code],
      count: byCode.get(code) ?? nobodyIn(base),
    }));
  }
  const left = new Set(optionCodes(question));
  const blocks: KnownBlock[] = [];
  let rest = base.valid;
  for (const { codes, count } of named) {
    if (!codes.every((code) => left.has(code))) continue;
    for (const code of codes) left.delete(code);
    blocks.push({ cells: codes, count });
    rest = difference(rest, count);
  }
  return left.size === 0 ? blocks : [...blocks, { cells: [...left], count: rest }];
}
