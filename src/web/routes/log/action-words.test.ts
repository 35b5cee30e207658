import assert from "node:assert/strict";
import { test } from "node:test";
import { actionInWords, detailsInWords } from "./action-words.ts";

test("an action is told in words, and one without words by its name", () => {
  assert.equal(actionInWords("case.read"), "Läste ärendet");
  assert.equal(actionInWords("something.new"), "something.new");
});

test("details are told without their brackets", () => {
  assert.equal(detailsInWords('{"unit":"familjefrid","cases":14}'), "unit: familjefrid, cases: 14");
  assert.equal(detailsInWords("{}"), "");
});
