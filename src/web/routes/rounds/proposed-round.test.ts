import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate, swedishDay } from "#kernel";
import { cutOffAt, proposedCutOff, proposedId } from "./proposed-round.ts";

function id(from: string, through: string, ...taken: readonly string[]): string {
  return proposedId(isoDate(from), isoDate(through), taken);
}

test("a round is named by its days as people would name it", () => {
  assert.equal(id("2026-01-01", "2026-12-31"), "2026");
  assert.equal(id("2026-07-01", "2026-12-31"), "2026-h2");
  assert.equal(id("2026-04-01", "2026-06-30"), "2026-q2");
  assert.equal(id("2026-03-01", "2026-05-31"), "2026-03-2026-05");
  assert.equal(id("2025-01-01", "2026-12-31"), "2025-01-2026-12");
});

test("the second round of the same days has a number", () => {
  assert.equal(id("2026-01-01", "2026-12-31", "2026"), "2026-2");
  assert.equal(id("2026-01-01", "2026-12-31", "2026", "2026-2"), "2026-3");
});

test("the registration closes late on the same day in Sweden, winter and summer", () => {
  assert.equal(proposedCutOff(isoDate("2026-12-31")), "2027-01-31");
  for (const day of ["2027-01-31", "2026-07-31"].map(isoDate)) {
    assert.equal(swedishDay(cutOffAt(day)), day);
    assert.equal(cutOffAt(day).slice(0, 10), day);
  }
});
