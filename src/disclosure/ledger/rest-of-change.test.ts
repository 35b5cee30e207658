import assert from "node:assert/strict";
import { test } from "node:test";
import { isSafeChange, restOf } from "./rest-of-change.ts";

test("where its share then is known it is taken away on both sides", () => {
  assert.equal(restOf(9, 7, 3), 5);
  assert.equal(restOf(9, 3, 7), 13);
  assert.equal(restOf(-4, 0, 4), 0);
  assert.equal(restOf(-9, 1, 3), 7);
});

test("where it is not known, the most telling that it could be", () => {
  assert.equal(restOf(0, 7, undefined), 0);
  // Of six that came at most six are its own: one may be left.
  assert.equal(restOf(6, 6, undefined), 1);
  assert.equal(restOf(6, 9, undefined), 1);
  assert.equal(restOf(6, 5, undefined), 1);
  assert.equal(restOf(6, 4, undefined), 2);
  assert.equal(restOf(6, 2, undefined), 4);
  assert.equal(restOf(6, 1, undefined), 5);
  assert.equal(restOf(6, 0, undefined), 6);
  // Of those who have gone its share may have been any.
  assert.equal(restOf(-9, 0, undefined), 1);
  assert.equal(restOf(-1, 50, undefined), 1);
});

test("a change is safe at nobody, or five of whatever is left", () => {
  const change = (change: number, ...own: readonly { now: number; before: number | undefined }[]) =>
    isSafeChange(change, own);
  assert.equal(change(0), true);
  assert.equal(change(4), false);
  assert.equal(change(5), true);
  assert.equal(change(-4), false);
  assert.equal(change(-5), true);
  assert.equal(change(9, { now: 4, before: 0 }), true);
  assert.equal(change(9, { now: 5, before: 0 }), false);
  assert.equal(change(9, { now: 9, before: 0 }), true, "all of them are its own");
  assert.equal(change(9, { now: 4, before: undefined }), true);
  assert.equal(change(9, { now: 5, before: undefined }), false);
  assert.equal(change(9, { now: 1, before: 1 }, { now: 5, before: 0 }), false);
});
