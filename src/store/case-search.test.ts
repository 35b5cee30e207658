import assert from "node:assert/strict";
import { test } from "node:test";
import { readSearch } from "./case-search.ts";

for (const [text, codes] of [
  ["m7f3k2", ["M-7F3K-2"]],
  ["M-7F3K-2", ["M-7F3K-2"]],
  ["7f3k", ["7-F3K", "7F3K", "7F3-K"]],
  [" k 2 ", ["K-2", "K2"]],
  ["k", ["K"]],
  ["-", []],
  ["%", []],
  ["inget", []],
  ["1988", []],
  ["m7f3k22", []],
] as const) {
  test(`«${text}» is looked for in codes as ${codes.join(", ") || "nothing"}`, () => {
    assert.deepEqual(readSearch(text).codes, codes);
  });
}

for (const [text, first, last] of [
  ["2026", "2026-01-01", "2026-12-31"],
  ["2026-", "2026-01-01", "2026-12-31"],
  ["2026-0", "2026-01-01", "2026-09-30"],
  ["2026-1", "2026-10-01", "2026-12-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2026-12", "2026-12-01", "2026-12-31"],
  ["2026-03-1", undefined, undefined],
  ["2026-03-12", "2026-03-12", "2026-03-12"],
  ["2026-13", undefined, undefined],
  ["mars", undefined, undefined],
] as const) {
  test(`«${text}» as a start is ${first ? `${first} to ${last}` : "none"}`, () => {
    assert.deepEqual(readSearch(text).started, first && { first, last });
  });
}

test("four digits may also be a birth year", () => {
  assert.equal(readSearch(" 1988 ").birthYear, 1988);
  assert.equal(readSearch("198").birthYear, undefined);
});
