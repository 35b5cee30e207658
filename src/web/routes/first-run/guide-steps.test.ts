import assert from "node:assert/strict";
import { test } from "node:test";
import type { FirstRunView } from "#server";
import { guideStep, stepAfter, stepToTake } from "./guide-steps.ts";

const begun: FirstRunView = {
  municipality: { code: "9071", name: "Granmyr" },
  units: [],
  codebook: {
    id: "su",
    version: "1",
    label: "SU",
    questions: 40,
    reconstructed: 3,
    isSeen: false,
  },
  people: 0,
  caseWorkers: 0,
  isCaseWorker: false,
  isUnderWay: true,
};
const unit = {
  id: "a",
  name: "Frid",
  kind: "both",
  isOpenToColleagues: false,
  serves: [],
} as const;

test("whoever comes back goes on where something is left", () => {
  assert.equal(stepToTake(begun), "enheter");
  const withUnit = { ...begun, units: [unit] };
  assert.equal(stepToTake(withUnit), "kodbok");
  const read = { ...withUnit, codebook: { ...begun.codebook, isSeen: true } };
  assert.equal(stepToTake(read), "personer");
  assert.equal(stepToTake({ ...read, people: 3 }), "personer");
  assert.equal(stepToTake({ ...read, caseWorkers: 1 }), "klart");
  assert.equal(stepToTake({ ...read, isCaseWorker: true }), "klart");
});

test("each step leads to the next, and the last to itself", () => {
  assert.equal(stepAfter("enheter"), "kodbok");
  assert.equal(stepAfter("klart"), "klart");
  assert.equal(guideStep("personer"), "personer");
  assert.equal(guideStep("annat"), undefined);
});
