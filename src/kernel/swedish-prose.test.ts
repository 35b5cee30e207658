import assert from "node:assert/strict";
import { test } from "node:test";
import { capitalised, inSwedishOrder, monthInWords, numberInWords } from "./swedish-prose.ts";
import { isoDate } from "./time.ts";

test("small numbers are words, large ones figures that stay on one line", () => {
  assert.equal(numberInWords(0), "noll");
  assert.equal(numberInWords(2), "två");
  assert.equal(numberInWords(12), "tolv");
  assert.equal(numberInWords(13), "13");
  assert.equal(numberInWords(3070), "3\u00a0070");
});

test("one is «en» or «ett» after what is counted", () => {
  assert.equal(numberInWords(1), "en");
  assert.equal(numberInWords(1, "ett"), "ett");
  assert.equal(numberInWords(2, "ett"), "två");
});

test("a month is told without its day", () => {
  assert.equal(monthInWords(isoDate("2026-01-31")), "januari 2026");
  assert.equal(monthInWords(isoDate("2026-12-01")), "december 2026");
});

test("a sentence begins with a capital letter, å, ä and ö too", () => {
  assert.equal(capitalised("åtta svar saknas"), "Åtta svar saknas");
  assert.equal(capitalised(""), "");
});

test("names stand in the order of the Swedish alphabet", () => {
  const named = ["Östen", "Åsa", "Anna", "Ärla", "Zara"].map((name) => ({ name }));
  assert.deepEqual(
    inSwedishOrder(named).map(({ name }) => name),
    ["Anna", "Zara", "Åsa", "Ärla", "Östen"],
  );
});
