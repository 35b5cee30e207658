import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandomness } from "#kernel";
import { between, drawCode, drawSet, happens, shuffled } from "./draw.ts";

const chance = fc.integer().map(seededRandomness);

test("a code without weight is never drawn, and the others about as often as they should", () => {
  const randomness = seededRandomness(7);
  const drawn = Array.from({ length: 4000 }, () => drawCode(randomness, { 1: 3, 2: 0, 99: 1 }));
  assert.ok(!drawn.includes(2));
  const share = drawn.filter((code) => code === 1).length / drawn.length;
  assert.ok(Math.abs(share - 0.75) < 0.03, `${share}`);
});

test("certain and impossible are just that", () => {
  fc.assert(
    fc.property(chance, (randomness) => {
      assert.ok(happens(randomness, 100));
      assert.ok(!happens(randomness, 0));
      assert.deepEqual(drawSet(randomness, { 1: 100, 2: 0, 3: 100 }), [1, 3]);
    }),
  );
});

test("a number between two lies between them, the ends included", () => {
  fc.assert(
    fc.property(chance, fc.nat(100), fc.nat(100), (randomness, from, more) => {
      const number = between(randomness, from, from + more);
      assert.ok(number >= from && number <= from + more);
    }),
  );
  const randomness = seededRandomness(1);
  const seen = new Set(Array.from({ length: 100 }, () => between(randomness, 1, 3)));
  assert.deepEqual([...seen].sort(), [1, 2, 3]);
});

test("shuffling loses nothing and doubles nothing", () => {
  fc.assert(
    fc.property(chance, fc.array(fc.integer()), (randomness, numbers) => {
      const mixed = shuffled(randomness, numbers);
      assert.deepEqual([...mixed].sort(), [...numbers].sort());
    }),
  );
});
