import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { IsoDate } from "#kernel";
import { certaintyOf, certaintyOfSubgroup } from "../small-numbers.ts";
import { type Draft, mostImportant, type Weight } from "./findings.ts";
import { timeOf, timesOf } from "./times.ts";

const naming = (title: string, sentences: readonly string[]) => `${title}: ${sentences.join(" ")}`;

function draft(title: string, ...points: readonly (readonly [Weight, ...string[]])[]): Draft {
  return {
    title,
    points: points.map(([weight, ...sentences]) => ({ weight, sentences })),
    howSure: [`sure of ${title}`],
    missing: [`missing in ${title}`],
    questions: [{ about: "anything", text: `what of ${title}?` }],
  };
}

test("a change comes first, whole; what there is no room for is left out with its reserves", () => {
  const found = mostImportant(
    [draft("share", ["message", "a share"]), draft("change", ["change", "risk", "goal", "client"])],
    naming,
  );
  assert.deepEqual(found.standsOut, ["risk", "goal", "client"]);
  assert.deepEqual(found.howSure, ["sure of change"]);
  assert.deepEqual(found.toTalkAbout, ["what of change?"]);
});

test("a difference comes before a message, and a message before any detail", () => {
  const found = mostImportant(
    [
      draft("one", ["message", "one"], ["detail", "one more"]),
      draft("two", ["message", "two"]),
      draft("three", ["differs", "three"]),
    ],
    naming,
  );
  assert.deepEqual(found.standsOut, ["three", "one", "two"]);
  assert.deepEqual(found.howSure, ["one: sure of one", "two: sure of two", "three: sure of three"]);
});

test("a change of three sentences is never told in part", () => {
  const found = mostImportant(
    [
      draft("change", ["change", "risk", "goal", "client"]),
      draft("other change", ["change", "other", "its goal", "its client"]),
    ],
    naming,
  );
  assert.deepEqual(found.standsOut, ["risk", "goal", "client"]);
});

test("a detail is told only with the message that it rests on", () => {
  const found = mostImportant(
    [
      draft("one", ["differs", "one", "and more"]),
      draft("two", ["message", "two", "its caution"], ["detail", "next"]),
    ],
    naming,
  );
  assert.deepEqual(found.standsOut, ["one", "and more"]);
});

test("one table needs no name before its reserves, and the first two questions are asked", () => {
  const one = draft("one", ["message", "one"]);
  const questions = [
    { about: "anything", text: "c?" },
    { about: "copied-forward", text: "a?" },
    { about: "missing", text: "b?" },
  ] as const;
  const found = mostImportant([{ ...one, questions }], naming);
  assert.deepEqual(found.howSure, ["sure of one"]);
  assert.deepEqual(found.toTalkAbout, ["a?", "b?"]);
});

test("counts under 10, reserve under 30, and of a subgroup under 100", () => {
  const bounds = [0, 1, 9, 10, 29, 30, 99, 100];
  assert.deepEqual(bounds.map(certaintyOf), [
    "empty",
    "counts-only",
    "counts-only",
    "uncertain",
    "uncertain",
    "solid",
    "solid",
    "solid",
  ]);
  assert.deepEqual(bounds.map(certaintyOfSubgroup), [
    "empty",
    "counts-only",
    "counts-only",
    "uncertain",
    "uncertain",
    "uncertain",
    "uncertain",
    "solid",
  ]);
});

const period = (from: string, until: string) =>
  timesOf({ from: from as IsoDate, until: until as IsoDate });

test("a period is called by the longest name that fits it", () => {
  const year = { step: "year", year: 2025, part: 1 } as const;
  assert.deepEqual(period("2025-01-01", "2026-01-01"), [year, year]);
  assert.deepEqual(period("2024-01-01", "2026-01-01"), [{ ...year, year: 2024 }, year]);
  const half = { step: "half-year", year: 2025, part: 2 } as const;
  assert.deepEqual(period("2025-07-01", "2026-01-01"), [half, half]);
  const quarter = { step: "quarter", year: 2025, part: 2 } as const;
  assert.deepEqual(period("2025-04-01", "2025-07-01"), [quarter, quarter]);
  assert.deepEqual(period("2025-04-01", "2026-04-01"), [
    quarter,
    { step: "quarter", year: 2026, part: 1 },
  ]);
});

test("a time's code is read back as it was written", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1990, max: 2100 }),
      fc.integer({ min: 1, max: 4 }),
      (year, part) => {
        assert.deepEqual(timeOf(year * 10 + part, "quarter"), { step: "quarter", year, part });
        assert.deepEqual(timeOf(year, "year"), { step: "year", year, part: 1 });
      },
    ),
  );
});
