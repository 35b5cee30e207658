import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "./english.ts";
import type { Base } from "./told.ts";

const cases: Base = { noun: "case", isClosed: false, kind: "answered" };
const clients: Base = { noun: "client", isClosed: true, kind: "answered" };
const label = "Very severe violence";

function share(count: number, total: number, base = cases) {
  return english.share({ label, base, count, total, interval: [0.113, 0.352] }).sentence;
}

const shares: readonly (readonly [told: string, sentence: string])[] = [
  [share(0, 0), "Very severe violence: no answer yet."],
  [
    share(1, 1),
    "Very severe violence: yes, in the only case where the question is answered. Too few to show shares: at least ten are needed.",
  ],
  [
    share(3, 9, clients),
    "Very severe violence: three of the nine clients whose answers are included. Too few to show shares: at least ten are needed.",
  ],
  [
    share(2, 29),
    "Very severe violence: 7 per cent, 2 of 29 cases where the question is answered. Uncertain: the share may lie between 11 and 35 per cent. A share of fewer than 30 answered cases counts as uncertain, one more is needed.",
  ],
  [
    share(9, 43),
    "Very severe violence: 21 per cent, 9 of 43 cases where the question is answered.",
  ],
  [share(0, 43), "Very severe violence: in none of the 43 cases where the question is answered."],
];

for (const [told, sentence] of shares) {
  test(sentence, () => assert.equal(told, sentence));
}

test("the most common answer, and a mean, with their bases", () => {
  const most = { label: "Sex", base: cases, most: ["Woman"], mayChooseSeveral: true };
  assert.equal(
    english.frequencies({ ...most, count: 42, total: 45 }).sentence,
    "Sex: most common is “Woman”, 93 per cent, 42 of 45 cases where the question is answered. Several answers may be given.",
  );
  assert.equal(
    english.mean({ label: "Kinds of intervention", base: cases, sum: 71, total: 30 }).sentence,
    "Kinds of intervention: on average 2.4, over 30 cases where the question is answered.",
  );
});

test("the title is the finding without its reserves", () => {
  const told = { label, base: cases, count: 1, total: 9, interval: null };
  assert.equal(
    english.share(told).message,
    "Very severe violence: in one of the nine cases where the question is answered",
  );
});
