import { type Actor, holdsRole, policy } from "#access";
import { type Instant, swedishDay, type UnitId } from "#kernel";
import {
  type Campaign,
  campaignState,
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

export function summaryOf(
  campaign: Campaign,
  units: readonly Unit[],
  { actor, at }: Looking,
): CampaignSummary {
  const { id, name, firstDay, lastDay, routine } = campaign;
  return {
    id,
    name,
    firstDay,
    lastDay,
    routine,
    state: campaignState(campaign, swedishDay(at)),
    units: unitsToNote(actor, campaign).map((unit) => ({ id: unit, name: nameOf(units, unit) })),
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
  const { revision, round, tellsReceiver, instrument, contacts, goals, guide } = campaign;
  const rows = await tx.screening.daySums(campaign.id);
  const summary = summaryOf(campaign, units, looking);
  const plans = mayPlan(looking.actor);
  return {
    ...summary,
    revision,
    ...(await besideIt(tx, campaign)),
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

async function besideIt(
  { screening }: MunicipalityTransaction,
  { id, follows, routine }: Campaign,
): Promise<Pick<CampaignView, "before" | "next">> {
  if (routine === null) return { before: null, next: null };
  const all = await screening.campaigns();
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
