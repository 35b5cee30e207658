import assert from "node:assert/strict";
import { test } from "node:test";
import { sumOf } from "./sum-of.ts";

const unit = {
  unit: "u1",
  name: "Vuxenenheten",
  kind: 1,
  expected: 40,
  meetings: 10,
  asked: 7,
  notAsked: 3,
  days: 4,
  workingDays: 12,
};

test("units are summed, and their days are not: two units work the same days", () => {
  assert.deepEqual(sumOf([unit, { ...unit, unit: "u2", meetings: 5, asked: 5, notAsked: 0 }]), {
    meetings: 15,
    asked: 12,
    notAsked: 3,
    expected: 80,
    days: null,
    workingDays: null,
  });
});

test("what is expected is told of all where every unit has said how many", () => {
  assert.equal(sumOf([unit, { ...unit, expected: null }]).expected, null);
});
