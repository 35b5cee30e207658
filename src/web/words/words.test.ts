import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, isoDate } from "#kernel";
import { exactMoment, momentInWords, weekdayInWords } from "./calendar.ts";
import { firstName, genitive, oneDecimal, percent } from "./counting.ts";

test("a day is said back with its weekday, so that a slip is heard", () => {
  assert.equal(weekdayInWords(isoDate("2026-03-12")), "torsdag 12 mars 2026");
  assert.equal(weekdayInWords(isoDate("2024-02-29")), "torsdag 29 februari 2024");
  assert.equal(weekdayInWords(isoDate("2023-12-31")), "söndag 31 december 2023");
});

test("today and yesterday are counted by the Swedish day, not by UTC", () => {
  const now = instant("2026-03-12T22:30:00Z");
  assert.equal(momentInWords(instant("2026-03-12T23:05:00Z"), now), "13 mars 2026");
  assert.equal(momentInWords(instant("2026-03-12T08:00:00Z"), now), "i dag 09.00");
  assert.equal(momentInWords(instant("2026-03-11T08:00:00Z"), now), "i går 09.00");
  assert.equal(exactMoment(instant("2026-03-11T08:00:00Z")), "11 mars 2026 09.00");
});

test("shares and means are told in Swedish figures", () => {
  assert.equal(percent(0.574), "57 %");
  assert.equal(oneDecimal(2.43), "2,4");
});

test("names ending in an s-sound take no further s", () => {
  assert.equal(genitive(firstName("Anna Ek")), "Annas");
  assert.equal(genitive(firstName("Lars Öhman")), "Lars");
  assert.equal(genitive("Max"), "Max");
});
