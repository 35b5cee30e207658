import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Answers, AnswerValue } from "#codebook";
import { combinationOf, meetingCodebook, readCombination } from "#screening";
import { combinationText } from "./combination-text.ts";
import { askedAnswers } from "./meeting-questions.ts";

const codebook = meetingCodebook();

function someAnswer(id: string): fc.Arbitrary<AnswerValue> {
  const question = codebook.variables.find((each) => each.id === id) ?? assert.fail(id);
  const codes = question.options.filter(({ exclusive }) => !exclusive).map(({ code }) => code);
  const single = fc.constantFrom(...question.options).map(({ code }) => [code]);
  const several = fc.shuffledSubarray(codes, { minLength: 1 });
  return fc.oneof(
    (question.type === "multiple" ? several : single).map((chosen) => ({
      kind: "codes" as const,
      codes: chosen,
    })),
    fc.constant({ kind: "missing" as const, code: 98 as const }),
  );
}

/** To every question, also those that are not asked then. */
const answered: fc.Arbitrary<Answers> = fc.record(
  {
    F04: someAnswer("F04"),
    F05: someAnswer("F05"),
    F06: someAnswer("F06"),
    F09: someAnswer("F09"),
    F07: someAnswer("F07"),
    F08: someAnswer("F08"),
  },
  { requiredKeys: ["F04", "F05", "F06", "F09"] },
);

test("what the page writes is what the server reads, whatever was answered on the way", () => {
  fc.assert(
    fc.property(answered, (answers) => {
      const text = combinationText(codebook, answers);
      const asked = askedAnswers(codebook, answers);
      assert.equal(text, combinationOf(asked));
      assert.equal(readCombination(text).kind, "done", text);
    }),
    { numRuns: 500 },
  );
});

test("reasons stand in the codebook's order, and nothing of what was answered before «Nej»", () => {
  const answers: Answers = {
    F05: { kind: "codes", codes: [6, 1] },
    F04: { kind: "codes", codes: [2] },
    F06: { kind: "codes", codes: [3] },
    F08: { kind: "codes", codes: [2] },
  };
  assert.equal(combinationText(codebook, answers), "F04=2;F05=1+6;F08=2");
});
