import assert from "node:assert/strict";
import { test } from "node:test";
import { type Randomness, randomId, seededRandomness, strongRandomness } from "./index.ts";

function histogram(randomness: Randomness, limit: number, draws: number): readonly number[] {
  const counts = new Array<number>(limit).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const value = randomness.below(limit);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

test("the same seed gives the same draws", () => {
  assert.equal(randomId(seededRandomness(7)), randomId(seededRandomness(7)));
  assert.notEqual(randomId(seededRandomness(7)), randomId(seededRandomness(8)));
});

test("draws are even: no value is five standard deviations off", () => {
  for (const randomness of [seededRandomness(1), strongRandomness]) {
    const [limit, draws] = [24, 48_000];
    const expected = draws / limit;
    for (const count of histogram(randomness, limit, draws)) {
      assert.ok(Math.abs(count - expected) < 5 * Math.sqrt(expected), `${count} of ${expected}`);
    }
  }
});

test("identifiers are 128 bits in hexadecimal", () => {
  assert.match(randomId(strongRandomness), /^[0-9a-f]{32}$/);
});
