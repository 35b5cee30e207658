import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import type { Campaign, CampaignPlan } from "./campaign.ts";
import { checkCampaign, type PlanToCheck } from "./check-campaign.ts";
import {
  aCampaign,
  aPlan,
  aRoutine,
  closedOn,
  elsewhere,
  north,
  south,
} from "./testing/a-campaign.ts";
import { refusals } from "./testing/refusals.ts";

const packs = [{ id: "paket" }];

function checked(
  plan: PlanToCheck,
  campaigns: readonly Campaign[] = [],
  today = "2027-02-01",
): readonly string[] {
  const units = [north, south];
  return refusals(checkCampaign(plan, { campaigns, units, packs, today: isoDate(today) }));
}

test("a whole plan is taken as it is, a routine too", () => {
  assert.deepEqual(checked(aPlan()), []);
  assert.deepEqual(checked(aPlan({ lastDay: null })), []);
  assert.deepEqual(checked(aPlan({ lastDay: isoDate("2027-03-01") })), []);
  assert.deepEqual(checked(aPlan({ lastDay: isoDate("2028-02-29") })), []);
});

const refused: readonly (readonly [Partial<CampaignPlan>, readonly string[]])[] = [
  [{ name: "" }, ["campaign-name-needed name"]],
  [{ name: " … " }, ["campaign-name-needed name"]],
  [{ name: "a".repeat(101) }, ["text-too-long name"]],
  [{ name: "Mars \u202e2027" }, ["text-not-allowed name"]],
  [{ contacts: "a".repeat(2_001) }, ["text-too-long contacts"]],
  [{ goals: "a".repeat(2_001) }, ["text-too-long goals"]],
  [{ guide: "a".repeat(5_001) }, ["text-too-long guide"]],
  [{ guide: "Fråga\u0000" }, ["text-not-allowed guide"]],
  [{ firstDay: isoDate("2027-04-01") }, ["campaign-days-reversed lastDay"]],
  [{ firstDay: isoDate("2018-12-31") }, ["campaign-days-unlikely firstDay"]],
  [{ firstDay: isoDate("2072-03-01") }, ["campaign-days-unlikely firstDay"]],
  [{ lastDay: isoDate("2028-03-01") }, ["campaign-days-unlikely lastDay"]],
  [{ lastDay: null, firstDay: isoDate("2072-03-01") }, ["campaign-days-unlikely firstDay"]],
  [{ units: [] }, ["campaign-no-units units"]],
  [{ units: [{ unit: elsewhere, kind: 1, expected: null }] }, ["campaign-unit-unknown units.0"]],
  [
    {
      units: [
        { unit: south, kind: 1, expected: null },
        { unit: north, kind: 2, expected: null },
        { unit: south, kind: 2, expected: null },
      ],
    },
    ["campaign-unit-twice units.2"],
  ],
  [{ units: [{ unit: north, kind: 98, expected: null }] }, ["campaign-kind-unknown units.0"]],
  ...[-1, 1.5, Number.NaN, 100_001].map((expected): (typeof refused)[number] => [
    { units: [{ unit: north, kind: 1, expected }] },
    ["number-out-of-range units.0"],
  ]),
  [{ instrument: { kind: "freda-short", version: " " } }, ["campaign-version-needed instrument"]],
  [{ instrument: { kind: "freda-short", version: "2".repeat(41) } }, ["text-too-long instrument"]],
  [{ instrument: { kind: "text-pack", pack: "annat" } }, ["campaign-text-pack-unknown instrument"]],
];

for (const [changes, problems] of refused) {
  test(`a plan is refused: ${problems.join(", ")} (${Object.keys(changes).join(", ")})`, () => {
    assert.deepEqual(checked(aPlan(changes)), problems);
  });
}

test("all that is wrong is told at once", () => {
  assert.deepEqual(checked(aPlan({ name: "", units: [], lastDay: isoDate("2027-02-01") })), [
    "campaign-name-needed name",
    "campaign-days-reversed lastDay",
    "campaign-no-units units",
  ]);
});

