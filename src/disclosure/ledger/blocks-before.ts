import { type Amount, ofAll, shareIn } from "../nation/amount.ts";
import type { Cell } from "../nation/cells.ts";
import { RowSpace } from "../nation/row-space.ts";
import { isSafeChange } from "./rest-of-change.ts";

/** A number that was told before of a question in a domain: how many cases were in these cells. */
export type ToldBefore = { readonly cells: readonly Cell[]; readonly count: number };

/**
 * All cells of a question, in the finest blocks that an earlier publication told apart. `count`:
 * `undefined` where no one can tell how many were in them; `isTold`: whether any number was about them.
 */
export type BlockBefore = {
  readonly cells: readonly Cell[];
  readonly count: number | undefined;
  readonly isTold: boolean;
};

export function blocksBefore(
  all: readonly Cell[],
  told: readonly ToldBefore[],
): readonly BlockBefore[] {
  const blocks = new Map<string, Cell[]>();
  for (const cell of all) {
    const key = told.map(({ cells }) => (cells.includes(cell) ? 1 : 0)).join("");
    blocks.set(key, [...(blocks.get(key) ?? []), cell]);
  }
  const keys = [...blocks.keys()];
  const space = new RowSpace(1);
  for (const [at, { count }] of told.entries()) {
    space.add(
      Uint8Array.from(keys, (key) => Number(key[at])),
      Int32Array.of(count),
    );
  }
  return keys.map((key) => {
    const known = space.valueOf(Uint8Array.from(keys, (each) => Number(each === key)));
    const count = known && ofAll(known);
    return { cells: blocks.get(key) ?? [], count, isTold: key.includes("1") };
  });
}

/**
 * Whether a block may be told, now that others were told before: what it makes of theirs. It lies in one
 * of them or is made of whole ones, and what has come or gone there is nobody, or at least five, also
 * without any one participant's own. So with every block: then whatever is added up of now and
 * subtracted of before is made of such changes and of whole blocks.
 */
export function isSafeAfter(
  block: readonly Cell[],
  before: readonly BlockBefore[],
  now: (cells: readonly Cell[]) => Amount | undefined,
): boolean {
  const touched = before.filter(({ cells }) => cells.some((each) => block.includes(each)));
  if (!touched.some(({ isTold }) => isTold)) return true;
  const isWithinOne = touched.length === 1;
  const isWhole = touched.every(({ cells }) => cells.every((each) => block.includes(each)));
  if (!isWithinOne && !isWhole) return false;
  const counted = now(touched.flatMap(({ cells }) => cells));
  let then = 0;
  for (const { count } of touched) {
    if (count === undefined) return false;
    then += count;
  }
  if (counted === undefined || ofAll(counted) < then) return false;
  const own = Array.from({ length: counted.length - 1 }, (_, at) => shareIn(counted, at));
  return isSafeChange(
    ofAll(counted) - then,
    own.map((share) => ({ now: share, before: undefined })),
  );
}
