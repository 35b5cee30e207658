import {
  addDays,
  checkText,
  type IsoDate,
  isoDate,
  type Period,
  type Problem,
  problem,
  type UnitId,
} from "#kernel";
import type { Campaign, CampaignId, CampaignPlan, Instrument } from "./campaign.ts";
import { campaignState, hasUnit } from "./campaign-days.ts";
import { meetingCodebook } from "./meeting-codebook.ts";
import { kindOfUnit } from "./questions-of-meeting.ts";
import { lastOfHalfYear } from "./routine.ts";
import type { TextPack } from "./text-pack.ts";

/** What a plan is judged against: all of the same municipality. */
export type CampaignGround = {
  /** May hold the campaign itself as it was, which is then told by its id. */
  readonly campaigns: readonly Campaign[];
  /** Those that there are. */
  readonly units: readonly UnitId[];
  readonly packs: readonly Pick<TextPack, "id">[];
  /** Units that something has been noted in, of the campaign as it was. */
  readonly noted: readonly UnitId[];
  /** The days of the round that it belongs to; `null`: of none. */
  readonly round: Period | null;
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
    ...checkRound(plan, ground.round),
    ...(plan.tellsReceiver && plan.round === null
      ? [problem("campaign-tells-nobody", "tellsReceiver")]
      : []),
    ...checkUnits(plan, ground),
    ...checkOverlaps(plan, ground.campaigns),
    ...checkInstrument(plan.instrument, ground.packs),
    ...(before ? checkBegun(plan, before, ground) : []),
  ];
}

function checkDays(
  { firstDay, lastDay, routine }: CampaignPlan,
  today: IsoDate,
): readonly Problem[] {
  const earliest = isoDate(meetingCodebook().validFrom);
  const first = checkDay(firstDay, "firstDay", earliest, addDays(today, furthestDays));
  if (first.length > 0) return first;
  if (lastDay < firstDay) return [problem("campaign-days-reversed", "lastDay")];
  if (routine === null)
    return checkDay(lastDay, "lastDay", firstDay, addDays(firstDay, longestDays - 1));
  const last = lastOfHalfYear(firstDay);
  return checkDay(lastDay, "lastDay", routine === "goes-on" ? last : firstDay, last);
}

/** What is noted on other days would not be among what the round compiles. */
function checkRound({ firstDay, lastDay }: CampaignPlan, round: Period | null): readonly Problem[] {
  if (!round) return [];
  const details = { from: round.from, through: addDays(round.until, -1) };
  return [
    ...(firstDay < details.from ? [problem("campaign-outside-round", "firstDay", details)] : []),
    ...(lastDay > details.through ? [problem("campaign-outside-round", "lastDay", details)] : []),
  ];
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

/** Two of a kind never share a unit's day; a routine gives way to what is none. */
function checkOverlaps(plan: PlanToCheck, campaigns: readonly Campaign[]): readonly Problem[] {
  const rivals = campaigns.filter((other) => {
    if (other.id === plan.id || (other.routine === null) !== (plan.routine === null)) return false;
    return other.lastDay >= plan.firstDay && other.firstDay <= plan.lastDay;
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

/**
 * What was noted stays inside: no day that has been falls out of a begun campaign, and no unit that has
 * noted something. A month does not become a routine any more, and a half-year that another one follows
 * stays as long as it was.
 */
function checkBegun(
  plan: CampaignPlan,
  before: Campaign,
  { campaigns, noted, today }: CampaignGround,
): readonly Problem[] {
  if (campaignState(before, today) === "planned") return [];
  const been = before.lastDay < today ? before.lastDay : today;
  const isOther = (plan.routine === null) !== (before.routine === null);
  const isFollowed = campaigns.some(({ follows }) => follows === before.id);
  const hasGoneOn = isFollowed && (plan.routine !== "goes-on" || plan.lastDay !== before.lastDay);
  const losesUnit = before.units.some(({ unit }) => noted.includes(unit) && !hasUnit(plan, unit));
  return [
    ...(plan.firstDay > before.firstDay ? [problem("campaign-has-begun", "firstDay")] : []),
    ...(plan.lastDay < been ? [problem("campaign-has-begun", "lastDay")] : []),
    ...(isOther ? [problem("campaign-is-other-kind", "routine")] : []),
    ...(hasGoneOn ? [problem("routine-has-gone-on", "routine")] : []),
    ...(losesUnit ? [problem("campaign-has-begun", "units")] : []),
  ];
}
