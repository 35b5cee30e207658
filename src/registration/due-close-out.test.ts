import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate, itemId } from "#kernel";
import { dueCloseOut } from "./due-close-out.ts";
import {
  answered,
  closed,
  codes,
  completed,
  day,
  fullyAnswered,
  secondRow,
  startedCase,
  withRow,
} from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

const thirdRow = itemId("c".repeat(32));
const supported = fullyAnswered();
const ended = answered(supported, { until: day("2026-05-01") }, secondRow);

function due(record: typeof supported, today: string) {
  return dueCloseOut(record, smallCodebook, isoDate(today));
}

test("two weeks after the last support has ended, the case is to be closed", () => {
  assert.equal(due(ended, "2026-05-14"), undefined);
  assert.deepEqual(due(ended, "2026-05-15"), { lastDay: "2026-05-01" });
});

test("while one support goes on, nobody asks", () => {
  assert.equal(due(supported, "2027-01-01"), undefined);
  const another = withRow(ended, "intervention", "during", thirdRow);
  assert.equal(due(another, "2027-01-01"), undefined);
});

test("the latest of several last days counts", () => {
  const row = { kind: codes(1), from: day("2026-03-10"), until: day("2026-05-20") };
  const two = answered(withRow(ended, "intervention", "during", thirdRow), row, thirdRow);
  assert.equal(due(two, "2026-05-16"), undefined);
  assert.deepEqual(due(two, "2026-06-03"), { lastDay: "2026-05-20" });
});

test("where the phase itself is complete, its end is near, whatever the days say", () => {
  const phases = ["background", "before", "during"] as const;
  const done = phases.reduce(completed, supported);
  assert.deepEqual(due(done, "2026-03-11"), { lastDay: null });
});

test("a case that never had support is not asked about by its days, nor is a closed one", () => {
  assert.equal(due(startedCase(), "2027-01-01"), undefined);
  assert.equal(due(closed(ended), "2027-01-01"), undefined);
});
