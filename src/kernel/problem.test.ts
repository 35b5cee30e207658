import assert from "node:assert/strict";
import { test } from "node:test";
import { problem, problemSentence, problemStatus } from "./index.ts";
import { problemVocabulary } from "./problem-vocabulary.ts";

test("a problem is told as a sentence with its details filled in", () => {
  const found = problem("text-too-long", "reason", { limit: 500 });
  assert.equal(problemSentence(found, "sv"), "Texten är för lång. Högst 500 tecken.");
  assert.equal(problemSentence(found, "en"), "reason is longer than 500 characters.");
  assert.equal(problemStatus(found), 422);
});

test("every problem says something in both languages and has a status that fits", () => {
  for (const [code, { status, sv, en }] of Object.entries(problemVocabulary)) {
    assert.ok(sv.length > 0 && en.length > 0, code);
    assert.ok(status === 0 || (status >= 400 && status < 600), code);
  }
});
