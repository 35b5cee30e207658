import {
  addDays,
  checkText,
  type IsoDate,
  isoDate,
  type Problem,
  problem,
  type UnitId,
} from "#kernel";
import type { Campaign, CampaignId, CampaignPlan, Instrument } from "./campaign.ts";
import { campaignState, endOf, hasUnit } from "./campaign-days.ts";
import { meetingCodebook } from "./meeting-codebook.ts";
import { kindOfUnit } from "./questions-of-meeting.ts";
import type { TextPack } from "./text-pack.ts";

/** What a plan is judged against: all of the same municipality. */
export type CampaignGround = {
  /** May hold the campaign itself as it was, which is then told by its id. */
  readonly campaigns: readonly Campaign[];
  /** Those that there are. */
  readonly units: readonly UnitId[];
  readonly packs: readonly Pick<TextPack, "id">[];
  readonly today: IsoDate;
};

/** With the id of the campaign that it changes; without one, or with one not seen before, it is new. */
export type PlanToCheck = CampaignPlan & { readonly id?: CampaignId };

const longest = { name: 100, version: 40, contacts: 2_000, goals: 2_000, guide: 5_000 } as const;

/** What goes on for longer is a routine. */
const longestDays = 366;
const furthestDays = 2 * 366;
const mostExpected = 100_000;

/** All that keeps a plan from being saved; `at` is the field, or `units.2` for the third unit. */
export function checkCampaign(plan: PlanToCheck, ground: CampaignGround): readonly Problem[] {
  const before = ground.campaigns.find(({ id }) => id === plan.id);
  if (before && before.closedAt !== null) return [problem("campaign-closed")];
  return [
    ...(/[\p{L}\p{N}]/u.test(plan.name) ? [] : [problem("campaign-name-needed", "name")]),
    ...(["name", "contacts", "goals", "guide"] as const).flatMap((field) =>
      checkText(plan[field], field, longest[field]),
    ),
    ...checkDays(plan, ground.today),
    ...checkUnits(plan, ground),
    ...checkOverlaps(plan, ground.campaigns),
    ...checkInstrument(plan.instrument, ground.packs),
    ...(before ? checkBegun(plan, before, ground.today) : []),
  ];
}

function checkDays({ firstDay, lastDay }: CampaignPlan, today: IsoDate): readonly Problem[] {
  const earliest = isoDate(meetingCodebook().validFrom);
  const first = checkDay(firstDay, "firstDay", earliest, addDays(today, furthestDays));
  if (lastDay === null || first.length > 0) return first;
  if (lastDay < firstDay) return [problem("campaign-days-reversed", "lastDay")];
  return checkDay(lastDay, "lastDay", firstDay, addDays(firstDay, longestDays - 1));
}

function checkDay(day: IsoDate, at: string, from: IsoDate, through: IsoDate): readonly Problem[] {
  if (from <= day && day <= through) return [];
  return [problem("campaign-days-unlikely", at, { day, from, through })];
}

function checkUnits({ units }: CampaignPlan, ground: CampaignGround): readonly Problem[] {
  if (units.length === 0) return [problem("campaign-no-units", "units")];
  const kinds = kindOfUnit().options.map(({ code }) => code);
  return units.flatMap(({ unit, kind, expected }, index) => {
    const at = `units.${index}`;
    const isTwice = units.findIndex((each) => each.unit === unit) < index;
    const isLikely = expected === null || isCount(expected);
    return [
      ...(ground.units.includes(unit) ? [] : [problem("campaign-unit-unknown", at)]),
      ...(isTwice ? [problem("campaign-unit-twice", at)] : []),
      ...(kinds.includes(kind) ? [] : [problem("campaign-kind-unknown", at)]),
      ...(isLikely ? [] : [problem("number-out-of-range", at, { from: 0, to: mostExpected })]),
    ];
  });
}

function isCount(expected: number): boolean {
  return Number.isInteger(expected) && expected >= 0 && expected <= mostExpected;
}

/** Two with a last day never share a unit's day, nor do two routines; a routine gives way to the others. */
function checkOverlaps(plan: PlanToCheck, campaigns: readonly Campaign[]): readonly Problem[] {
  const end = plan.lastDay;
  const rivals = campaigns.filter((other) => {
    if (other.id === plan.id || (other.lastDay === null) !== (end === null)) return false;
    const otherEnd = endOf(other);
    const isBefore = otherEnd !== null && otherEnd < plan.firstDay;
    const isAfter = end !== null && end < other.firstDay;
    return !isBefore && !isAfter;
  });
  return plan.units.flatMap(({ unit }, index) =>
    rivals
      .filter((other) => hasUnit(other, unit))
      .map(({ name }) => problem("campaign-overlaps", `units.${index}`, { campaign: name })),
  );
}

function checkInstrument(
  instrument: Instrument,
  packs: CampaignGround["packs"],
): readonly Problem[] {
  switch (instrument.kind) {
    case "own":
      return [];
    case "freda-short":
      return /[\p{L}\p{N}]/u.test(instrument.version)
        ? checkText(instrument.version, "instrument", longest.version)
        : [problem("campaign-version-needed", "instrument")];
    case "text-pack":
      return packs.some(({ id }) => id === instrument.pack)
        ? []
        : [problem("campaign-text-pack-unknown", "instrument")];
  }
}

/** What was noted stays inside: no day that has been, and no unit, falls out of a begun campaign. */
function checkBegun(plan: CampaignPlan, before: Campaign, today: IsoDate): readonly Problem[] {
  if (campaignState(before, today) === "planned") return [];
  const been = before.lastDay !== null && before.lastDay < today ? before.lastDay : today;
  const losesEnd = plan.lastDay !== null && plan.lastDay < been;
  return [
    ...(plan.firstDay > before.firstDay ? [problem("campaign-has-begun", "firstDay")] : []),
    ...(losesEnd ? [problem("campaign-has-begun", "lastDay")] : []),
    ...(before.units.every(({ unit }) => hasUnit(plan, unit))
      ? []
      : [problem("campaign-has-begun", "units")]),
  ];
}
