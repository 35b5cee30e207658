import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebooks, lintCodebook } from "#codebook";
import { meetingCodebook } from "./meeting-codebook.ts";
import { kindOfUnit, notedQuestions, questionOn } from "./questions-of-meeting.ts";

test("the meeting codebook has no fault", () => {
  assert.deepEqual(lintCodebook(meetingCodebook()), []);
});

test("it is none of the codebooks of cases", () => {
  assert.ok(effectiveCodebooks().every(({ id }) => id !== meetingCodebook().id));
});

test("the kind of unit is known, and all else is noted", () => {
  const noted = notedQuestions().map(({ id }) => id);
  assert.equal(kindOfUnit().id, "F03");
  assert.deepEqual(noted, ["F04", "F05", "F06", "F09", "F07", "F08"]);
  assert.throws(() => questionOn("shoeSize"), /shoeSize/);
});

test("nothing of a meeting is free text, a date or a number", () => {
  for (const { type, id } of meetingCodebook().variables) {
    assert.ok(type === "single" || type === "multiple", id);
  }
  assert.deepEqual(meetingCodebook().groups, []);
});
