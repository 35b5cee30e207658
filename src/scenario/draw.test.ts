import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandomness } from "#kernel";
import { between, happens, shuffled } from "./draw.ts";

const chance = fc.integer().map(seededRandomness);

test("certain and impossible are just that", () => {
  fc.assert(
    fc.property(chance, (randomness) => {
      assert.ok(happens(randomness, 100));
      assert.ok(!happens(randomness, 0));
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
