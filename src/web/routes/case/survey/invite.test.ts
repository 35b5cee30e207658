import assert from "node:assert/strict";
import { test } from "node:test";
import { problem, problemSentence } from "#kernel";
import { emptyQueue, type SaveEntry, type SaveQueue } from "../../../saving/save-queue.ts";
import { whyNotHandOver } from "./invite.ts";

const entry: SaveEntry = {
  key: "1",
  caseCode: "M-7F3K-2",
  change: { kind: "reopen-case", reason: "fel dag" },
};
const notSaved = problem("case-voided");

test("the screen is handed over when everything is saved", () => {
  assert.equal(whyNotHandOver(emptyQueue), undefined);
});

test("what waits to be saved is waited for, in whichever case it is", () => {
  const queue: SaveQueue = { ...emptyQueue, waiting: [{ ...entry, caseCode: "K-2222-2" }] };
  assert.match(whyNotHandOver(queue) ?? "", /^Allt är inte sparat än\./);
});

test("what could not be saved is put right first: it would be gone with the session", () => {
  const problems = [{ ...notSaved, sentence: problemSentence(notSaved) }];
  const queue: SaveQueue = { ...emptyQueue, refused: [{ entry, problems }] };
  assert.match(whyNotHandOver(queue) ?? "", /^Ett svar är inte sparat\./);
});
