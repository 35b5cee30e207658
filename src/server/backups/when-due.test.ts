import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#kernel";
import { isDue, nextSlot } from "./when-due.ts";

const plan = { time: "02:15" };
const made = (at: string) => ({ at: instant(at), file: "/b", bytes: 1, sha256: "0" });
const due = (now: string, last: string | null, failed: string | null = null) =>
  isDue(
    plan,
    {
      made: last === null ? null : made(last),
      failed: failed === null ? null : { at: instant(failed), sentence: "Full." },
    },
    instant(now),
  );

test("each night once, and the first at once", () => {
  assert.ok(due("2026-11-23T12:00:00Z", null));
  // 02:15 in Sweden is 01:15 in winter.
  assert.ok(!due("2026-11-23T01:14:00Z", "2026-11-22T01:15:20Z"));
  assert.ok(due("2026-11-23T01:15:00Z", "2026-11-22T01:15:20Z"));
  assert.ok(!due("2026-11-23T01:16:00Z", "2026-11-23T01:15:20Z"));
});

test("what was missed while the program did not run is made when it runs again", () => {
  assert.ok(due("2026-11-23T09:00:00Z", "2026-11-20T01:15:20Z"));
  assert.ok(!due("2026-11-23T10:00:00Z", "2026-11-23T09:00:20Z"));
});

test("a failure is not tried again for an hour", () => {
  assert.ok(!due("2026-11-23T02:00:00Z", "2026-11-22T01:15:20Z", "2026-11-23T01:16:00Z"));
  assert.ok(due("2026-11-23T02:16:00Z", "2026-11-22T01:15:20Z", "2026-11-23T01:16:00Z"));
});

test("a clock that was wrong, and is set right, stops nothing for long", () => {
  assert.ok(due("2026-11-23T09:00:00Z", "2031-01-01T00:00:00Z"));
  assert.ok(due("2026-11-23T09:00:00Z", null, "2031-01-01T00:00:00Z"));
});

test("in the nights when the clock is moved there is one backup each", () => {
  // 29 March: 02:15 does not exist, and 03:00 comes after 01:59.
  assert.ok(!due("2026-03-29T00:59:00Z", "2026-03-28T01:15:20Z"));
  assert.ok(due("2026-03-29T01:00:00Z", "2026-03-28T01:15:20Z"));
  // 25 October: 02:15 comes twice.
  assert.ok(due("2026-10-25T00:15:00Z", "2026-10-24T00:15:20Z"));
  assert.ok(!due("2026-10-25T01:15:00Z", "2026-10-25T00:15:20Z"));
});

test("the next one is today while its time has not come, and else tomorrow", () => {
  assert.deepEqual(nextSlot(plan, instant("2026-11-23T00:00:00Z")).day, "2026-11-23");
  assert.deepEqual(nextSlot(plan, instant("2026-11-23T01:15:00Z")).day, "2026-11-24");
});
