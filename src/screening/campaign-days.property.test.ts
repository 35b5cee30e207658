import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, isoDate } from "#kernel";
import type { Campaign } from "./campaign.ts";
import { campaignFor, hasUnit, openDays } from "./campaign-days.ts";
import { checkCampaign } from "./check-campaign.ts";
import { lastOfHalfYear } from "./routine.ts";
import { aCampaign, north, south } from "./testing/a-campaign.ts";

const start = isoDate("2027-01-01");
const units = [north, south];
const ground = { units, packs: [], noted: [], round: null, today: isoDate("2027-02-01") };

/** Short ones, close together, so that many of them are in each other's way. */
const drawn = fc.record({
  first: fc.nat(30),
  length: fc.nat(10),
  routine: fc.constantFrom(null, "ends", "goes-on"),
  units: fc.subarray(units, { minLength: 1 }),
});

type Drawn = Parameters<Parameters<typeof drawn.map>[0]>[0];

function campaignOf({ first, length, routine, units }: Drawn, index: number): Campaign {
  const firstDay = addDays(start, first);
  return aCampaign({
    id: `k${index}`,
    firstDay,
    lastDay: routine === "goes-on" ? lastOfHalfYear(firstDay) : addDays(firstDay, length),
    routine,
    units: units.map((unit) => ({ unit, kind: 1, expected: null })),
  });
}

/** Those that could be planned one after another, each beside the ones before. */
const planned = fc.array(drawn, { maxLength: 12 }).map((list): readonly Campaign[] => {
  const campaigns: Campaign[] = [];
  for (const next of list.map(campaignOf)) {
    const found = checkCampaign(next, { ...ground, campaigns });
    if (found.length === 0) campaigns.push(next);
  }
  return campaigns;
});

test("what may be planned gives each unit and day at most one campaign, in whatever order they are read", () => {
  fc.assert(
    fc.property(planned, fc.constantFrom(...units), fc.nat(60), (campaigns, unit, offset) => {
      const day = addDays(start, offset);
      const there = campaigns.filter(
        (each) => hasUnit(each, unit) && each.firstDay <= day && day <= each.lastDay,
      );
      const months = there.filter(({ routine }) => routine === null);
      assert.ok(months.length <= 1 && there.length - months.length <= 1);
      const owner = campaignFor(campaigns, unit, day);
      assert.equal(owner, months[0] ?? there[0]);
      assert.equal(campaignFor(campaigns.toReversed(), unit, day), owner);
    }),
    { numRuns: 1_000 },
  );
});

test("what cannot be planned would have given some unit's day two of a kind", () => {
  fc.assert(
    fc.property(planned, drawn, (campaigns, next) => {
      const plan = campaignOf(next, 99);
      const found = checkCampaign(plan, { ...ground, campaigns });
      const shares = campaigns.some((other) =>
        Array.from({ length: 80 }, (_, offset) => addDays(start, offset)).some((day) =>
          units.some((unit) =>
            [plan, other].every((each) => {
              const isOfKind = (each.routine === null) === (plan.routine === null);
              const isThen = each.firstDay <= day && day <= each.lastDay;
              return hasUnit(each, unit) && isOfKind && isThen;
            }),
          ),
        ),
      );
      assert.equal(
        found.some(({ code }) => code === "campaign-overlaps"),
        shares,
      );
    }),
  );
});

test("an open day is a day of the campaign that has been", () => {
  fc.assert(
    fc.property(drawn, fc.nat(60), (one, offset) => {
      const campaign = campaignOf(one, 1);
      const day = addDays(start, offset);
      const open = openDays(campaign, day);
      if (open === null) return;
      assert.equal(open.from, campaign.firstDay);
      assert.ok(open.from <= open.through && open.through <= day);
      assert.ok(open.through <= campaign.lastDay);
      assert.equal(campaign.closedAt, null);
    }),
  );
});
