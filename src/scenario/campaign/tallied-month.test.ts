import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate, seededRandomness, unitId } from "#kernel";
import { readCombination, type TalliedDay } from "#screening";
import { talliedMonth, type UnitMonth } from "./tallied-month.ts";

const month: UnitMonth = {
  ...{ unit: unitId("ifo"), kind: 1, meetings: 200, asked: 65 },
  ...{ firstDay: isoDate("2026-09-01"), lastDay: isoDate("2026-09-30") },
  answers: { now: 6, earlier: 12, silent: 4 },
};

function count(rows: readonly TalliedDay[], start: string): number {
  const found = rows.filter(({ combination }) => `${combination};`.startsWith(start));
  return found.reduce((sum, row) => sum + row.count, 0);
}

test("whatever the seed, as many were asked and answered as the shares say; all of it could be noted", () => {
  for (const seed of [1, 2, 3]) {
    const rows = talliedMonth(month, seededRandomness(seed));
    assert.deepEqual(
      ["", "F04=1", "F04=2", "F04=1;F06=1;", "F04=1;F06=2;", "F04=1;F06=4;"].map((start) =>
        count(rows, start),
      ),
      [200, 130, 70, 8, 16, 5],
    );
    const wrong = rows.filter(({ combination }) => readCombination(combination).kind !== "done");
    assert.deepEqual(wrong, []);
    assert.equal(new Set(rows.map((row) => `${row.day} ${row.combination}`)).size, rows.length);
  }
});

test("nothing is noted on a weekend, or outside the month", () => {
  const days = talliedMonth(month, seededRandomness(4)).map(({ day }) => day);
  assert.ok(days.every((day) => day >= month.firstDay && day <= month.lastDay));
  assert.ok(days.every((day) => ![0, 6].includes(new Date(day).getUTCDay())));
});
