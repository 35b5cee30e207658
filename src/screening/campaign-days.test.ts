import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import { campaignFor, campaignState, givesWayTo, openDays } from "./campaign-days.ts";
import { aCampaign, aRoutine, closedOn, elsewhere, north, south } from "./testing/a-campaign.ts";

test("a campaign is planned, running, over, and closed when somebody closes it", () => {
  const states = ["2027-02-28", "2027-03-01", "2027-03-31", "2027-04-01", "2028-01-01"].map((day) =>
    campaignState(aCampaign(), isoDate(day)),
  );
  assert.deepEqual(states, ["planned", "running", "running", "over", "over"]);
  const closed = aCampaign(closedOn("2027-04-02"));
  assert.equal(campaignState(closed, isoDate("2027-04-02")), "closed");
});

test("a routine's half-year is over as a campaign is", () => {
  assert.equal(campaignState(aRoutine(), isoDate("2027-06-30")), "running");
  assert.equal(campaignState(aRoutine(), isoDate("2027-07-01")), "over");
});

test("the open days begin with the first and never reach into the future", () => {
  const from = "2027-03-01";
  const open = (day: string) => openDays(aCampaign(), isoDate(day));
  assert.equal(open("2027-02-28"), null);
  assert.deepEqual(open("2027-03-01"), { from, through: "2027-03-01" });
  assert.deepEqual(open("2027-03-15"), { from, through: "2027-03-15" });
  assert.deepEqual(open("2027-03-31"), { from, through: "2027-03-31" });
});

test("fourteen days of grace for what was not noted in time, and then no more", () => {
  const open = (day: string) => openDays(aCampaign(), isoDate(day));
  assert.deepEqual(open("2027-04-14"), { from: "2027-03-01", through: "2027-03-31" });
  assert.equal(open("2027-04-15"), null);
  assert.equal(openDays(aCampaign(closedOn("2027-04-02")), isoDate("2027-04-03")), null);
});

test("a unit's day belongs to the campaign, and to the routine before and after it", () => {
  const campaigns = [aRoutine(), aCampaign()];
  const owner = (day: string, unit = north) => campaignFor(campaigns, unit, isoDate(day))?.id;
  assert.equal(owner("2026-12-31"), undefined);
  assert.equal(owner("2027-02-28"), "rutin");
  assert.equal(owner("2027-03-01"), "mars");
  assert.equal(owner("2027-03-31"), "mars");
  assert.equal(owner("2027-04-01"), "rutin");
  assert.equal(owner("2027-03-15", elsewhere), undefined);
});

test("what is closed keeps its days", () => {
  const campaigns = [aCampaign(closedOn("2027-04-10")), aRoutine(closedOn("2027-07-10"))];
  const owner = (day: string) => campaignFor(campaigns, south, isoDate(day))?.id;
  assert.equal(owner("2027-03-15"), "mars");
  assert.equal(owner("2027-06-30"), "rutin");
  assert.equal(owner("2027-07-01"), undefined);
});

test("a routine gives way on its own days to a month, and a month to nothing", () => {
  const campaigns = [aRoutine(), aCampaign()];
  const given = (campaign = aRoutine(), day = "2027-03-15", unit = north) =>
    givesWayTo(campaign, campaigns, unit, isoDate(day))?.id;
  assert.equal(given(), "mars");
  assert.equal(given(aRoutine(), "2027-02-28"), undefined);
  assert.equal(given(aRoutine(), "2027-03-15", elsewhere), undefined);
  assert.equal(given(aCampaign()), undefined);
  const ended = aRoutine({ lastDay: isoDate("2027-02-28") });
  assert.equal(given(ended), undefined);
});
