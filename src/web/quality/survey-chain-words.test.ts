import assert from "node:assert/strict";
import { test } from "node:test";
import type { UnitQuality } from "#server";
import { chainRows, reasonGroups, surveyInWords } from "./survey-chain-words.ts";

const none: UnitQuality["survey"] = {
  closed: 0,
  offered: 0,
  answered: 0,
  declined: 0,
  waiting: 0,
  unsettled: 0,
  notOffered: [],
  unanswered: [],
};

const some: UnitQuality["survey"] = {
  ...none,
  closed: 32,
  offered: 20,
  answered: 12,
  declined: 3,
  waiting: 1,
  unsettled: 2,
  notOffered: [
    { reason: "no-contact", cases: 10 },
    { reason: "not-safe", cases: 0 },
  ],
  unanswered: [
    { reason: "no-time", cases: 4 },
    { reason: "language", cases: 0 },
  ],
};

for (const [survey, sentence] of [
  [none, "Inget ärende är avslutat än."],
  [{ ...none, closed: 4 }, "Enkäten är inte erbjuden i något avslutat ärende än."],
  [{ ...none, closed: 1, offered: 1 }, "Enkäten är inte besvarad i det enda avslutade ärendet."],
  [
    { ...none, closed: 7, offered: 5, answered: 2 },
    "Enkäten är besvarad i 2 av 7 avslutade ärenden.",
  ],
  [some, "Enkäten är besvarad i 38 % av de avslutade ärendena (12 av 32)."],
] as const) {
  test(`in words: ${sentence}`, () => {
    assert.equal(surveyInWords(survey).replaceAll("\u00a0", " "), sentence);
  });
}

test("the steps go from closed to answered", () => {
  assert.deepEqual(
    chainRows(some).map(({ cases }) => cases),
    [32, 20, 12],
  );
});

test("every case without an answer stands under one reason, and none under a reason that nobody gave", () => {
  const groups = reasonGroups(some);
  assert.deepEqual(
    groups.map(({ label, rows }) => [label, rows.map((row) => `${row.label} ${row.cases}`)]),
    [
      ["Inte erbjuden", ["Vi fick ingen kontakt med klienten 10", "Inget skäl skrivet 2"]],
      ["Erbjuden utan svar", ["Klienten tackade nej 3", "Klienten hann inte 4", "Inget svar än 1"]],
    ],
  );
  const counted = groups.flatMap(({ rows }) => rows).reduce((sum, { cases }) => sum + cases, 0);
  assert.equal(counted, some.closed - some.answered);
  assert.deepEqual(reasonGroups(none), []);
});
