import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isoDate, seededRandomness } from "#kernel";
import { newCaseCode } from "#registration";
import { readTypedCode, type WaitingCase } from "./find-waiting.ts";

function waitingIn(...codes: readonly string[]): readonly WaitingCase[] {
  const offeredOn = isoDate("2026-05-03");
  return codes.map((caseCode) => ({ caseCode, mode: "paper", offeredOn }));
}

const randomness = seededRandomness(1);
const code = newCaseCode(randomness);
const other = newCaseCode(randomness);
const lastFive = code.replaceAll("-", "").slice(1);

test("six characters that belong together are a code, whatever waits", () => {
  assert.equal(readTypedCode(code.toLowerCase().replaceAll("-", ""), []), code);
  assert.equal(readTypedCode(` ${code} `, waitingIn(other)), code);
});

test("the last five are enough where one waiting case ends so", () => {
  assert.equal(readTypedCode(lastFive.toLowerCase(), waitingIn(other, code)), code);
  assert.equal(readTypedCode(code.slice(2), waitingIn(code)), code);
});

test("fewer than five, and five that no waiting case ends with, are not enough", () => {
  assert.equal(readTypedCode(lastFive.slice(0, 4), waitingIn(code)), undefined);
  assert.equal(readTypedCode(lastFive, waitingIn(other)), undefined);
  assert.equal(readTypedCode("", waitingIn(code)), undefined);
});

test("where two waiting cases end alike, or one begins so, the sixth is waited for", () => {
  const twin = `X-${code.slice(2)}`;
  assert.equal(readTypedCode(lastFive, waitingIn(code, twin)), undefined);
  const begins = `${lastFive.slice(0, 1)}-${lastFive.slice(1)}-Z`;
  assert.equal(readTypedCode(lastFive, waitingIn(code, begins)), undefined);
});

test("no other case than a waiting one, or the one typed in full, is ever meant", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), (typed) => {
      const read = readTypedCode(typed, waitingIn(code, other));
      assert.ok(read === undefined || typed.toUpperCase().replace(/[\s–-]/g, "").length >= 5);
    }),
  );
});
