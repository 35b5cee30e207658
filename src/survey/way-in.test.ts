import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { municipalityCode, type Randomness, seededRandomness, strongRandomness } from "#kernel";
import {
  answerKeyOf,
  hashSecret,
  isPin,
  keptWayIn,
  newLink,
  newPin,
  newTypedCode,
  parseWayIn,
  writeWayIn,
} from "./way-in.ts";

const here = municipalityCode("9001");
const link = newLink(here, seededRandomness(1));
const typed = newTypedCode(here, seededRandomness(2));

/** Counts what is drawn from it: the least number of equally probable secrets, in bits. */
function counting(): Randomness & { readonly bits: () => number } {
  let bits = 0;
  return {
    below(limit) {
      bits += Math.log2(limit);
      return strongRandomness.below(limit);
    },
    bytes(length) {
      bits += 8 * length;
      return strongRandomness.bytes(length);
    },
    bits: () => bits,
  };
}

test("a link is drawn from 128 bits, a code to type from 40, and every bit of them stands in it", () => {
  const [links, codes, pins] = [counting(), counting(), counting()];
  const { secret } = newLink(here, links);
  assert.equal(links.bits(), 128);
  assert.equal(Buffer.from(secret, "base64url").length * 8, 128);
  assert.match(newTypedCode(here, codes).secret, /^[A-HJ-NP-Z2-9]{8}$/);
  assert.equal(codes.bits(), 40);
  assert.match(newPin(pins), /^\d{4}$/);
  assert.ok(Math.abs(pins.bits() - Math.log2(10_000)) < 1e-9);
});

test("each of the thirty-two characters, and each digit, comes as often in each place", () => {
  const randomness = seededRandomness(20_261_122);
  const draws = 6400;
  for (const [draw, length, kinds] of [
    [() => newTypedCode(here, randomness).secret, 8, 32],
    [() => newPin(randomness), 4, 10],
  ] as const) {
    const seen = Array.from({ length }, () => new Map<string, number>());
    for (let count = 0; count < draws; count++) {
      for (const [place, char] of [...draw()].entries()) {
        const counts = seen[place];
        counts?.set(char, (counts.get(char) ?? 0) + 1);
      }
    }
    for (const counts of seen) {
      assert.equal(counts.size, kinds);
      const expected = draws / kinds;
      const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      // Five standard deviations above the mean of chi-squared.
      assert.ok(chi < kinds - 1 + 5 * Math.sqrt(2 * (kinds - 1)), `${chi}`);
    }
  }
});

test("a thousand of each: never twice the same, and none is mistaken for the other kind", () => {
  const links = new Set<string>();
  const codes = new Set<string>();
  for (let count = 0; count < 1000; count++) {
    for (const [made, all] of [
      [newLink(here, strongRandomness), links],
      [newTypedCode(here, strongRandomness), codes],
    ] as const) {
      assert.deepEqual(parseWayIn(writeWayIn(made)), made);
      all.add(made.secret);
    }
  }
  assert.deepEqual([links.size, codes.size], [1000, 1000]);
});

test("a code is read as people type it; what cannot be a way in is none", () => {
  const written = writeWayIn({ municipality: here, secret: "7F3K92QD" });
  assert.equal(written, "9001-7F3K-92QD");
  for (const text of [written, "90017f3k92qd", " 9001 7F3K 92QD ", "9001–7f3k–92qd"]) {
    assert.deepEqual(parseWayIn(text), { municipality: here, secret: "7F3K92QD" });
  }
  const wrong = ["", "9001", "9001-7F3K-92Q", "9001-7F3K-92Q0", "9001-7F3K-92QI", "abcd-7F3K-92QD"];
  for (const text of [
    ...wrong,
    `${writeWayIn(link)}x`,
    `9001${"é".repeat(22)}`,
    "x".repeat(5000),
  ]) {
    assert.equal(parseWayIn(text), undefined, text.slice(0, 30));
  }
});

test("the digits open with their own way in alone", () => {
  const kept = keptWayIn(link, "0417");
  assert.ok(isPin(link.secret, "0417", kept.pinHash));
  for (const pin of ["0418", "417", "", "0417 ", "٠٤١٧"]) {
    assert.equal(isPin(link.secret, pin, kept.pinHash), false);
  }
  assert.equal(isPin(typed.secret, "0417", kept.pinHash), false);
  assert.equal(isPin(link.secret, "0417", undefined), false, "nothing is kept of it");
  assert.equal(isPin(link.secret, "", undefined), false);
});

test("from what is kept, ten thousand digits cannot be tried", () => {
  const kept = keptWayIn(link, "0417");
  const others = keptWayIn(newLink(here, strongRandomness), "0417");
  assert.notEqual(kept.pinHash, others.pinHash, "the same digits, and yet another hash");
  const answerHash = hashSecret(answerKeyOf(link).secret);
  // Whatever stands in the database is no key to them, nor are they hashed without one.
  const keys = ["", kept.secretHash, answerHash, here];
  for (let number = 0; number < 10_000; number++) {
    const pin = String(number).padStart(4, "0");
    for (const text of [pin, `pin ${pin}`]) {
      assert.notEqual(createHash("sha256").update(text).digest("hex"), kept.pinHash);
      for (const key of keys) {
        assert.notEqual(createHmac("sha256", key).update(text).digest("hex"), kept.pinHash);
      }
    }
  }
});

test("the key to the opened pages is the way in's own, and does not lead back to it", () => {
  const key = answerKeyOf(link);
  assert.deepEqual(answerKeyOf(link), key, "opened twice, the same");
  assert.equal(Buffer.from(key.secret, "base64url").length, 16);
  assert.deepEqual(parseWayIn(writeWayIn(key)), key);
  assert.notEqual(key.secret, answerKeyOf(typed).secret);
  const kept = keptWayIn(link, "0417");
  assert.notEqual(hashSecret(key.secret), kept.secretHash);
  assert.equal(isPin(key.secret, "0417", kept.pinHash), false);
});
