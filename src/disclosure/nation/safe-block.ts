import type { Variable } from "#codebook";
import { type Amount, difference, isSafe, sum } from "./amount.ts";
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
  /** As `begunBeside` finds them. */
  readonly beside: readonly Amount[];
};

export function isSafeBlock(cells: Block, held: HeldAgainst): boolean {
  const { question, remainders, sameRows, guardsNobody, beside } = held;
  const isAnswer = validCells(question).some((each) => cells.includes(each));
  const among = isAnswer && guardsNobody ? validIn : undefined;
  return (
    isSafeEverywhere(remainders, (each) => countIn(each, cells), among) &&
    isSafeOfBegun(cells, { remainders, beside }) &&
    partsWithin(cells, sameRows).every((parts) =>
      isSafeEverywhere(remainders, (each) => besideSameRows(each, cells, parts)),
    )
  );
}

const validIn: Count = ({ base }) => base.valid;

/**
 * Of all who have come to a phase, those of whom the question tells nothing more: with those who wait
 * for its own phase they are one block, and how many wait for an earlier one may be told.
 * @param part what of the block is asked about: all of it, or what is left without some answers.
 */
export function isSafeOfBegun(
  cells: Block,
  { remainders, beside }: Pick<HeldAgainst, "remainders" | "beside">,
  part: (whole: Count) => Count = (whole) => whole,
): boolean {
  const { notBegun } = otherCells;
  const own = remainders[0]?.[0]?.tally;
  if (!own || !cells.includes(notBegun)) return true;
  const asked = cells.filter((each) => each !== notBegun);
  const left = (each: Amount): Amount | undefined =>
    part((tally) => {
      const count = countIn(tally, cells);
      return count && sum(count, each);
    })(own);
  return (
    own.begunNotAsked.every((_, at) => {
      const ofBegun: Count = (tally) => {
        const [begun, notAsked] = [countIn(tally, asked), tally.begunNotAsked[at]];
        return begun && notAsked && sum(begun, notAsked);
      };
      return isSafeEverywhere(remainders, part(ofBegun));
    }) && beside.every((each) => isSafeIfKnown(left(each)))
  );
}

function isSafeIfKnown(amount: Amount | undefined): boolean {
  return amount === undefined || isSafe(amount);
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
