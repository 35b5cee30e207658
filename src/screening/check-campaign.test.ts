import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import type { Campaign, CampaignPlan } from "./campaign.ts";
import { type CampaignGround, checkCampaign, type PlanToCheck } from "./check-campaign.ts";
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
  ground: Partial<CampaignGround> = {},
): readonly string[] {
  const units = [north, south];
  const given = { campaigns, units, packs, noted: [], round: null, today: isoDate(today) };
  return refusals(checkCampaign(plan, { ...given, ...ground }));
}

/** From the first of March. */
const spring = { lastDay: isoDate("2027-06-30"), routine: "goes-on" } as const;

test("a whole plan is taken as it is, a routine too", () => {
  assert.deepEqual(checked(aPlan()), []);
  assert.deepEqual(checked(aPlan(spring)), []);
  assert.deepEqual(checked(aPlan({ routine: "ends" })), []);
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
  [{ ...spring, lastDay: isoDate("2027-06-29") }, ["campaign-days-unlikely lastDay"]],
  [{ ...spring, lastDay: isoDate("2027-12-31") }, ["campaign-days-unlikely lastDay"]],
  [{ lastDay: isoDate("2027-07-01"), routine: "ends" }, ["campaign-days-unlikely lastDay"]],
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
  const another = aPlan(spring);
  assert.deepEqual(checked(another, [aCampaign()]), []);
  assert.deepEqual(checked(another, [aRoutine()]), [
    "campaign-overlaps units.0",
    "campaign-overlaps units.1",
  ]);
  const ended = { lastDay: isoDate("2027-02-28"), routine: "ends" } as const;
  assert.deepEqual(checked(another, [aRoutine(ended)]), []);
  assert.equal(checked(another, [aRoutine({ ...ended, lastDay: another.firstDay })]).length, 2);
});

test("a campaign is not in its own way, and all of it may change before it begins", () => {
  const plan = aCampaign({ firstDay: isoDate("2027-03-08"), lastDay: isoDate("2027-03-20") });
  assert.deepEqual(checked(plan, [aCampaign()]), []);
  const fewer = aCampaign({ units: [{ unit: north, kind: 1, expected: null }] });
  assert.deepEqual(checked(fewer, [aCampaign()]), []);
});

test("once it has begun no day that has been falls out of it, and no unit that noted something", () => {
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
  const fewer = (noted: typeof north) =>
    checked(aCampaign({ units: [unit] }), [aCampaign()], "2027-03-01", { noted: [noted] });
  assert.deepEqual(fewer(south), ["campaign-has-begun units"]);
  assert.deepEqual(fewer(north), []);
  assert.deepEqual(changed({ goals: "Fler enheter." }, "2027-03-10"), []);
  assert.deepEqual(changed({ contacts: "Enhetschefen" }, "2027-04-05"), []);
});

test("a routine is ended in the half-year that goes on, and never made a month", () => {
  const changed = (changes: Partial<Campaign>, others: readonly Campaign[] = []) =>
    checked(aRoutine(changes), [aRoutine(), ...others], "2027-03-10");
  const ended = (day: string) => ({ lastDay: isoDate(day), routine: "ends" }) as const;
  assert.deepEqual(changed(ended("2027-03-10")), []);
  assert.deepEqual(changed(ended("2027-03-09")), ["campaign-has-begun lastDay"]);
  assert.deepEqual(changed({ routine: null }), ["campaign-is-other-kind routine"]);
  const autumn = { firstDay: isoDate("2027-07-01"), lastDay: isoDate("2027-12-31") };
  const next = aRoutine({ id: "efter", follows: "rutin", ...autumn });
  assert.deepEqual(changed(ended("2027-06-30"), [next]), ["routine-has-gone-on routine"]);
  assert.deepEqual(changed({ goals: "Alla nybesök." }, [next]), []);
});

test("what a round asks for is noted on its days", () => {
  const round = { from: isoDate("2027-03-02"), until: isoDate("2027-03-31") };
  assert.deepEqual(checked(aPlan(), [], "2027-02-01", { round }), [
    "campaign-outside-round firstDay",
    "campaign-outside-round lastDay",
  ]);
  const inside = { firstDay: isoDate("2027-03-02"), lastDay: isoDate("2027-03-30") };
  assert.deepEqual(checked(aPlan(inside), [], "2027-02-01", { round }), []);
});

test("a closed campaign is not changed at all", () => {
  const closed = aCampaign(closedOn("2027-04-02"));
  assert.deepEqual(checked({ ...closed, goals: "Andra mål" }, [closed]), ["campaign-closed"]);
});
