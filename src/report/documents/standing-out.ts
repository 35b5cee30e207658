import type { Figure } from "../figure.ts";

const most = 3;

/** Shares that differ from the nation's beyond what chance alone would do, in the codebook's order. */
export function standingOut(figures: readonly Figure[]): readonly Figure[] {
  return figures
    .filter(({ kind, interval, beside }) => {
      const all = beside?.value ?? null;
      if (kind !== "share" || interval === null || all === null) return false;
      return all < interval[0] || interval[1] < all;
    })
    .slice(0, most);
}
