import type { SafeRow } from "#disclosure";

/**
 * The count over all cases of what each of the subgroup's rows counts. Options may have been merged in
 * the one and not in the other: of single choices the parts are summed; of several choices they cannot
 * be, since one case may have given two of them.
 */
export function countsBeside(
  own: readonly SafeRow[],
  all: readonly SafeRow[],
  mayChooseSeveral: boolean,
): readonly (number | null)[] {
  return own.map(({ codes }) => {
    const parts = all.filter((row) => row.codes.some((code) => codes.includes(code)));
    const covered = parts.flatMap((row) => row.codes);
    const isSame = covered.length === codes.length && covered.every((code) => codes.includes(code));
    if (!isSame || (mayChooseSeveral && parts.length > 1)) return null;
    return parts.reduce<number | null>(
      (sum, { count }) => (sum === null || count === null ? null : sum + count),
      0,
    );
  });
}
