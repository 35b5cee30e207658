import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebooks } from "#codebook";
import { paperParts } from "./paper-parts.ts";

const [codebook = assert.fail("the library is empty")] = effectiveCodebooks();

test("a phase asks on paper what it asks on the screen, rows where their numbers stand", () => {
  const told = (phase: "before" | "during" | "after") =>
    paperParts(codebook, phase).map((part) =>
      part.kind === "rows" ? `${part.group.id}[]` : part.variable.id,
    );
  assert.deepEqual(told("before"), [
    "V07",
    "V08",
    "V09",
    "V10",
    "V11",
    "V12",
    "V13",
    "riskAssessment[]",
  ]);
  assert.deepEqual(told("during"), ["V16", "intervention[]", "V19", "riskAssessment[]"]);
  assert.deepEqual(told("after"), ["V21", "V22", "V23", "riskAssessment[]", "V25"]);
});

test("every question that is asked stands on the paper once", () => {
  for (const each of effectiveCodebooks()) {
    const printed = each.phases.flatMap(({ id }) =>
      paperParts(each, id).flatMap((part) => (part.kind === "question" ? [part.variable.id] : [])),
    );
    const asked = each.variables.filter(({ view }) => !view).map(({ id }) => id);
    assert.deepEqual(printed.toSorted(), asked.toSorted());
  }
});
