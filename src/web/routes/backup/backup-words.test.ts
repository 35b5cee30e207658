import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#kernel";
import { inGroups, momentInWords, sizeInWords, underWayInWords } from "./backup-words.ts";

test("a moment is told by the clock in Sweden", () => {
  assert.equal(momentInWords(instant("2026-11-23T01:15:00Z")), "2026-11-23 kl. 02.15");
});

test("sizes are told in the unit that reads well", () => {
  assert.deepEqual([0, 999, 12_400, 65_900_000, 1_240_000_000].map(sizeInWords), [
    "0 byte",
    "999 byte",
    "12 kB",
    "66 MB",
    "1,2 GB",
  ]);
});

test("a digest can be read aloud, and nothing of it is lost", () => {
  const sha256 = "0123456789abcdef".repeat(4);
  assert.equal(inGroups(sha256).split(" ").length, 8);
  assert.equal(inGroups(sha256).replaceAll(" ", ""), sha256);
});

test("progress never rounds up to done", () => {
  const told = (count: number, of: number) => underWayInWords({ kind: "backup", count, of });
  assert.match(told(0, 0), /Den börjar/);
  assert.match(told(999, 1000), /: 99 procent/);
  assert.match(underWayInWords({ kind: "drill", count: 1, of: 2 }), /^Övningen pågår: 50 procent/);
});
