import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook } from "#codebook";
import { isoDate, problem, problemSentence, seededRandomness } from "#kernel";
import { newCaseCode } from "#registration";
import { placeOfRefusal, readKeyIn } from "./read-key-in.ts";

const today = isoDate("2026-11-21");
const code = newCaseCode(seededRandomness(1));
const chosen = { kind: "codes", codes: [1] } as const;
const answers = {
  V26: chosen,
  V27: chosen,
  V28: chosen,
  V29: { kind: "missing", code: 98 },
} as const;
const found = effectiveCodebook("su-kvinnofrid-2021");
if (!found) throw new Error("the library lacks its codebook");
const codebook = found;

test("the code is read as people write it, and an empty day is today", () => {
  const typed = code.toLowerCase().replaceAll("-", "");
  assert.deepEqual(readKeyIn(codebook, { code: typed, day: "", answers }, today), {
    kind: "ready",
    caseCode: code,
    answeredOn: today,
  });
});

test("a wrong character is found before anything is sent", () => {
  const wrong = code.replace(/.$/, (last) => (last === "2" ? "3" : "2"));
  const read = readKeyIn(codebook, { code: wrong, day: "", answers }, today);
  assert.equal(read.kind === "problem" && read.problem.at, "code");
});

test("a day that is none, and a survey without answers, are told at their place", () => {
  const day = readKeyIn(codebook, { code, day: "31/2", answers }, today);
  assert.equal(day.kind === "problem" && day.problem.at, "day");
  const none = readKeyIn(codebook, { code, day: "", answers: {} }, today);
  assert.equal(none.kind === "problem" && none.problem.at, "answers");
});

test("a question without an answer is named, and a skipped one is keyed in on purpose", () => {
  const { V27: _, ...partly } = answers;
  const read = readKeyIn(codebook, { code, day: "", answers: partly }, today);
  assert.ok(read.kind === "problem" && read.problem.at === "answers");
  assert.match(read.problem.sentence, /^Utan svar: «Vilken betydelse .*Uppgift saknas\.$/);
});

test("what the server refuses is told where it belongs", () => {
  const told = (code: "survey-not-offered" | "date-in-future" | "unknown-option", at?: string) => {
    const refused = problem(code, at);
    return placeOfRefusal(codebook, [{ ...refused, sentence: problemSentence(refused) }])?.at;
  };
  assert.equal(told("date-in-future", "answeredOn"), "day");
  assert.equal(told("unknown-option", "V26"), "answers");
  assert.equal(told("survey-not-offered"), "code");
});
