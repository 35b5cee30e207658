import assert from "node:assert/strict";
import { test } from "node:test";
import { meetingCodebook } from "#screening";
import { combinationText } from "./combination-text.ts";
import {
  emptyDraft,
  goBack,
  goOn,
  optionAt,
  pick,
  stepsOf,
  type TallyDraft,
} from "./tally-draft.ts";

const codebook = meetingCodebook();

/** By keys alone, as the page takes them; what is noted when the last step is past. */
function keyed(keys: string, asksAboutPerson = true): string | TallyDraft {
  let draft = emptyDraft;
  for (const key of keys) {
    const step = stepsOf(codebook, draft, asksAboutPerson)[draft.at] ?? assert.fail("past the end");
    if (key === "E") draft = goOn(draft, step) ?? draft;
    else if (key === "<") draft = goBack(draft);
    else {
      const { question, code } = optionAt(step, key) ?? assert.fail(`${key} is nothing here`);
      draft = pick(codebook, draft, step, question, code);
    }
  }
  const isDone = draft.at >= stepsOf(codebook, draft, asksAboutPerson).length;
  return isDone ? combinationText(codebook, draft.answers) : draft;
}

test("a meeting in which the person was asked takes three keys, and four with sex and age", () => {
  assert.equal(keyed("13E"), "F04=1;F06=3");
  assert.equal(keyed("1316"), "F04=1;F06=3;F07=1;F08=3");
  assert.equal(keyed("13", false), "F04=1;F06=3");
});

test("where there is violence it is asked what was done, as much as was done", () => {
  assert.equal(keyed("1121EE"), "F04=1;F06=1;F09=1+2");
  assert.equal(keyed("125E4E"), "F04=1;F06=2;F09=5;F08=1");
});

test("«Inget just nu» stands alone", () => {
  assert.equal(keyed("1115E", false), "F04=1;F06=1;F09=5");
  assert.equal(keyed("1151E", false), "F04=1;F06=1;F09=1");
});

test("why the question was not put: one reason at least, and each key chosen twice is none", () => {
  assert.equal(keyed("231E2E"), "F04=2;F05=1+3;F07=2");
  const left = keyed("211E");
  assert.ok(typeof left !== "string" && left.at === 1);
});

test("what need not be noted is taken back by choosing it again", () => {
  assert.equal(keyed("1311E"), "F04=1;F06=3");
});

test("one step back the answer can be another, and what followed from the first is gone", () => {
  assert.equal(keyed("11<3E"), "F04=1;F06=3");
  assert.equal(keyed("13<<23EE"), "F04=2;F05=3");
});

test("a key that stands for nothing is nothing", () => {
  const [first = assert.fail("no question")] = stepsOf(codebook, emptyDraft, true);
  for (const key of ["0", "3", "9", "Enter", "a", ""])
    assert.equal(optionAt(first, key), undefined);
});
