import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#kernel";
import type { LogReviewView } from "#server";
import {
  countsOf,
  leftInWords,
  nextUnsettled,
  periodInWords,
  type Verdict,
  whoseInWords,
} from "./review-words.ts";

/** A review with a mark for each verdict, numbered from one; `null`: not settled. */
function review(...verdicts: readonly (Verdict | null)[]): LogReviewView {
  const marks = verdicts.map((verdict, index) => ({
    number: index + 1,
    settled: verdict && { verdict },
  }));
  return { kinds: [{ marks: marks.slice(0, 2) }, { marks: marks.slice(2) }] } as never;
}

test("what is left is told by number, in words", () => {
  const told = (...verdicts: readonly (Verdict | null)[]) =>
    leftInWords(countsOf(review(...verdicts)));
  assert.equal(told(), "Det finns inget att bedöma.");
  assert.equal(told(null), "En rad att bedöma.");
  assert.equal(told(null, "in-order", "follow-up"), "Tre rader. En är kvar att bedöma.");
  assert.equal(told("in-order", "follow-up"), "Två rader, alla bedömda.");
});

test("follow-ups are counted over every kind", () => {
  const counts = countsOf(review("follow-up", null, "follow-up", "in-order"));
  assert.deepEqual(counts, { all: 4, left: 1, followUps: 2 });
});

test("the next mark is the one below on the page, whatever its number", () => {
  const marks = [4, 2, 3].map((number) => ({ number, settled: null }));
  const view = { kinds: [{ marks: marks.slice(0, 2) }, { marks: marks.slice(2) }] } as never;
  assert.deepEqual(
    [4, 2, 3].map((after) => nextUnsettled(view, after)),
    [2, 3, 4],
  );
});

test("the next mark is the one after, then the first that is left, then none", () => {
  assert.equal(nextUnsettled(review(null, "in-order", null), 1), 3);
  assert.equal(nextUnsettled(review(null, "in-order", "in-order"), 3), 1);
  assert.equal(nextUnsettled(review("in-order"), 1), undefined);
});

test("a period is its first and last day, and one day when they are the same", () => {
  const [morning, noon] = [instant("2026-11-02T08:00:00Z"), instant("2026-11-02T11:00:00Z")];
  assert.equal(periodInWords(morning, noon), "2 november 2026");
  // Half past midnight in Sweden.
  const night = instant("2026-11-02T23:30:00Z");
  assert.equal(periodInWords(morning, night), "2 november 2026 till 3 november 2026");
});

test("whose the case was is said where it is known", () => {
  assert.deepEqual(
    [true, false, null].map((isHers) => whoseInWords({ isHers })),
    ["Eget", "Någon annans", ""],
  );
});
