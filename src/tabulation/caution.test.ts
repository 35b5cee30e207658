import assert from "node:assert/strict";
import { test } from "node:test";
import { type Condition, effectiveCodebook } from "#codebook";
import { cautionOf } from "./caution.ts";
import type { Measure } from "./table-specification.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021");
assert.ok(codebook);

function caution(measure: Measure, within?: Condition) {
  assert.ok(codebook);
  return cautionOf(codebook, {
    id: "t",
    population: "closed",
    ...(within ? { within } : {}),
    measure,
  });
}

function crossing(variable: string, ...by: readonly string[]): Measure {
  const question = (id: string) => ({ kind: "question", variable: id }) as const;
  return { kind: "crossing", rows: question(variable), columns: by.map(question) };
}

test("an outcome by intervention is told with its caution, in whichever column it stands", () => {
  assert.equal(caution(crossing("V22", "V17")), "chosen-by-need");
  assert.equal(caution(crossing("V26", "V01", "V17")), "chosen-by-need");
  assert.equal(caution(crossing("V24", "V19")), "chosen-by-need");
});

test("so is an outcome among those alone who were given something", () => {
  const share: Measure = { kind: "share", variable: "V22", codes: [1], base: "answered" };
  assert.equal(caution(share, { answer: "V17", in: [3] }), "chosen-by-need");
  assert.equal(caution(share, { someItem: "intervention" }), "chosen-by-need");
  assert.equal(
    caution(
      { kind: "change", group: "riskAssessment", field: "level" },
      { answer: "V17", in: [3] },
    ),
    "chosen-by-need",
  );
  assert.equal(caution(share, { answer: "V01", in: [2] }), null);
  assert.equal(caution(share, { someItem: "riskAssessment", phases: ["before"] }), null);
});

test("what was asked before the support chose nobody, and an intervention is no outcome", () => {
  assert.equal(caution(crossing("V24", "V15")), null);
  assert.equal(caution(crossing("V22")), null);
  assert.equal(caution(crossing("V17", "V22")), null);
  assert.equal(caution({ kind: "cases" }, { answer: "V17", in: [3] }), null);
});
