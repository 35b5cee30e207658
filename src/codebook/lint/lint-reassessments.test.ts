import assert from "node:assert/strict";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import { option, writtenCodebook } from "../testing/written-codebook.ts";
import { lintCodebook } from "./lint-codebook.ts";

const provenance = { status: "reconstructed" };

function found(reassess: object): readonly string[] {
  const fields = [
    { id: "date", type: "date" },
    { id: "level", options: [option(1), option(2)] },
  ];
  const codebook = writtenCodebook({
    groups: [{ id: "risk", fields, reassess: { date: "date", level: "level", ...reassess } }],
  });
  return lintCodebook(codebook).map((each) => problemSentence(each, "en"));
}

test("a rule for every level is sound", () => {
  const within = [
    { in: [2], days: 7 },
    { in: [1], days: 180 },
  ];
  assert.deepEqual(found({ within, provenance }), []);
});

test("no level is left without a rule, not the lowest either, and none has two", () => {
  const within = [{ in: [2, 2], days: 7 }];
  const problems = found({ within, provenance });
  assert.equal(problems.length, 2);
  assert.match(problems[0] ?? "", /level 1 has no rule/);
  assert.match(problems[1] ?? "", /level 2 has 2 rules/);
});

test("a level that is not among the options is named", () => {
  const within = [{ in: [1, 2, 3], days: 7 }];
  assert.match(found({ within, provenance })[0] ?? "", /\/groups\/0\/reassess\/within\/0\/in/);
});

test("the day and the level are fields of the row, and of the right kind", () => {
  const within = [{ in: [1, 2], days: 7 }];
  assert.match(found({ date: "day", within, provenance })[0] ?? "", /reassess\/date.*day/);
  assert.match(found({ date: "level", within, provenance })[0] ?? "", /«level» is not «date»/);
  assert.match(found({ level: "date", within, provenance })[0] ?? "", /«date» is not «single»/);
});
