import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, isoDate } from "#kernel";
import { parseTypedDate } from "./typed-date.ts";

const today = isoDate("2026-11-21");

for (const [typed, meant] of [
  ["2026-03-12", "2026-03-12"],
  ["1203", "2026-03-12"],
  ["12/3", "2026-03-12"],
  ["12.3", "2026-03-12"],
  [" 12 / 3 ", "2026-03-12"],
  ["12 mars", "2026-03-12"],
  ["12 mar 2025", "2025-03-12"],
  ["12/3 2025", "2025-03-12"],
  ["12/3-25", "2025-03-12"],
  ["260312", "2026-03-12"],
  ["20260312", "2026-03-12"],
  ["-14", "2026-11-07"],
  ["−14", "2026-11-07"],
  ["-0", "2026-11-21"],
  ["0", "2026-11-21"],
  ["i dag", "2026-11-21"],
  ["igår", "2026-11-20"],
  ["1 maj", "2026-05-01"],
] as const) {
  test(`«${typed}» means ${meant}`, () => {
    assert.equal(parseTypedDate(typed, { today }), meant);
  });
}

test("a day without a year is never in the future", () => {
  assert.equal(parseTypedDate("24/12", { today }), "2025-12-24");
  assert.equal(parseTypedDate("2412", { today }), "2025-12-24");
  assert.equal(parseTypedDate("21/11", { today }), "2026-11-21");
});

test("the leap day is found in this year or the last, never further back", () => {
  assert.equal(parseTypedDate("29/2", { today: isoDate("2024-03-01") }), "2024-02-29");
  assert.equal(parseTypedDate("29/2", { today: isoDate("2025-03-01") }), "2024-02-29");
  assert.equal(parseTypedDate("29/2", { today: isoDate("2026-03-01") }), undefined);
});

const lateCase = { today, near: isoDate("2023-09-01"), notBefore: isoDate("2023-03-10") };

for (const [typed, meant] of [
  ["1203", "2023-03-12"],
  ["1009", "2023-09-10"],
  ["0903", "2024-03-09"],
  ["31/12", "2023-12-31"],
  ["12/3 2025", "2025-03-12"],
] as const) {
  test(`«${typed}» in a case of 2023 that is registered years later means ${meant}`, () => {
    assert.equal(parseTypedDate(typed, lateCase), meant);
  });
}

test("where every such day is too early, the last that has been is read, and refused later", () => {
  const begun = { today, near: today, notBefore: isoDate("2026-11-20") };
  assert.equal(parseTypedDate("1203", begun), "2026-03-12");
});

for (const typed of [
  "",
  "31/2",
  "0000",
  "3213",
  "12/13",
  "mars",
  "12 blabla",
  "-",
  "--3",
  "99999",
]) {
  test(`«${typed}» is not a day`, () => {
    assert.equal(parseTypedDate(typed, { today }), undefined);
  });
}

test("whatever is typed, the answer is a day of the calendar or none", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (typed) => {
      const date = parseTypedDate(typed, { today });
      assert.ok(date === undefined || isoDate(date) === date);
    }),
  );
});

test("any number of days ago is counted over months and years", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (days) => {
      assert.equal(parseTypedDate(`-${days}`, { today }), addDays(today, -days));
    }),
  );
});
