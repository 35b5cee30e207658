import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import {
  casesInWords,
  figuresInWords,
  lastDayInWords,
  restrictedInWords,
  yearsInWords,
} from "./disposal-words.ts";

test("one is told otherwise than several", () => {
  assert.deepEqual([yearsInWords(1), yearsInWords(5)], ["ett år", "5 år"]);
  assert.deepEqual([casesInWords(1), casesInWords(1200)], ["ett ärende", "1\u00a0200 ärenden"]);
  assert.match(restrictedInWords(1), /^Dessutom ett ärende med namngivna läsare/);
  assert.match(restrictedInWords(3), /^Dessutom 3 ärenden med namngivna läsare/);
});

test("which years' figures change is told, and none where nothing is due", () => {
  assert.match(figuresInWords({ from: 2019, through: 2019 }), /egna siffror för 2019 ändras/);
  assert.match(figuresInWords({ from: 2018, through: 2020 }), /egna siffror för 2018–2020 ändras/);
  assert.equal(figuresInWords(null), "");
});

test("a last day that has passed is told as passed", () => {
  const lastDay = isoDate("2026-12-31");
  assert.match(
    lastDayInWords(lastDay, isoDate("2026-12-31")),
    /^Det äldsta ska vara borta senast 31/,
  );
  assert.match(lastDayInWords(lastDay, isoDate("2027-01-01")), /^Det äldsta skulle ha varit borta/);
});
