import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import { checkConfidence, confidenceOpen } from "./check-confidence.ts";
import { moments } from "./confidence.ts";
import { confidenceQuestions } from "./confidence-questions.ts";
import { meansOf } from "./means-of.ts";
import { aCampaign, aRoutine, closedOn } from "./testing/a-campaign.ts";
import { refusals } from "./testing/refusals.ts";

function openOn(day: string, campaign = aCampaign()): readonly string[] {
  return moments.filter((moment) => confidenceOpen(campaign, moment, isoDate(day)));
}

test("«before» is open until the first week has gone, «after» from the last day and four weeks on", () => {
  assert.deepEqual(openOn("2027-02-01"), ["before"]);
  assert.deepEqual(openOn("2027-03-07"), ["before"]);
  assert.deepEqual(openOn("2027-03-08"), []);
  assert.deepEqual(openOn("2027-03-30"), []);
  assert.deepEqual(openOn("2027-03-31"), ["after"]);
  assert.deepEqual(openOn("2027-04-28"), ["after"]);
  assert.deepEqual(openOn("2027-04-29"), []);
});

test("to close the campaign early takes «after» from nobody", () => {
  assert.deepEqual(openOn("2027-04-20", aCampaign(closedOn("2027-04-01"))), ["after"]);
});

test("what is closed has no «before»", () => {
  const short = aCampaign({ lastDay: isoDate("2027-03-02"), ...closedOn("2027-03-04") });
  assert.deepEqual(openOn("2027-03-05", short), ["after"]);
});

test("a routine is asked about before it begins, and then after each half-year", () => {
  const autumn = { firstDay: isoDate("2027-07-01"), lastDay: isoDate("2027-12-31") };
  const next = aRoutine({ ...autumn, follows: "rutin" });
  assert.deepEqual(openOn("2027-01-02", aRoutine()), ["before"]);
  assert.deepEqual([...openOn("2027-07-02", aRoutine()), ...openOn("2027-07-02", next)], ["after"]);
  assert.deepEqual(openOn("2027-12-31", next), ["after"]);
});

test("an answer is whole, each from 1 to 5", () => {
  const checked = (answer: readonly number[]) =>
    refusals(checkConfidence(aCampaign(), answer, "before", isoDate("2027-02-20")));
  assert.deepEqual(checked([1, 3, 5]), []);
  for (const answer of [[], [1, 2], [1, 2, 3, 4], [0, 2, 3], [1, 2, 6], [1, 2.5, 3], [1, 2, NaN]]) {
    assert.deepEqual(checked(answer), ["confidence-incomplete answer"]);
  }
});

test("an answer out of time is refused", () => {
  const found = checkConfidence(aCampaign(), [1, 2, 3], "after", isoDate("2027-03-15"));
  assert.deepEqual(refusals(found), ["confidence-closed moment"]);
});

test("means are told from five answers on, for each moment by itself", () => {
  const counted = [
    { moment: "before", answer: "1,3,5", count: 3 },
    { moment: "before", answer: "2,3,4", count: 2 },
    { moment: "after", answer: "5,5,5", count: 4 },
  ] as const;
  assert.deepEqual(meansOf(counted, "before"), [1.4, 3, 4.6]);
  assert.equal(meansOf(counted, "after"), null);
  assert.equal(meansOf([], "before"), null);
});

test("three questions, of which each has an id of its own and both languages", () => {
  assert.equal(confidenceQuestions.length, 3);
  assert.equal(new Set(confidenceQuestions.map(({ id }) => id)).size, 3);
  for (const { text } of confidenceQuestions)
    assert.ok(text.sv.endsWith("?") && text.en.endsWith("?"));
});
