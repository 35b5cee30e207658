import { leastCount } from "../linked/linked-cells.ts";

/**
 * What is left of a change when one who took part subtracts its own, in whole cases.
 * @param change now less then; less than 0 where it has shrunk.
 * @param ownThen `undefined` where nobody knows it here: then the most telling that it could be.
 */
export function restOf(change: number, ownNow: number, ownThen: number | undefined): number {
  if (ownThen !== undefined) return Math.abs(change - (ownNow - ownThen));
  const size = Math.abs(change);
  if (size === 0) return 0;
  // Of what has gone its share may have been any; of what has come, no more than it has now.
  const least = change < 0 ? 0 : Math.max(0, change - ownNow);
  return least >= leastCount ? least : Math.min(size, Math.max(least, 1));
}

/** Nobody has come or gone, or at least five, also without any one's own. */
export function isSafeChange(
  change: number,
  own: readonly { readonly now: number; readonly before: number | undefined }[],
): boolean {
  return [Math.abs(change), ...own.map(({ now, before }) => restOf(change, now, before))].every(
    (size) => size === 0 || size >= leastCount,
  );
}
