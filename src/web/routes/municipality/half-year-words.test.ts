import assert from "node:assert/strict";
import { test } from "node:test";
import type { HalfYear } from "#kernel";
import { halfYearInWords } from "./half-year-words.ts";

test("a half-year is said as people say it", () => {
  assert.equal(halfYearInWords("2026-H1" as HalfYear), "första halvåret 2026");
  assert.equal(halfYearInWords("2025-H2" as HalfYear), "andra halvåret 2025");
});
