import assert from "node:assert/strict";
import { test } from "node:test";
import { caseInSession, sessionIn } from "./session-place.ts";
import { counterInBrief, doneTogether, handsUp, waitingInWords } from "./session-words.ts";

test("what was done is told together", () => {
  assert.equal(doneTogether({ answers: 23, cases: 7 }), "Ni registrerade 23 svar i 7 ärenden.");
  assert.equal(doneTogether({ answers: 1, cases: 1 }), "Ni registrerade 1 svar i ett ärende.");
  assert.equal(doneTogether({ answers: 0, cases: 0 }), "Inga svar registrerades.");
  const counter = { done: 1, inWork: 2, later: 0, answers: 41, cases: 3 };
  assert.equal(counterInBrief(counter), "1 klart · 2 i arbete · 41 svar");
});

test("hands are told by how many, and the question", () => {
  assert.equal(handsUp(1, "Kön"), "1 hand uppe: Kön");
  assert.equal(handsUp(2, "Våldets grovhet"), "2 händer uppe: Våldets grovhet");
});

test("what waits is told, also when it is nothing", () => {
  assert.equal(waitingInWords(0), "Inget mer väntar på dig.");
  assert.match(waitingInWords(1), /^Ett ärende väntar\./);
  assert.match(waitingInWords(12), /^Tolv ärenden väntar\./);
});

test("the session goes along in a case's address, and nothing else is taken for one", () => {
  const place = { unit: "9001-stodcentrum fyren", session: "0a".repeat(16) };
  const { searchParams } = new URL(caseInSession("M-2345-6", place), "http://skillnad.test");
  assert.deepEqual(sessionIn(searchParams), place);
  for (const other of ["", "x y", `${"0a".repeat(16)}`, "../../etc passwd"]) {
    assert.equal(sessionIn(new URLSearchParams({ stuga: other })), undefined);
  }
});
