import type { Variable } from "#codebook";
import { type Amount, difference, sum } from "./amount.ts";
import { otherCells, validCells } from "./cells.ts";
import type { Block } from "./partition.ts";
import { type Count, isSafeEverywhere, type Remainder } from "./remainder.ts";
import { partsWithin, type SameRows } from "./same-rows.ts";
import { countIn, type Tally } from "./tally.ts";

/** What a block of a question's cells is held against. */
export type HeldAgainst = {
  readonly question: Variable;
  readonly remainders: readonly Remainder[];
  readonly sameRows: readonly SameRows[];
  readonly guardsNobody: boolean;
};

export function isSafeBlock(cells: Block, held: HeldAgainst): boolean {
  const { question, remainders, sameRows, guardsNobody } = held;
  const isAnswer = validCells(question).some((each) => cells.includes(each));
  const among = isAnswer && guardsNobody ? validIn : undefined;
  const outside = remainders[0]?.[0]?.tally.outside ?? [];
  return (
    isSafeEverywhere(remainders, (each) => countIn(each, cells), among) &&
    outside.every((_, at) =>
      isSafeEverywhere(remainders, (each) => notToldOfBegun(each, cells, at)),
    ) &&
    partsWithin(cells, sameRows).every((parts) =>
      isSafeEverywhere(remainders, (each) => besideSameRows(each, cells, parts)),
    )
  );
}

const validIn: Count = ({ base }) => base.valid;

/** Of all who have come to the phase, those of whom the question tells nothing more. */
function notToldOfBegun(tally: Tally, cells: Block, at: number): Amount | undefined {
  const { notBegun } = otherCells;
  const outside = tally.outside[at];
  if (outside === undefined || !cells.includes(notBegun) || cells.length === 1) return undefined;
  const begun = cells.filter((each) => each !== notBegun);
  const counted = countIn(tally, begun);
  return counted && sum(counted, outside);
}

/** Cases of a block less what other views of the same rows tell of it. */
function besideSameRows(tally: Tally, cells: Block, parts: readonly number[]): Amount | undefined {
  const counted = countIn(tally, cells);
  const told = parts.flatMap((at) => {
    const each = tally.alike[at];
    return each ? [each] : [];
  });
  if (counted === undefined || told.length < parts.length) return undefined;
  const left = difference(counted, ...told);
  // Rows that were begun and not answered: then they are not the same cases, and nothing follows.
  return left.some((each) => each < 0) ? undefined : left;
}
