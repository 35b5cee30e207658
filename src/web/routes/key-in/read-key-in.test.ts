import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate, seededRandomness } from "#kernel";
import { newCaseCode } from "#registration";
import { readKeyIn } from "./read-key-in.ts";

const today = isoDate("2026-11-21");
const code = newCaseCode(seededRandomness(1));
const answers = { V26: { kind: "codes", codes: [1] } } as const;

test("the code is read as people write it, and an empty day is today", () => {
  const typed = code.toLowerCase().replaceAll("-", "");
  assert.deepEqual(readKeyIn({ code: typed, day: "", answers }, today), {
    kind: "ready",
    caseCode: code,
    answeredOn: today,
  });
});

test("a wrong character is found before anything is sent", () => {
  const wrong = code.replace(/.$/, (last) => (last === "2" ? "3" : "2"));
  const read = readKeyIn({ code: wrong, day: "", answers }, today);
  assert.equal(read.kind === "problem" && read.problem.at, "code");
});

test("a day that is none, and a survey without answers, are told at their place", () => {
  const day = readKeyIn({ code, day: "31/2", answers }, today);
  assert.equal(day.kind === "problem" && day.problem.at, "day");
  const none = readKeyIn({ code, day: "", answers: {} }, today);
  assert.equal(none.kind === "problem" && none.problem.at, "answers");
});
