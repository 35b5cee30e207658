import assert from "node:assert/strict";
import { test } from "node:test";
import { quantile } from "./quantile.ts";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test("the 95th of a hundred values is the 95th smallest", () => {
  assert.equal(quantile(hundred, 0.95), 95);
  assert.equal(quantile(hundred, 0.5), 50);
  assert.equal(quantile(hundred, 1), 100);
});

test("of few values the largest are not lost: p95 of three is the third", () => {
  assert.equal(quantile([1, 30, 2], 0.95), 30);
  assert.equal(quantile([7], 0.95), 7);
});

test("nothing measured is no figure", () => {
  assert.throws(() => quantile([], 0.95), /nothing was measured/);
});
