import assert from "node:assert/strict";
import type { SafeTable } from "../index.ts";

/** The tables by their names; of a crossing the first column. */
export function byName(tables: readonly SafeTable[]): (id: string) => SafeTable {
  return (id) => {
    const table = tables.find(({ specification }) => specification.id === id);
    assert.ok(table, id);
    return table;
  };
}

/** `1=40 2=.. 3+4=12`, as a reader would see it. */
export function rowsOf({ counts }: SafeTable): string {
  assert.ok(counts.kind === "frequencies");
  return counts.rows.map(({ codes, count }) => `${codes.join("+")}=${count ?? ".."}`).join(" ");
}

/** Eligible, asked, answered, valid. */
export function chainOf({ counts }: SafeTable): readonly (number | null)[] {
  assert.ok(counts.kind !== "cases");
  const { eligible, asked, answered, valid } = counts.base;
  return [eligible, asked, answered, valid];
}

/** Part and whole. */
export function partOf({ counts }: SafeTable): readonly (number | null)[] {
  if (counts.kind === "share") return [counts.numerator, counts.denominator];
  assert.ok(counts.kind === "mean-distinct");
  return [counts.total, counts.denominator];
}
