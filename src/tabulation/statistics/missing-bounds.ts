import { checkWholeCounts } from "./whole-counts.ts";

/** Shares of the eligible, 0–1. */
export type MissingBounds = { readonly lowest: number; readonly highest: number };

/**
 * Between which shares the whole lies, whatever those who are missing would have answered: the lowest if
 * none of them belongs to `count`, the highest if all do. Certain, not probable: no assumption is made.
 *
 * Source: Manski, C. F. (1989), «Anatomy of the selection problem», Journal of Human Resources 24(3),
 * 343–360 (the worst-case bounds). Formula and worked example: `docs/methods/missing-bounds.md`.
 *
 * @param count cases with the property. @param base cases for which it is known.
 * @param eligible cases for which it is asked about.
 * @throws unless 0 ≤ count ≤ base ≤ eligible, all whole, eligible ≥ 1.
 */
export function missingBounds(count: number, base: number, eligible: number): MissingBounds {
  checkWholeCounts([count, base, eligible]);
  if (count > base || base > eligible || eligible === 0) {
    throw new Error(`no parts of each other: ${count}, ${base}, ${eligible}`);
  }
  return { lowest: count / eligible, highest: (count + eligible - base) / eligible };
}
