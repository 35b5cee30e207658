import assert from "node:assert/strict";
import { test } from "node:test";
import { isWithin, parseQuarter, quarterOf } from "./period.ts";
import { isoDate } from "./time.ts";

test("two adjoining periods never share a day", () => {
  const first = { from: isoDate("2022-01-01"), until: isoDate("2023-01-01") };
  const second = { from: isoDate("2023-01-01"), until: isoDate("2024-01-01") };
  for (const day of ["2022-01-01", "2022-12-31", "2023-01-01", "2023-12-31"].map(isoDate)) {
    assert.equal([first, second].filter((period) => isWithin(day, period)).length, 1, day);
  }
  assert.ok(!isWithin(isoDate("2024-01-01"), second));
});

test("a day falls in the quarter of its month", () => {
  const days = ["2022-01-01", "2022-03-31", "2022-04-01", "2022-09-30", "2022-10-01", "2022-12-31"];
  assert.deepEqual(
    days.map((day) => quarterOf(isoDate(day))),
    ["2022Q1", "2022Q1", "2022Q2", "2022Q3", "2022Q4", "2022Q4"],
  );
});

test("what is not a quarter is not taken for one", () => {
  assert.equal(parseQuarter("2022Q3"), "2022Q3");
  for (const other of [
    "2022Q0",
    "2022Q5",
    "2022-07-01",
    "22Q1",
    " 2022Q1",
    "2022Q1\n",
    2022,
    null,
  ]) {
    assert.equal(parseQuarter(other), undefined);
  }
});
