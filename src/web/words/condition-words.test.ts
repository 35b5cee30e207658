import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryCodebooks } from "#codebook";
import { conditionInWords } from "./condition-words.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();

test("a condition is told with the question's and the options' own words", () => {
  assert.equal(
    conditionInWords({ answer: "V01", in: [1, 98] }, codebook),
    "«Kön» är Kvinna eller Uppgift saknas",
  );
});

test("and, or and not keep their scope", () => {
  const woman = { answer: "V01", in: [1] };
  const man = { answer: "V01", in: [2] };
  assert.equal(
    conditionInWords({ all: [woman, { any: [man, { not: woman }] }] }, codebook),
    "«Kön» är Kvinna och («Kön» är Man eller det inte är så att «Kön» är Kvinna)",
  );
});

test("a condition on rows says in which phase", () => {
  const told = conditionInWords(
    { someItem: "riskAssessment", phases: ["before"], where: { field: "method", in: [8] } },
    codebook,
  );
  assert.match(told, /^det finns någon riskbedömning i Före där radens «Metod» är /);
});

test("every condition of the library is told without a code or a name that nobody knows", () => {
  for (const book of libraryCodebooks()) {
    const conditions = [...book.variables, ...book.groups].flatMap(
      ({ condition }) => condition ?? [],
    );
    for (const condition of conditions.filter(() => book.overlays === undefined)) {
      assert.doesNotMatch(conditionInWords(condition, book), /kod \d|«[VX]\d\d»/);
    }
  }
});
