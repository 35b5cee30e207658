/**
 * @throws unless every count is a whole number of cases, 0 or more: anything else is a bug in what
 * counted, and no interval would be true of it.
 */
export function checkWholeCounts(counts: readonly number[]): void {
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new Error(`no number of cases: ${count}`);
  }
}

/** @throws unless the table is square, with at least one category, and holds whole counts. */
export function checkSquare(matrix: readonly (readonly number[])[]): void {
  if (matrix.length === 0 || matrix.some((row) => row.length !== matrix.length)) {
    throw new Error(`no square table: ${JSON.stringify(matrix)}`);
  }
  checkWholeCounts(matrix.flat());
}
