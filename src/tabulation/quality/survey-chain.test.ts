import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isoDate } from "#kernel";
import { notOfferedReasons, type SurveyState, unansweredReasons } from "#registration";
import { countSurveys } from "./survey-chain.ts";

const on = isoDate("2026-03-01");
const offered = { kind: "offered", on } as const;

function chainOf(...surveys: readonly SurveyState[]) {
  const surveyed = countSurveys();
  for (const survey of surveys) surveyed.add({ state: "closed", survey, voided: null });
  return surveyed.result();
}

const said = (list: readonly { reason: string; cases: number }[]) =>
  list.filter(({ cases }) => cases > 0).map(({ reason, cases }) => `${reason} ${cases}`);

test("each closed case stands in one place of the chain, with its reason", () => {
  const chain = chainOf(
    { kind: "answered", on },
    { kind: "answered", on },
    { kind: "declined", on },
    offered,
    { ...offered, mode: "own-device", unanswered: "no-time" },
    { kind: "not-offered", reason: "not-safe" },
    { kind: "not-offered", reason: "not-safe" },
    { kind: "not-yet-offered" },
  );
  assert.equal(chain.closed, 8);
  assert.equal(chain.offered, 5);
  assert.equal(chain.answered, 2);
  assert.equal(chain.declined, 1);
  assert.equal(chain.waiting, 1);
  assert.equal(chain.unsettled, 1);
  assert.deepEqual(said(chain.unanswered), ["no-time 1"]);
  assert.deepEqual(said(chain.notOffered), ["not-safe 2"]);
});

test("open and voided cases are not in it", () => {
  const surveyed = countSurveys();
  surveyed.add({ state: "open", survey: offered, voided: null });
  const voided = { revision: 2, by: "anna", at: "2026-03-02T08:00:00Z" } as never;
  surveyed.add({ state: "closed", survey: offered, voided });
  assert.equal(surveyed.result().closed, 0);
});

const states = fc.oneof(
  fc.constantFrom<SurveyState>(
    { kind: "not-yet-offered" },
    { kind: "answered", on },
    { kind: "declined", on },
    offered,
  ),
  fc
    .constantFrom(...notOfferedReasons)
    .map((reason): SurveyState => ({ kind: "not-offered", reason })),
  fc
    .constantFrom(...unansweredReasons)
    .map((unanswered): SurveyState => ({ ...offered, unanswered })),
);

test("whatever the cases say, the parts make the whole", () => {
  fc.assert(
    fc.property(fc.array(states), (surveys) => {
      const chain = chainOf(...surveys);
      const sum = (list: readonly { cases: number }[]) =>
        list.reduce((all, { cases }) => all + cases, 0);
      assert.equal(chain.closed, surveys.length);
      assert.equal(chain.closed, chain.offered + sum(chain.notOffered) + chain.unsettled);
      assert.equal(
        chain.offered,
        chain.answered + chain.declined + chain.waiting + sum(chain.unanswered),
      );
    }),
  );
});
