import { allot } from "./allot.ts";

/** Weights by code; they need not sum to a hundred. */
export type Shares = { readonly [code: number]: number };

/** Several lists: the sum of each is met first, then its codes, so that published sums come out. */
export type Quota = Shares | readonly Shares[];

/** How many cases get each code. */
export type Counts = { readonly [code: number]: number };

/** By largest remainder; the counts sum to `total`. */
export function countsOf(total: number, quota: Quota): Counts {
  if (!isSeveral(quota)) return countsByShare(total, quota);
  const sums = quota.map((shares) => sumOf(shares));
  const parts = allot(total, sums);
  return Object.assign(
    {},
    ...quota.map((shares, index) => countsByShare(parts[index] ?? 0, shares)),
  );
}

/** As `wanted`, but no more of a code than is left; the lack is made up of what most is left of. */
export function withinLeft(wanted: Counts, left: Counts): Counts {
  const given: { [code: number]: number } = {};
  let lack = 0;
  for (const [code, count] of entriesOf(wanted)) {
    given[code] = Math.min(count, left[code] ?? 0);
    lack += count - given[code];
  }
  const byRest = entriesOf(left)
    .map(([code, count]) => ({ code, rest: count - (given[code] ?? 0) }))
    .sort((a, b) => b.rest - a.rest);
  for (const { code, rest } of byRest) {
    const more = Math.min(lack, rest);
    given[code] = (given[code] ?? 0) + more;
    lack -= more;
  }
  return given;
}

export function less(counts: Counts, taken: Counts): Counts {
  return Object.fromEntries(
    entriesOf(counts).map(([code, count]) => [code, count - (taken[code] ?? 0)]),
  );
}

export function entriesOf(counts: Counts | Shares): readonly (readonly [number, number])[] {
  return Object.entries(counts).map(([code, count]) => [Number(code), count]);
}

function countsByShare(total: number, shares: Shares): Counts {
  const parts = allot(total, Object.values(shares));
  return Object.fromEntries(Object.keys(shares).map((code, index) => [code, parts[index] ?? 0]));
}

function sumOf(shares: Shares): number {
  return Object.values(shares).reduce((sum, weight) => sum + weight, 0);
}

function isSeveral(quota: Quota): quota is readonly Shares[] {
  return Array.isArray(quota);
}
