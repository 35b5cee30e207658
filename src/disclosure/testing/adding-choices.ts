import type { Sets } from "./told-choices.ts";

/**
 * Somebody with a list of all that a case can have chosen, who adds and subtracts numbers that are told of
 * several choices. Each number is a row: how many times it counts a case of each kind.
 */

/** What a case can have chosen. */
export function kindsOf(of: number, alone: readonly number[]): Sets {
  return Array.from({ length: 2 ** of - 1 }, (_, at) =>
    Array.from({ length: of }, (_, bit) => bit + 1).filter(
      (code) => ((at + 1) >> (code - 1)) % 2 === 1,
    ),
  ).filter((codes) => codes.length === 1 || !codes.some((code) => alone.includes(code)));
}

/** Every group of kinds whose cases are a sum of these numbers, however often each is taken. */
export function groupsIn(numbers: Sets): Sets {
  const nobody = numbers[0]?.map(() => 0) ?? [];
  // Its first kind is in no other row, so a row is taken once or not at all.
  const sums = reduced(numbers).reduce<Sets>(
    (found, row) => found.flatMap((sum) => [sum, sum.map((each, at) => each + (row[at] ?? 0))]),
    [nobody],
  );
  return sums
    .map((sum) => sum.map((times) => Math.round(times * 1e6) / 1e6))
    .filter((sum) => sum.includes(1) && sum.every((times) => times === 0 || times === 1));
}

/** Reduced row echelon form; of so few small numbers floating point is exact enough. */
function reduced(numbers: Sets): Sets {
  let rest = numbers;
  let done: Sets = [];
  for (const pivot of numbers[0]?.keys() ?? []) {
    const found = rest.find((row) => Math.abs(row[pivot] ?? 0) > 1e-9);
    if (!found) continue;
    const row = found.map((each) => each / (found[pivot] ?? 1));
    const without = (other: readonly number[]) =>
      other.map((each, at) => each - (other[pivot] ?? 0) * (row[at] ?? 0));
    rest = rest.filter((each) => each !== found).map(without);
    done = [...done.map(without), row];
  }
  return done;
}

/** Sums with signs that count no case less than never; some maybe more than once. */
export function sumsIn(numbers: Sets): Sets {
  const sums = numbers.reduce<Sets>(
    (found, number) =>
      found.flatMap((sum) =>
        [-1, 0, 1].map((sign) => number.map((each, at) => (sum[at] ?? 0) + sign * each)),
      ),
    [[]],
  );
  return sums.filter((sum) => sum.every((times) => times >= 0) && sum.includes(1));
}
