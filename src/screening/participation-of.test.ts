import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import type { TalliedDay } from "./meeting.ts";
import { participationOf } from "./participation-of.ts";
import { aCampaign, aRoutine, elsewhere, north, south } from "./testing/a-campaign.ts";

function row(unit: TalliedDay["unit"], day: string, combination: string, count: number) {
  return { unit, day: isoDate(day), combination, count };
}

const rows: readonly TalliedDay[] = [
  row(north, "2027-03-01", "F04=1;F06=3", 4),
  row(north, "2027-03-01", "F04=1;F06=1;F09=2", 1),
  row(north, "2027-03-01", "F04=2;F05=1", 2),
  row(north, "2027-03-02", "F04=98", 1),
  row(elsewhere, "2027-03-02", "F04=1;F06=3", 50),
];

test("what a unit has noted: meetings, asked, not asked, and on how many days of how many", () => {
  assert.deepEqual(participationOf(aCampaign(), rows, isoDate("2027-03-03")), [
    {
      unit: north,
      kind: 1,
      expected: 40,
      meetings: 8,
      asked: 5,
      notAsked: 2,
      days: 2,
      workingDays: 3,
    },
    {
      unit: south,
      kind: 2,
      expected: null,
      meetings: 0,
      asked: 0,
      notAsked: 0,
      days: 0,
      workingDays: 3,
    },
  ]);
});

test("answers are never told while it runs", () => {
  const told = JSON.stringify(participationOf(aCampaign(), rows, isoDate("2027-03-03")));
  assert.doesNotMatch(told, /F0|combination/);
});

test("working days are those so far, and none before the first", () => {
  const workingDays = (day: string, campaign = aCampaign()) =>
    participationOf(campaign, [], isoDate(day))[0]?.workingDays;
  assert.equal(workingDays("2027-02-28"), 0);
  assert.equal(workingDays("2027-03-01"), 1);
  assert.equal(workingDays("2027-03-07"), 5);
  assert.equal(workingDays("2027-03-31"), 23);
  assert.equal(workingDays("2027-04-14"), 23);
  assert.equal(workingDays("2027-01-08", aRoutine()), 6);
});

test("whoever also works at weekends has not noted on more days than there were", () => {
  const weekend = [
    row(north, "2027-03-06", "F04=1;F06=3", 1),
    row(north, "2027-03-07", "F04=1;F06=3", 1),
  ];
  const [unit, other] = participationOf(aCampaign(), weekend, isoDate("2027-03-07"));
  assert.deepEqual([unit?.days, unit?.workingDays, other?.workingDays], [2, 7, 5]);
});
