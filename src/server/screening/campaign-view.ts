import { type Actor, holdsRole, policy } from "#access";
import { type Instant, type IsoDate, swedishDay, type UnitId } from "#kernel";
import {
  type Campaign,
  campaignState,
  givesWayTo,
  guideParts,
  meetingCodebook,
  openDays,
  participationOf,
  preparationSteps,
  type TextPack,
  titleOf,
} from "#screening";
import type { MunicipalityTransaction, Unit } from "#store";
import { nameIn } from "../name-in.ts";
import type {
  CampaignNamed,
  CampaignSummary,
  CampaignView,
  TextPackView,
} from "../wire-of-screening.ts";
import { unitsToNote } from "./may-note.ts";

/** Who looks, and when. */
export type Looking = { readonly actor: Actor; readonly at: Instant };

export function mayPlan(actor: Actor): boolean {
  return holdsRole(actor, policy["PUT /api/campaigns/:campaign"].roles);
}

/** What stands beside a campaign. */
type Beside = { readonly units: readonly Unit[]; readonly campaigns: readonly Campaign[] };

export function summaryOf(
  campaign: Campaign,
  { units, campaigns }: Beside,
  { actor, at }: Looking,
): CampaignSummary {
  const { id, name, firstDay, lastDay, routine } = campaign;
  const today = swedishDay(at);
  return {
    id,
    name,
    firstDay,
    lastDay,
    routine,
    state: campaignState(campaign, today),
    units: unitsToNote(actor, campaign)
      .filter((unit) => !givesWayTo(campaign, campaigns, unit, today))
      .map((unit) => ({ id: unit, name: nameOf(units, unit) })),
  };
}

/** With how far the units have come: never what was answered, and nobody's own number. */
export async function viewCampaign(
  tx: MunicipalityTransaction,
  campaign: Campaign,
  looking: Looking,
): Promise<CampaignView> {
  const today = swedishDay(looking.at);
  const units = await tx.units.list();
  const campaigns = await tx.screening.campaigns();
  const beside = { units, campaigns };
  const { revision, round, tellsReceiver, instrument, contacts, goals, guide } = campaign;
  const rows = await tx.screening.daySums(campaign.id);
  const summary = summaryOf(campaign, beside, looking);
  const plans = mayPlan(looking.actor);
  return {
    ...summary,
    revision,
    ...halfYearsBeside(campaign, campaigns),
    givesWay: waysGiven(campaign, beside, looking.actor, today),
    round,
    tellsReceiver,
    instrument,
    textPack: await textPackOf(tx, campaign),
    contacts,
    goals,
    guide,
    guideParts,
    preparation: preparationSteps,
    participation: participationOf(campaign, rows, today).map((each) => ({
      ...each,
      name: nameOf(units, each.unit),
    })),
    codebook: meetingCodebook(),
    changedAt: campaign.at,
    changedBy: nameIn(await tx.accounts.names(), campaign.by),
    mayPlan: plans,
    mayClose: plans && summary.state === "over",
    openDays: openDays(campaign, today),
  };
}

/** The months that hers of a routine's units are counted in today. */
function waysGiven(
  campaign: Campaign,
  { units, campaigns }: Beside,
  actor: Actor,
  today: IsoDate,
): CampaignView["givesWay"] {
  const owners = unitsToNote(actor, campaign).map((unit) => ({
    name: nameOf(units, unit),
    owner: givesWayTo(campaign, campaigns, unit, today),
  }));
  return campaigns.flatMap((each) => {
    const there = owners.filter(({ owner }) => owner?.id === each.id).map(({ name }) => name);
    return there.length > 0 ? [{ id: each.id, title: titleOf(each), units: there }] : [];
  });
}

function halfYearsBeside(
  { id, follows, routine }: Campaign,
  all: readonly Campaign[],
): Pick<CampaignView, "before" | "next"> {
  if (routine === null) return { before: null, next: null };
  const named = (found: Campaign | undefined): CampaignNamed | null =>
    found ? { id: found.id, title: titleOf(found) } : null;
  return {
    before: named(all.find((each) => each.id === follows)),
    next: named(all.find((each) => each.follows === id)),
  };
}

async function textPackOf(
  { screening }: MunicipalityTransaction,
  { instrument }: Campaign,
): Promise<TextPackView | null> {
  if (instrument.kind !== "text-pack") return null;
  const pack = (await screening.textPacks()).find(({ id }) => id === instrument.pack);
  return pack ? viewTextPack(pack) : null;
}

export function viewTextPack(pack: TextPack): TextPackView {
  const { id, name, version, licence, introduction, questions } = pack;
  return { id, name, version, licence, introduction, questions };
}

function nameOf(units: readonly Unit[], unit: UnitId): string {
  return units.find(({ id }) => id === unit)?.name ?? unit;
}
