import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryCodebooks } from "#codebook";
import { caseInSession, sessionIn } from "./session-place.ts";
import {
  counterInBrief,
  doneTogether,
  handsUp,
  leftInBrief,
  putOffInWords,
  waitingInWords,
} from "./session-words.ts";

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

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();

test("what is left in a case is told by its first two questions, and so is a case put off", () => {
  const missing = codebook.variables
    .filter(({ required }) => required)
    .map(({ id, label }) => {
      return { kind: "answer", at: id, label, address: { variable: id } } as const;
    });
  const [one, two] = missing.map(({ label }) => label.sv);
  const left = (count: number) =>
    leftInBrief(codebook, [{ phase: "background", missing: missing.slice(0, count) }]);
  assert.equal(left(1), `Kvar: ${one}`);
  assert.equal(left(2), `Kvar: ${one} och ${two}`);
  assert.equal(left(4), `Kvar: ${one}, ${two} och 2 till`);
  const name = codebook.phases.find(({ id }) => id === "background")?.label.sv;
  assert.equal(left(0), `Kvar: klarmarkera ${name}`);
  assert.equal(leftInBrief(codebook, []), "");
  const putOff = (count: number, isBack = false) =>
    putOffInWords({ code: "V-2345-6", missing: count }, isBack);
  assert.equal(putOff(2), "Två svar saknas: V-2345-6 kommer tillbaka sist.");
  assert.equal(putOff(1, true), "Ett svar saknas: V-2345-6 är det enda som väntar.");
  assert.equal(putOff(0), "En fas är inte klarmarkerad: V-2345-6 kommer tillbaka sist.");
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
