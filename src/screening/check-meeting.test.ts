import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import { checkMeeting } from "./check-meeting.ts";
import { aCampaign, closedOn, elsewhere, north } from "./testing/a-campaign.ts";
import { refusals } from "./testing/refusals.ts";

const today = isoDate("2027-03-10");
const meeting = { unit: north, day: today, combination: "F04=1;F06=3" };

test("a meeting of today, or of a day that has been, is noted", () => {
  assert.deepEqual(checkMeeting(aCampaign(), meeting, today), []);
  assert.deepEqual(
    checkMeeting(aCampaign(), { ...meeting, day: isoDate("2027-03-01") }, today),
    [],
  );
});

test("a day outside the campaign, or that has not been, is told with the days there are", () => {
  for (const day of ["2027-02-28", "2027-03-11", "2027-04-01"].map(isoDate)) {
    const found = checkMeeting(aCampaign(), { ...meeting, day }, today);
    assert.deepEqual(refusals(found), ["meeting-day-closed day"]);
    assert.deepEqual(found[0]?.details, { day, from: "2027-03-01", through: "2027-03-10" });
  }
});

test("nothing is noted before the campaign, after its days of grace, or when it is closed", () => {
  for (const day of ["2027-02-28", "2027-04-15"].map(isoDate)) {
    assert.deepEqual(refusals(checkMeeting(aCampaign(), { ...meeting, day }, day)), [
      "campaign-not-open",
    ]);
  }
  const closed = aCampaign(closedOn("2027-04-02"));
  assert.deepEqual(refusals(checkMeeting(closed, meeting, isoDate("2027-04-03"))), [
    "campaign-closed",
  ]);
});

test("a unit that does not take part, and answers that are none, are told at once", () => {
  const other = { unit: elsewhere, day: today, combination: "F04=3" };
  assert.deepEqual(refusals(checkMeeting(aCampaign(), other, today)), [
    "campaign-unit-not-in unit",
    "combination-unknown F04",
  ]);
});
