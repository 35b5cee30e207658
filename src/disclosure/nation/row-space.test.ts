import assert from "node:assert/strict";
import { test } from "node:test";
import { RowSpace } from "./row-space.ts";

const sum = (...coefficients: readonly number[]) => Uint8Array.from(coefficients);
const of = (...values: readonly number[]) => Int32Array.from(values);

test("what two equations leave open has no value, and what they settle has theirs", () => {
  const space = new RowSpace(1);
  space.add(sum(1, 1, 1), of(100));
  space.add(sum(1, 1, 0), of(97));
  assert.deepEqual(space.valueOf(sum(0, 0, 1)), of(3));
  assert.deepEqual(space.valueOf(sum(1, 1, 1)), of(100));
  assert.equal(space.valueOf(sum(1, 0, 0)), undefined);
  assert.equal(space.valueOf(sum(1, 0, 1)), undefined);
});

test("a cell that no two equations settle is found by three", () => {
  const space = new RowSpace(1);
  space.add(sum(1, 1, 0, 0), of(30));
  space.add(sum(0, 1, 1, 0), of(50));
  space.add(sum(1, 0, 1, 0), of(24));
  assert.deepEqual(space.valueOf(sum(1, 0, 0, 0)), of(2));
  assert.equal(space.valueOf(sum(0, 0, 0, 1)), undefined);
});

test("the same equation twice, and a sum of others, say nothing new", () => {
  const space = new RowSpace(1);
  space.add(sum(1, 0), of(8));
  space.add(sum(1, 0), of(8));
  space.add(sum(0, 1), of(5));
  space.add(sum(1, 1), of(13));
  assert.deepEqual(space.valueOf(sum(1, 1)), of(13));
});

test("what each attacker knows is solved beside the others", () => {
  const space = new RowSpace(2);
  space.add(sum(1, 1), of(30, 20));
  space.add(sum(1, 0), of(22, 17));
  assert.deepEqual(space.valueOf(sum(0, 1)), of(8, 3));
});
