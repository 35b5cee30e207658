import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { AnswerValue } from "#codebook";
import { combinationOf, readCombination } from "./combination.ts";
import { legalAnswers } from "./testing/legal-answers.ts";

const legal = legalAnswers();
const texts = legal.map(combinationOf);
const legalTexts = new Set(texts);

test("every way to note a meeting has one text of its own, and is read back as it was", () => {
  assert.equal(legalTexts.size, legal.length);
  for (const [index, answers] of legal.entries()) {
    assert.deepEqual(readCombination(texts[index] ?? ""), { kind: "done", value: answers });
  }
});

test("the text does not depend on the order of questions, or of what was chosen", () => {
  const shuffled = fc.constantFrom(...legal).chain((answers) =>
    fc.record({
      answers: fc.constant(answers),
      order: fc.shuffledSubarray(Object.keys(answers), { minLength: Object.keys(answers).length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, fc.boolean(), ({ answers, order }, isReversed) => {
      const other = Object.fromEntries(
        order.flatMap((id) => {
          const value = answers[id];
          return value ? [[id, isReversed ? reversed(value) : value]] : [];
        }),
      );
      assert.equal(combinationOf(other), combinationOf(answers));
    }),
  );
});

function reversed(value: AnswerValue): AnswerValue {
  return value.kind === "codes" ? { kind: "codes", codes: value.codes.toReversed() } : value;
}

test("one character that is changed, lost or added gives another legal text, or is refused", () => {
  const character = fc.oneof(
    fc.constantFrom(..."0123456789F=;+ -,.:\n\u0000_"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  const damage = fc.constantFrom("changed", "lost", "added");
  let refusedOnes = 0;
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), damage, character, (text, drawn, how, by) => {
      const at = drawn % text.length;
      const after = text.slice(how === "added" ? at : at + 1);
      const damaged = `${text.slice(0, at)}${how === "lost" ? "" : by}${after}`;
      const read = readCombination(damaged);
      assert.equal(read.kind === "done", legalTexts.has(damaged), damaged);
      if (read.kind === "done") assert.equal(combinationOf(read.value), damaged);
      else refusedOnes++;
    }),
    { numRuns: 4_000 },
  );
  assert.ok(refusedOnes > 1_000);
});

test("no text whatever breaks the reader", () => {
  const part = fc.tuple(
    fc.constantFrom("F03", "F04", "F05", "F06", "F09", "F07", "F08"),
    fc.nat(99),
  );
  const nearly = fc
    .array(part)
    .map((parts) => parts.map(([id, code]) => `${id}=${code}`).join(";"));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), nearly), (text) => {
      assert.equal(readCombination(text).kind === "done", legalTexts.has(text));
    }),
    { numRuns: 2_000 },
  );
});
