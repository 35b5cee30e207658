import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook } from "#codebook";
import { problem } from "#kernel";
import { faultOfCase } from "./check-words.ts";
import { placeOfFault } from "./place-of-fault.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no codebook");
const items = [
  { group: "riskAssessment", phase: "before", answers: {} },
  { group: "intervention", phase: "during", answers: {} },
] as const;

function found(place: string) {
  const fault = problem("delivery-unknown-code", "Leveransen", { place, value: "55", line: 2 });
  const where = placeOfFault(fault, { items }, codebook);
  return { where, sentence: faultOfCase(fault, where) };
}

test("a fault in a question is told by its label, at its phase", () => {
  const { where, sentence } = found("V01");
  assert.deepEqual(where?.place, { phase: "background", variable: "V01" });
  assert.match(sentence, /^\S.*: svaret finns inte i omgångens kodbok/);
});

test("a fault in a row is told by its group, in the phase that the row belongs to", () => {
  const [group] = codebook.groups.filter(({ id }) => id === "riskAssessment");
  const field = group?.fields[0] ?? assert.fail("no field");
  const { where, sentence } = found(`items[0].${field.id}`);
  assert.deepEqual(where?.place, { phase: "before", variable: "riskAssessment" });
  assert.ok(sentence.startsWith(`${group?.label.sv}, ${field.label.sv.toLowerCase()}: `), sentence);
});

test("a fault anywhere else is the case's as a whole, and no sentence tells an answer", () => {
  for (const place of ["counts", "items[7].method", "items[0].group x", "begun", ""]) {
    const { where, sentence } = found(place);
    if (place !== "items[0].group x") assert.equal(where, null, place);
    assert.match(sentence, /\.$/);
    assert.doesNotMatch(sentence, /55|rad 2|Leveransen/);
  }
  const round = problem("delivery-row-round", "Leveransen", { place: "started", line: 2 });
  assert.match(faultOfCase(round, null), /start eller avslut/);
});
