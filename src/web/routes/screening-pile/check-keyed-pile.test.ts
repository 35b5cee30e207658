import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import { checkKeyedPile, type KeyedPile } from "./check-keyed-pile.ts";

const whole: KeyedPile = {
  unit: "enhet",
  day: isoDate("2026-11-02"),
  number: " 7 ",
  forms: "12",
  lines: [
    { answers: {}, combination: "F04=1;F06=3", count: 7 },
    { answers: {}, combination: "F04=2;F05=1", count: 5 },
  ],
};

function problemsOf(change: Partial<KeyedPile>): readonly string[] {
  const checked = checkKeyedPile({ ...whole, ...change });
  return checked.kind === "problems" ? checked.problems.map(({ at }) => at) : [];
}

test("a pile that adds up is sent as it stands", () => {
  assert.deepEqual(checkKeyedPile(whole), {
    kind: "whole",
    body: {
      unit: "enhet",
      day: "2026-11-02",
      number: "7",
      forms: 12,
      lines: [
        { combination: "F04=1;F06=3", count: 7 },
        { combination: "F04=2;F05=1", count: 5 },
      ],
    },
  });
});

test("all that is left to put right is told at once, and at its place", () => {
  const nothing = { unit: undefined, day: undefined, number: " ", forms: "" };
  assert.deepEqual(problemsOf(nothing), ["unit", "day", "number", "forms"]);
});

test("lines that are fewer or more than the pile are told as they are", () => {
  assert.deepEqual(problemsOf({ forms: "11" }), ["forms"]);
  const checked = checkKeyedPile({ ...whole, forms: "13" });
  assert.ok(checked.kind === "problems");
  assert.match(checked.problems[0]?.sentence ?? "", /Raderna är 12 blanketter .* högen har 13/);
});
