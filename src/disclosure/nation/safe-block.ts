import type { Variable } from "#codebook";
import { type Amount, difference, isSafe, isSame, sum } from "./amount.ts";
import { otherCells, validCells } from "./cells.ts";
import type { Block } from "./partition.ts";
import type { ComeSoFar } from "./phases.ts";
import { amountIn, type Count, isSafeEverywhere, type Remainder } from "./remainder.ts";
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
  /** As `Phases` has them. */
  readonly comeSoFar: readonly ComeSoFar[];
};

export function isSafeBlock(cells: Block, held: HeldAgainst): boolean {
  const { question, remainders, sameRows, guardsNobody } = held;
  const isAnswer = validCells(question).some((each) => cells.includes(each));
  const among = isAnswer && guardsNobody ? validIn : undefined;
  return (
    isSafeEverywhere(remainders, (each) => countIn(each, cells), among) &&
    isSafeOfBegun(cells, held) &&
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
  { remainders, beside, comeSoFar }: Pick<HeldAgainst, "remainders" | "beside" | "comeSoFar">,
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
    }) &&
    beside.every((each) => isSafeIfKnown(left(each))) &&
    comeSoFar.every((group) =>
      remainders.every((each) => {
        const more = comeAndNotAsked(each, group);
        const [first] = each;
        const ofBegun: Count = (tally) => {
          const begun = countIn(tally, asked);
          return begun && more && tally === first?.tally ? sum(begun, more) : begun;
        };
        return more === undefined || isSafeEverywhere([each], part(ofBegun));
      }),
    )
  );
}

/** Where they are the same cases: those of whom another question tells that they have come so far. */
function comeAndNotAsked(remainder: Remainder, { all, begun }: ComeSoFar): Amount | undefined {
  const eligible = amountIn(remainder, ({ base }) => base.eligible);
  const asked = amountIn(remainder, ({ base }) => base.asked);
  if (!eligible || !asked || !isSame(eligible, all)) return undefined;
  const more = difference(begun, asked);
  // Fewer than were asked: somebody was asked too early, and nothing follows.
  return more.some((cases) => cases < 0) ? undefined : more;
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
