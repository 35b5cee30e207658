import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import { checkPile } from "./check-pile.ts";
import type { Pile } from "./pile.ts";
import { aCampaign, closedOn, elsewhere, north } from "./testing/a-campaign.ts";
import { refusals } from "./testing/refusals.ts";

const today = isoDate("2027-03-20");
const yes = "F04=1;F06=3";
const no = "F04=2;F05=1+3";

const pile: Pile = {
  unit: north,
  day: isoDate("2027-03-08"),
  number: "IFO-1",
  forms: 12,
  lines: [
    { combination: yes, count: 10 },
    { combination: no, count: 2 },
  ],
};

function checked(changes: Partial<Pile>, campaign = aCampaign()): readonly string[] {
  return refusals(checkPile(campaign, { ...pile, ...changes }, today));
}

test("a pile whose lines are as many as its forms is taken", () => {
  assert.deepEqual(checked({}), []);
  assert.deepEqual(checked({ forms: 2_000, lines: [{ combination: yes, count: 2_000 }] }), []);
});

test("a form or a line that was forgotten shows in the sum", () => {
  const found = checkPile(aCampaign(), { ...pile, forms: 13 }, today);
  assert.deepEqual(refusals(found), ["pile-sum-differs forms"]);
  assert.deepEqual(found[0]?.details, { sum: 12, forms: 13 });
  assert.deepEqual(checked({ lines: [] }), ["pile-sum-differs forms"]);
});

const refused: readonly (readonly [Partial<Pile>, readonly string[]])[] = [
  [{ forms: 0, lines: [] }, ["pile-empty forms"]],
  [{ forms: -1, lines: [] }, ["pile-empty forms"]],
  [{ forms: 11.5 }, ["pile-empty forms"]],
  [{ forms: Number.NaN }, ["pile-empty forms"]],
  [{ forms: 2_001 }, ["pile-too-large forms"]],
  [{ number: "" }, ["pile-number-needed number"]],
  [{ number: "  " }, ["pile-number-needed number"]],
  [{ number: "IFO 1" }, ["pile-number-needed number"]],
  [{ number: "1".repeat(41) }, ["text-too-long number"]],
  [{ number: "IFO-1\u0000" }, ["text-not-allowed number"]],
  [{ lines: [{ combination: "F04=1", count: 12 }] }, ["combination-unknown lines.0"]],
  [{ unit: elsewhere }, ["campaign-unit-not-in unit"]],
  [{ day: isoDate("2027-03-21") }, ["meeting-day-closed day"]],
  [{ day: isoDate("2027-02-28") }, ["meeting-day-closed day"]],
];

for (const [changes, problems] of refused) {
  test(`a pile is refused: ${JSON.stringify(changes)}`, () => {
    assert.deepEqual(checked(changes), problems);
  });
}

test("counts that cannot be are told on their lines", () => {
  for (const count of [0, -2, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2_001]) {
    const lines = [
      { combination: yes, count: 12 },
      { combination: no, count },
    ];
    assert.deepEqual(checked({ lines }), ["pile-count-impossible lines.1"], String(count));
  }
});

test("two lines with the same answers are one line", () => {
  const lines = [
    { combination: yes, count: 6 },
    { combination: yes, count: 6 },
  ];
  assert.deepEqual(checked({ lines }), ["pile-line-doubled lines.1"]);
});

test("a closed campaign takes no piles", () => {
  assert.deepEqual(checked({}, aCampaign(closedOn("2027-03-18"))), ["campaign-closed"]);
});
