import assert from "node:assert/strict";
import { test } from "node:test";
import type { AsTold, QuestionName } from "#codebook";
import { problemSentence } from "#kernel";
import { newest, older } from "../testing/two-versions.ts";
import { notInVersion } from "./not-in-version.ts";

function told(present: readonly number[], ...questions: readonly QuestionName[]) {
  return notInVersion([newest, older], present, questions).map((found) => {
    const { variable, codebook, other } = found.details ?? {};
    assert.ok(problemSentence(found, "sv").includes(String(variable)));
    return `${variable}: ${codebook}, ${other}`;
  });
}

test("what none of the cases was asked is named, with the codebook that has it", () => {
  assert.deepEqual(told([1], { id: "fresh" }), ["fresh: older, newest"]);
  assert.deepEqual(told([1], { id: "tone", group: "talk" }), ["tone: older, newest"]);
  assert.deepEqual(told([0, 1], { id: "fresh" }), []);
  assert.deepEqual(told([0], { id: "fresh" }), []);
});

test("what the newest no longer has is named, whichever the cases rest on", () => {
  for (const present of [[], [0], [1], [0, 1]]) {
    assert.deepEqual(told(present, { id: "gone" }), ["gone: newest, older"]);
  }
});

test("what can be compared with none of the cases' answers is named too", () => {
  assert.deepEqual(told([1], { id: "harm" }, { id: "contact" }), [
    "harm: older, newest",
    "contact: older, newest",
  ]);
  assert.deepEqual(told([0, 1], { id: "harm" }), []);
  const named = (asTold: AsTold) => notInVersion([newest, older], [1], [{ id: "age" }], asTold);
  assert.equal(named("as-answered").length, 0, "birth years are put in any bands");
  assert.equal(named("as-delivered").length, 1, "delivered bands are not");
});

test("a question under another name is the same question, and an unknown one is none", () => {
  assert.deepEqual(told([1], { id: "partner" }, { id: "housing" }, { id: "unheard-of" }), []);
  assert.deepEqual(told([1], { id: "place" }), ["place: older, newest"]);
});
