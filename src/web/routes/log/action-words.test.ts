import assert from "node:assert/strict";
import { test } from "node:test";
import { actionInWords } from "./action-words.ts";

test("an action is told in words, and one without words by its name", () => {
  assert.equal(actionInWords("case.read"), "Läste ärendet");
  assert.equal(actionInWords("something.new"), "something.new");
});