test("an instrument by name and version, and a text pack that is loaded, are taken", () => {
  assert.deepEqual(checked(aPlan({ instrument: { kind: "freda-short", version: "2014" } })), []);
  assert.deepEqual(checked(aPlan({ instrument: { kind: "text-pack", pack: "paket" } })), []);
});

test("a unit's day belongs to one campaign: the unit that has another is pointed out", () => {
  const other = aCampaign({ units: [{ unit: south, kind: 2, expected: null }] });
  const from = (firstDay: string, lastDay: string) =>
    checked(aPlan({ firstDay: isoDate(firstDay), lastDay: isoDate(lastDay) }), [other]);
  assert.deepEqual(from("2027-03-31", "2027-04-30"), ["campaign-overlaps units.1"]);
  assert.deepEqual(from("2027-02-01", "2027-03-01"), ["campaign-overlaps units.1"]);
  assert.deepEqual(from("2027-03-10", "2027-03-12"), ["campaign-overlaps units.1"]);
  assert.deepEqual(from("2027-04-01", "2027-04-30"), []);
  assert.deepEqual(from("2027-02-01", "2027-02-28"), []);
});

test("a closed campaign keeps its days", () => {
  const other = aCampaign(closedOn("2027-04-01"));
  assert.deepEqual(checked(aPlan(), [other]), [
    "campaign-overlaps units.0",
    "campaign-overlaps units.1",
  ]);
});

test("a routine gives way to a campaign, and there is one routine at a time", () => {
  assert.deepEqual(checked(aPlan(), [aRoutine()]), []);
  const another = aPlan({ lastDay: null });
  assert.deepEqual(checked(another, [aCampaign()]), []);
  assert.deepEqual(checked(another, [aRoutine()]), [
    "campaign-overlaps units.0",
    "campaign-overlaps units.1",
  ]);
  assert.deepEqual(checked(another, [aRoutine(closedOn("2027-02-28"))]), []);
  assert.equal(checked(another, [aRoutine(closedOn("2027-03-01"))]).length, 2);
});

test("a campaign is not in its own way, and all of it may change before it begins", () => {
  const plan = aCampaign({ firstDay: isoDate("2027-03-08"), lastDay: isoDate("2027-03-20") });
  assert.deepEqual(checked(plan, [aCampaign()]), []);
  const fewer = aCampaign({ units: [{ unit: north, kind: 1, expected: null }] });
  assert.deepEqual(checked(fewer, [aCampaign()]), []);
});

test("once it has begun no day that has been falls out of it, and no unit", () => {
  const changed = (changes: Partial<Campaign>, today: string, before = aCampaign()) =>
    checked({ ...before, ...changes }, [before], today);
  const [unit] = aPlan().units;
  assert.ok(unit);
  assert.deepEqual(changed({ firstDay: isoDate("2027-03-02") }, "2027-03-10"), [
    "campaign-has-begun firstDay",
  ]);
  assert.deepEqual(changed({ lastDay: isoDate("2027-03-09") }, "2027-03-10"), [
    "campaign-has-begun lastDay",
  ]);
  assert.deepEqual(changed({ lastDay: isoDate("2027-03-10") }, "2027-03-10"), []);
  assert.deepEqual(changed({ lastDay: isoDate("2027-03-30") }, "2027-04-05"), [
    "campaign-has-begun lastDay",
  ]);
  assert.deepEqual(changed({ lastDay: isoDate("2027-04-10") }, "2027-04-05"), []);
  assert.deepEqual(changed({ units: [unit] }, "2027-03-01"), ["campaign-has-begun units"]);
  assert.deepEqual(changed({ goals: "Fler enheter." }, "2027-03-10"), []);
  assert.deepEqual(changed({ contacts: "Enhetschefen" }, "2027-04-05"), []);
  const routine = aRoutine();
  assert.deepEqual(changed({ lastDay: isoDate("2027-03-09") }, "2027-03-10", routine), [
    "campaign-has-begun lastDay",
  ]);
});

test("a closed campaign is not changed at all", () => {
  const closed = aCampaign(closedOn("2027-04-02"));
  assert.deepEqual(checked({ ...closed, goals: "Andra mål" }, [closed]), ["campaign-closed"]);
});
