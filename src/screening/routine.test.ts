import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import { lastOfHalfYear, nextHalfYear, titleOf } from "./routine.ts";
import { aCampaign, aRoutine, closedOn } from "./testing/a-campaign.ts";

test("a half-year is over with June and with December", () => {
  assert.equal(lastOfHalfYear(isoDate("2027-01-01")), "2027-06-30");
  assert.equal(lastOfHalfYear(isoDate("2027-07-01")), "2027-12-31");
  assert.equal(lastOfHalfYear(isoDate("2027-12-31")), "2027-12-31");
});

test("the next half-year is there the day after, with the same plan and nothing of what was noted", () => {
  const spring = aRoutine({ ...closedOn("2027-07-05"), revision: 4, round: "omgang" });
  assert.equal(nextHalfYear(spring, isoDate("2027-06-30"), "nasta"), undefined);
  const autumn = nextHalfYear(spring, isoDate("2027-07-01"), "nasta");
  assert.deepEqual(autumn, {
    ...spring,
    id: "nasta",
    follows: spring.id,
    revision: 1,
    firstDay: "2027-07-01",
    lastDay: "2027-12-31",
    round: null,
    closedAt: null,
  });
});

test("nothing follows a month, nor a routine that has ended", () => {
  const late = isoDate("2028-01-01");
  assert.equal(nextHalfYear(aCampaign(), late, "nasta"), undefined);
  assert.equal(nextHalfYear(aRoutine({ routine: "ends" }), late, "nasta"), undefined);
});

test("half-years of one routine are told apart", () => {
  assert.equal(titleOf(aRoutine()), "Alltid vid nybesök, första halvåret 2027");
  assert.equal(titleOf(aCampaign()), "Fokusmånad mars 2027");
});
