import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item } from "./answer.ts";
import { applyOverlay } from "./apply-overlay.ts";
import { effectiveCodebooks, libraryCodebooks, libraryMeasures } from "./library.ts";
import { changeSights } from "./shows-change.ts";
import { codes, missing, row, sheet, writtenCodebook } from "./testing/written-codebook.ts";

const [codebook = assert.fail("the library is empty")] = effectiveCodebooks();

let rows = 0;
function assessed(phase: Item["phase"], method: number, level: number | undefined): Item {
  rows += 1;
  const told = level === undefined ? missing(98) : codes(level);
  return row(`row-${rows}`, "riskAssessment", phase, { method: codes(method), level: told });
}

function seen(...items: readonly Item[]): readonly string[] {
  return changeSights(codebook, sheet({}, ...items)).map(({ group, kind }) => `${group} ${kind}`);
}

test("change shows where the same method was used before and after", () => {
  assert.deepEqual(seen(), ["riskAssessment not-measured"]);
  assert.deepEqual(seen(assessed("before", 1, 2)), ["riskAssessment only-one-moment"]);
  assert.deepEqual(seen(assessed("before", 1, 2), assessed("during", 1, 2)), [
    "riskAssessment only-one-moment",
  ]);
  assert.deepEqual(seen(assessed("before", 1, 2), assessed("after", 3, 2)), [
    "riskAssessment different-methods",
  ]);
  assert.deepEqual(seen(assessed("before", 1, 2), assessed("after", 1, 2)), [
    "riskAssessment can-show",
  ]);
});

test("a level that was not assessed is no moment", () => {
  assert.deepEqual(seen(assessed("before", 1, undefined), assessed("after", 1, 2)), [
    "riskAssessment only-one-moment",
  ]);
});

test("of several assessments one pair by the same method is enough", () => {
  const found = seen(assessed("before", 1, 2), assessed("before", 4, 3), assessed("after", 4, 1));
  assert.deepEqual(found, ["riskAssessment can-show"]);
});

test("the open measure has one way of measuring, and is told beside the risk where it is switched on", () => {
  const [common = assert.fail("no codebook")] = libraryCodebooks();
  const overlay = writtenCodebook({
    id: "k9001-v1",
    phases: [],
    overlays: { codebook: common.id, namespace: "k9001." },
    measures: ["m1-oppet-matt"],
  });
  const applied = applyOverlay(common, overlay, libraryMeasures());
  assert.ok(applied.kind === "done");
  const measured = (phase: Item["phase"], exposure: number) =>
    row(`open-${phase}`, "m1.openMeasure", phase, { exposure: codes(exposure) });
  const kinds = changeSights(
    applied.value,
    sheet({}, measured("before", 4), measured("after", 1)),
  ).map(({ group, isMeasure, kind }) => [group, isMeasure, kind]);
  assert.deepEqual(kinds, [
    ["riskAssessment", false, "not-measured"],
    ["m1.openMeasure", true, "can-show"],
  ]);
});
