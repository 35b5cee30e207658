import assert from "node:assert/strict";
import { test } from "node:test";
import { drawSample, sampleSize } from "./draw-sample.ts";

const numbers = Array.from({ length: 500 }, (_, index) => index + 1);

test("the same seed draws the same lines again, another seed others", () => {
  assert.deepEqual(drawSample(numbers, 7), drawSample(numbers, 7));
  assert.notDeepEqual(drawSample(numbers, 7), drawSample(numbers, 8));
});

test("a sample is of different lines, in order; a small log is drawn whole", () => {
  const drawn = drawSample(numbers, 2026);
  assert.equal(new Set(drawn).size, sampleSize);
  assert.deepEqual(
    drawn,
    drawn.toSorted((a, b) => a - b),
  );
  assert.ok(drawn.every((each) => numbers.includes(each)));
  assert.deepEqual(drawSample([5, 3, 9], 1), [3, 5, 9]);
  assert.deepEqual(drawSample([], 1), []);
});

test("over many seeds every line is drawn about as often", () => {
  const few = [1, 2, 3, 4, 5, 6];
  const counts = new Map(few.map((each) => [each, 0]));
  for (let seed = 0; seed < 6000; seed++) {
    for (const each of drawSample(few, seed, 2)) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  for (const count of counts.values()) assert.ok(Math.abs(count - 2000) < 200, String(count));
});
