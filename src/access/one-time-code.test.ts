import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, strongRandomness } from "#kernel";
import { codeAt, codeSeedAddress, newCodeSeed, stepOfCode } from "./one-time-code.ts";

/** RFC 6238, appendix B: the seed «12345678901234567890», and the last six of the eight digits. */
const seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const vectors = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
] as const;

function at(seconds: number) {
  return instant(new Date(seconds * 1000).toISOString());
}

test("codes are those of RFC 6238", () => {
  for (const [seconds, code] of vectors) {
    assert.equal(codeAt(seed, at(seconds)), code);
    assert.equal(stepOfCode(seed, code, at(seconds)), Math.floor(seconds / 30));
  }
});

test("a code holds one step before and one after its own, and no longer", () => {
  const [, [seconds, code]] = vectors;
  const step = Math.floor(seconds / 30);
  const start = step * 30;
  for (const late of [-30, -1, 0, 29, 30, 59]) {
    assert.equal(stepOfCode(seed, code, at(start + late)), step, String(late));
  }
  for (const late of [-31, 60]) assert.equal(stepOfCode(seed, code, at(start + late)), undefined);
});

test("what is no code of six digits is no code", () => {
  for (const odd of ["", "0", "28708", "2870822", "28708a", "287 82", "٢٨٧٠٨٢", "-87082"]) {
    assert.equal(stepOfCode(seed, odd, at(59)), undefined, odd);
  }
});

test("every seed is new, and its address tells the app how to count", () => {
  const made = newCodeSeed(strongRandomness);
  assert.match(made, /^[A-Z2-7]{32}$/);
  assert.notEqual(made, newCodeSeed(strongRandomness));
  const address = new URL(codeSeedAddress(made, "anna (Granviken)"));
  assert.equal(`${address.protocol}//${address.host}`, "otpauth://totp");
  assert.equal(decodeURIComponent(address.pathname), "/Skillnad:anna (Granviken)");
  assert.deepEqual(Object.fromEntries(address.searchParams), {
    issuer: "Skillnad",
    secret: made,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
