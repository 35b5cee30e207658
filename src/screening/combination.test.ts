import assert from "node:assert/strict";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import { combinationOf, readCombination } from "./combination.ts";
import { refusals } from "./testing/refusals.ts";

test("a meeting is one text, in the codebook's order, without what was not answered", () => {
  const answers = {
    F07: { kind: "codes", codes: [1] },
    F09: { kind: "codes", codes: [4, 2] },
    F06: { kind: "codes", codes: [1] },
    F04: { kind: "codes", codes: [1] },
  } as const;
  assert.equal(combinationOf(answers), "F04=1;F06=1;F09=2+4;F07=1");
  assert.equal(combinationOf({}), "");
});

test("the kind of unit follows from the unit: it is neither written nor read", () => {
  const F03 = { kind: "codes", codes: [1] } as const;
  const F04 = { kind: "missing", code: 98 } as const;
  assert.equal(combinationOf({ F03, F04 }), "F04=98");
  assert.deepEqual(refusals(readCombination("F03=1;F04=98")), ["combination-unknown combination"]);
});

const refused: readonly (readonly [why: string, text: string, at: string])[] = [
  ["nothing at all", "", "combination"],
  ["a question that is not there", "F04=2;F05=1;F10=1", "combination"],
  ["an option that is not there", "F04=2;F05=8", "F05"],
  ["a missing code that is not offered", "F04=97", "F04"],
  ["a missing code among others", "F04=2;F05=1+98", "F05"],
  ["two options of one that takes one", "F04=1;F06=3+4", "F06"],
  ["the same option twice", "F04=2;F05=1+1", "F05"],
  ["«inget just nu» with something", "F04=1;F06=1;F09=1+5", "F09"],
  ["whether it was put is missing", "F07=1", "F04"],
  ["not put, and no reason", "F04=2", "F05"],
  ["put, and no answer", "F04=1", "F06"],
  ["violence, and nothing on what was done", "F04=1;F06=2", "F09"],
  ["a reason where it was put", "F04=1;F05=1;F06=3", "F05"],
  ["an answer where it was not put", "F04=2;F05=1;F06=3", "F06"],
  ["something done where there was no violence", "F04=1;F06=3;F09=1", "F09"],
  ["options in another order", "F04=2;F05=2+1", "combination"],
  ["questions in another order", "F06=3;F04=1", "combination"],
  ["the same question twice", "F04=2;F05=1;F05=1", "combination"],
  ["a code with a nought before it", "F04=2;F05=01", "combination"],
  ["white space", "F04=1; F06=3", "combination"],
  ["an end that says nothing", "F04=1;F06=3;", "combination"],
  ["a name that every object has", "__proto__=1", "combination"],
  ["another name that every object has", "constructor=1;F04=98", "combination"],
  ["a text without end", "F04=1;".repeat(100_000), "combination"],
];

for (const [why, text, at] of refused) {
  test(`a combination is refused: ${why}`, () => {
    assert.ok(refusals(readCombination(text)).includes(`combination-unknown ${at}`));
  });
}

test("what does not go together is told with the part that is wrong", () => {
  const read = readCombination("F04=2;F05=8");
  assert.ok(read.kind === "refused");
  const [found] = read.problems;
  assert.ok(found);
  assert.match(problemSentence(found), /\(F05=8\)/);
});
