import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addDays,
  daysBetween,
  instant,
  isoDate,
  parseIsoDate,
  swedishDay,
  swedishTime,
} from "./index.ts";

test("only days that exist are days", () => {
  assert.equal(parseIsoDate("2024-02-29"), "2024-02-29");
  for (const wrong of [
    "2023-02-29",
    "2023-13-01",
    "2023-1-1",
    "",
    null,
    20230101,
    "2023-01-01T00",
  ]) {
    assert.equal(parseIsoDate(wrong), undefined);
  }
});

test("today is the day in Sweden, also just after midnight in summer and winter", () => {
  assert.equal(swedishDay(instant("2026-06-30T22:30:00Z")), "2026-07-01");
  assert.equal(swedishDay(instant("2026-12-31T22:30:00Z")), "2026-12-31");
  assert.equal(swedishDay(instant("2026-12-31T23:00:00Z")), "2027-01-01");
});

test("the clock follows daylight saving", () => {
  assert.equal(swedishTime(instant("2026-07-01T12:02:00Z")), "14.02");
  assert.equal(swedishTime(instant("2026-01-01T12:02:00Z")), "13.02");
});

test("days are counted across leap days and the change of the clock", () => {
  assert.equal(addDays(isoDate("2024-02-28"), 2), "2024-03-01");
  assert.equal(daysBetween(isoDate("2026-03-28"), isoDate("2026-03-30")), 2);
  assert.equal(daysBetween(isoDate("2026-03-30"), isoDate("2026-03-28")), -2);
});
