import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type HalfYear,
  halfYearBefore,
  halfYearInWords,
  halfYearOf,
  parseHalfYear,
  periodOf,
} from "./half-year.ts";
import { addDays, isoDate } from "./time.ts";

test("a half-year is January to June, or July to December, and shares no day with the next", () => {
  assert.deepEqual(periodOf("2026-H1" as HalfYear), { from: "2026-01-01", until: "2026-07-01" });
  assert.deepEqual(periodOf("2026-H2" as HalfYear), { from: "2026-07-01", until: "2027-01-01" });
});

test("every day is in the half-year that it is of", () => {
  for (let day = isoDate("2023-12-30"); day < "2025-01-03"; day = addDays(day, 1)) {
    const { from, until } = periodOf(halfYearOf(day));
    assert.ok(from <= day && day < until, day);
  }
});

test("the one before ends where the next begins, over New Year too", () => {
  for (const halfYear of ["2026-H2", "2026-H1"] as HalfYear[]) {
    assert.equal(periodOf(halfYearBefore(halfYear)).until, periodOf(halfYear).from);
  }
});

test("nothing else is a half-year", () => {
  assert.equal(parseHalfYear("2026-H1"), "2026-H1");
  for (const text of ["2026-H3", "2026", "2026H1", "26-H1", " 2026-H1", "", 20261, null]) {
    assert.equal(parseHalfYear(text), undefined, String(text));
  }
});

test("a half-year is said as people say it", () => {
  assert.equal(halfYearInWords("2026-H1" as HalfYear), "första halvåret 2026");
  assert.equal(halfYearInWords("2025-H2" as HalfYear), "andra halvåret 2025");
});
