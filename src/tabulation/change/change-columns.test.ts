import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook, libraryMeasures } from "#codebook";
import { flaggedConditions } from "../extract/conditions.ts";
import { describeExtract } from "../extract/extract-manifest.ts";
import { nationLayout } from "../extract/nation-layout.ts";
import { columnsOf } from "../extract/relation.ts";
import { nationChanges, unitChanges } from "./change-columns.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no codebook");

test("a stranger can read the columns of a change from the manifest", () => {
  const layout = nationLayout([codebook], flaggedConditions([]));
  const described = describeExtract(layout, "2022-2023").columns.cases;
  assert.deepEqual(
    described.map(({ name }) => name),
    columnsOf(layout.cases).map(({ name }) => name),
  );
  const told = described.slice(-4).map(({ name, means, variable, group, codes }) => {
    return [name, `${means} (${group}.${variable}: ${codes ?? "0 or 1"})`];
  });
  assert.deepEqual(told, [
    [
      "riskAssessment_level_method",
      "the method by which the level before and the level after are compared; 0: none (riskAssessment.method: 1,2,3,4,5,6,7,8)",
    ],
    [
      "riskAssessment_level_before",
      "the level before the support, of the pair, or else by the first method that has one; 0: none (riskAssessment.level: 1,2,3,4)",
    ],
    [
      "riskAssessment_level_after",
      "the level after the support, of the pair, or else by the first method that has one; 0: none (riskAssessment.level: 1,2,3,4)",
    ],
    [
      "riskAssessment_level_repeated",
      "1: the later row of the pair answers everything as the earlier does, but for the day (riskAssessment.level: 0 or 1)",
    ],
  ]);
});

test("what is measured in the municipality alone has columns in its units, and none in the nation", () => {
  const [measure = assert.fail("no measure")] = libraryMeasures();
  assert.deepEqual(
    unitChanges(measure).map(({ columns }) => columns[0]),
    ["exposure", "safety", "coping"].map((field) => `m1.openMeasure_${field}_method`),
  );
  assert.deepEqual(nationChanges(measure), []);
});

test("in the nation rows are compared by what leaves: the client's own estimate does not", () => {
  const compared = (changes: ReturnType<typeof unitChanges>) =>
    changes.map(({ compared: fields }) => fields.map(({ id }) => id));
  assert.deepEqual(compared(unitChanges(codebook)), [["method", "date", "level", "ownEstimate"]]);
  assert.deepEqual(compared(nationChanges(codebook)), [["method", "date", "level"]]);
});
