import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook, type Variable } from "#codebook";
import { toldIn } from "./told-question.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021");
const found = codebook?.variables.find(({ phase, view }) => phase === "client" && !view);
if (!found) throw new Error("the library asks clients nothing");
const question: Variable = found;
const labels = question.options.map(({ label }) => label.sv);
const ask = { place: "Fråga 1", swedish: (question.prompt ?? question.label).sv, text: "سؤال" };
const answers = labels.map((swedish, index) => ({
  place: `Fråga 1, svar ${index + 1}`,
  swedish,
  text: `جواب ${index + 1}`,
}));

test("a question is read aloud in the language that has it whole", () => {
  const language = { tag: "ar", direction: "rtl", texts: [ask, ...answers] } as const;
  const told = toldIn(language, question);
  assert.equal(told.tag, "ar");
  assert.equal(told.direction, "rtl");
  assert.equal(told.ask, "سؤال");
  assert.deepEqual(
    told.options,
    labels.map((_, index) => `جواب ${index + 1}`),
  );
});

test("where a word of it is missing, or it is not translated, it is read in Swedish", () => {
  const [first = assert.fail(), ...others] = answers;
  const partly = [ask, { ...first, text: "" }, ...others];
  for (const texts of [partly, [ask, ...others], [{ ...ask, text: "" }, ...answers], []]) {
    const told = toldIn({ tag: "ar", direction: "rtl", texts }, question);
    assert.deepEqual([told.tag, told.options], ["sv", labels]);
  }
});
