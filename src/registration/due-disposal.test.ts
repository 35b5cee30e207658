import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, isoDate } from "#kernel";
import { disposalCutOff, endedOn, lastDayToDispose } from "./due-disposal.ts";

const lastStepAt = instant("2021-12-31T23:30:00Z");

test("a closed case ended when it was closed, whatever was corrected since", () => {
  const closedOn = isoDate("2020-05-04");
  assert.equal(endedOn({ state: "closed", closedOn, lastStepAt }), "2020-05-04");
});

test("a case that nobody has closed ended with its last step, by the Swedish day", () => {
  assert.equal(endedOn({ state: "open", closedOn: null, lastStepAt }), "2022-01-01");
});

test("five years to the day; what ended on a leap day is due on 1 March", () => {
  assert.equal(disposalCutOff(isoDate("2026-11-23"), 5), "2021-11-23");
  assert.equal(disposalCutOff(isoDate("2025-02-28"), 5), "2020-02-28");
  assert.equal(disposalCutOff(isoDate("2025-03-01"), 5), "2020-03-01");
  assert.equal(disposalCutOff(isoDate("2028-02-29"), 5), "2023-02-28");
  assert.equal(disposalCutOff(isoDate("2028-02-29"), 4), "2024-02-29");
});

test("it has to be done by the end of the year after", () => {
  assert.equal(lastDayToDispose(isoDate("2020-05-04"), 5), "2026-12-31");
});
