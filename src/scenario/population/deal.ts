import type { Randomness } from "#kernel";
import { type Counts, countsOf, entriesOf, less, type Quota, withinLeft } from "../quota.ts";

/** Positions of cases in the columns of a plan. */
export type Cases = Uint32Array;
export type Column = Uint8Array | Uint16Array;

/** Some of the cases that shares a code out by counts of its own. */
export type Group = { readonly cases: Cases; readonly counts: Counts };

export type Deal = ReturnType<typeof dealing>;

/** Deals codes over cases as one deals cards: exactly so many of each, and chance says to whom. */
export function dealing(randomness: Randomness) {
  function counts(column: Column, cases: Cases, dealt: Counts): void {
    const codes = shuffledCodes(randomness, cases.length, dealt);
    for (const [position, at] of cases.entries()) column[at] = codes[position] ?? 0;
  }

  /** Over all `cases` the counts are `overall`; those in no group get what the groups leave. */
  function byGroup(column: Column, cases: Cases, overall: Counts, groups: readonly Group[]): void {
    let left = overall;
    const isGrouped = new Uint8Array(column.length);
    for (const group of groups) {
      const given = withinLeft(group.counts, left);
      counts(column, group.cases, given);
      left = less(left, given);
      for (const at of group.cases) isGrouped[at] = 1;
    }
    counts(
      column,
      cases.filter((at) => isGrouped[at] === 0),
      left,
    );
  }

  return {
    counts,
    byGroup,

    over(column: Column, cases: Cases, quota: Quota): void {
      counts(column, cases, countsOf(cases.length, quota));
    },

    /** Among cases with the same code in `by`, the quota for that code. */
    within(
      column: Column,
      cases: Cases,
      by: Column,
      quotas: { readonly [code: number]: Quota },
    ): void {
      for (const [code, quota] of Object.entries(quotas)) {
        const those = cases.filter((at) => by[at] === Number(code));
        counts(column, those, countsOf(those.length, quota));
      }
    },

    /** Sets a bit in so many percent of the cases. */
    bit(column: Column, cases: Cases, bit: number, percent: number): void {
      const dealt = countsOf(cases.length, { 0: 100 - percent, 1: percent });
      const codes = shuffledCodes(randomness, cases.length, dealt);
      for (const [position, at] of cases.entries()) {
        if (codes[position] === 1) column[at] = (column[at] ?? 0) | (1 << bit);
      }
    },
  };
}

/** Fisher and Yates' shuffle of a pack with so many of each code. */
function shuffledCodes(randomness: Randomness, length: number, dealt: Counts): Uint8Array {
  const codes = new Uint8Array(length);
  let filled = 0;
  for (const [code, count] of entriesOf(dealt)) {
    codes.fill(code, filled, filled + count);
    filled += count;
  }
  for (let last = length - 1; last > 0; last--) {
    const other = randomness.below(last + 1);
    const kept = codes[last] as number;
    codes[last] = codes[other] as number;
    codes[other] = kept;
  }
  return codes;
}
