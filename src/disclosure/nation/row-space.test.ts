import assert from "node:assert/strict";
import { test } from "node:test";
import { RowSpace } from "./row-space.ts";

const sum = (...coefficients: readonly number[]) => Uint8Array.from(coefficients);

test("what two equations leave open has no value, and what they settle has theirs", () => {
  const space = new RowSpace(3);
  space.add(sum(1, 1, 1), 100);
  space.add(sum(1, 1, 0), 97);
  assert.equal(space.valueOf(sum(0, 0, 1)), 3);
  assert.equal(space.valueOf(sum(1, 1, 1)), 100);
  assert.equal(space.valueOf(sum(1, 0, 0)), undefined);
  assert.equal(space.valueOf(sum(1, 0, 1)), undefined);
});

test("a cell that no two equations settle is found by three", () => {
  const space = new RowSpace(4);
  space.add(sum(1, 1, 0, 0), 30);
  space.add(sum(0, 1, 1, 0), 50);
  space.add(sum(1, 0, 1, 0), 24);
  assert.equal(space.valueOf(sum(1, 0, 0, 0)), 2);
  assert.equal(space.valueOf(sum(0, 0, 0, 1)), undefined);
});

test("the same equation twice, and a sum of others, say nothing new", () => {
  const space = new RowSpace(2);
  space.add(sum(1, 0), 8);
  space.add(sum(1, 0), 8);
  space.add(sum(0, 1), 5);
  space.add(sum(1, 1), 13);
  assert.equal(space.valueOf(sum(1, 1)), 13);
});
