import {
  canonicalJson,
  type JsonValue,
  type Problem,
  problem,
  swedishDay,
  swedishTime,
} from "#kernel";
import { type Campaign, checkCampaign } from "#screening";
import type { MunicipalityTransaction } from "#store";
import { findAgreed, periodOfRound } from "../delivering/agreed-round.ts";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { longRoute, type Route, signedInRoute, type Visit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import { type CampaignToSave, SaveCampaign } from "../requests-of-screening.ts";
import { mayPlan, summaryOf, viewCampaign } from "../screening/campaign-view.ts";
import { continueRoutines } from "../screening/continue-routines.ts";
import { addressedCampaign, noCampaign } from "../screening/in-campaign.ts";
import { invitedTo } from "../screening/invited-to.ts";
import { optionsOf } from "../screening/options-of.ts";
import { tellDays } from "../screening/tell-days.ts";
import type { CampaignList, CampaignSummary } from "../wire-of-screening.ts";

/** Its own id, drawn by the page that plans it. */
const idForm = /^[\w-]{8,64}$/;

export const campaignRoutes: readonly Route[] = [
  // About units and days, never about a person: looking is not logged.
  signedInRoute("GET /api/campaigns", list),
  // What it writes of past days is no part of what her session writes.
  longRoute("GET /api/campaigns/:campaign", ({ context, services, actor, at }) =>
    services.store.within(actor.municipality, async (tx) => {
      const campaign = await addressedCampaign(context, tx);
      if (!campaign) return noCampaign();
      await continueRoutines(tx, at);
      await tellDays(tx, campaign.id, at);
      return Response.json(await viewCampaign(tx, campaign, { actor, at }));
    }),
  ),
  signedInRoute("PUT /api/campaigns/:campaign", save),
];

async function list(visit: Visit): Promise<Response> {
  const { tx, actor, services, at } = visit;
  await continueRoutines(tx, at);
  const units = await tx.units.list();
  const campaigns = await tx.screening.campaigns();
  const told = campaigns.map((each) => summaryOf(each, { units, campaigns }, visit));
  const body: CampaignList = {
    campaigns: told.toSorted((one, other) => rankOf(one) - rankOf(other)),
    invitedTo: await invitedTo(tx, services),
    mayPlan: mayPlan(actor),
    unitKinds: optionsOf("kindOfUnit"),
  };
  return Response.json(body);
}

/** First what she may note in today. The store has the latest first. */
function rankOf({ state, units }: CampaignSummary): number {
  if (state !== "running") return 2;
  return units.length > 0 ? 0 : 1;
}

async function save(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const id = context.req.param("campaign") ?? "";
  if (!idForm.test(id)) return refusal(problem("malformed-request", "campaign"));
  const body = await readBody(context, SaveCampaign);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { revision, ...plan } = trimmed(body.value);
  // One after the other: two that overlap would else be planned at once.
  await tx.people.lock();
  const campaigns = await tx.screening.campaigns();
  const before = campaigns.find((each) => each.id === id);
  const campaign: Campaign = {
    ...plan,
    id,
    follows: before?.follows ?? null,
    revision: revision + 1,
    closedAt: before?.closedAt ?? null,
    by: actor.account,
    at,
  };
  // Sent once more after a lost answer.
  if (before && isSame(before, campaign)) {
    return Response.json(await viewCampaign(tx, before, visit));
  }
  const found = await checkPlan(visit, campaign, campaigns);
  if (found.length > 0) return refusalOf(found);
  if (revision !== (before?.revision ?? 0)) return refusal(await changedMeanwhile(tx, before));
  const saved = await tx.screening.saveCampaign(campaign);
  if (saved.kind === "changed") return refusal(await changedMeanwhile(tx, before));
  const action = before ? "campaign.changed" : "campaign.planned";
  const details = { campaign: id, from: plan.firstDay, through: plan.lastDay };
  tx.audit.append({ at, account: actor.account, action, details });
  return Response.json(await viewCampaign(tx, campaign, visit));
}

function trimmed({ name, contacts, goals, guide, instrument, ...plan }: CampaignToSave) {
  return {
    ...plan,
    name: name.trim(),
    contacts: contacts.trim(),
    goals: goals.trim(),
    guide: guide.trim(),
    instrument:
      instrument.kind === "freda-short"
        ? { ...instrument, version: instrument.version.trim() }
        : instrument,
  };
}

function isSame(kept: Campaign, wished: Campaign): boolean {
  const words = ({ at: _, ...rest }: Campaign) => canonicalJson(rest as unknown as JsonValue);
  return words(kept) === words(wished);
}

async function checkPlan(
  { tx, at, services }: Visit,
  campaign: Campaign,
  campaigns: readonly Campaign[],
): Promise<readonly Problem[]> {
  const agreed = campaign.round === null ? null : await findAgreed(tx, campaign.round, false);
  const round = agreed?.invitation ?? null;
  const isOfCases =
    round !== null && services.codebooks.get(round.codebook.id)?.counts !== "meetings";
  const ground = {
    campaigns,
    units: (await tx.units.list()).map((unit) => unit.id),
    packs: await tx.screening.textPacks(),
    noted: (await tx.screening.daySums(campaign.id)).map(({ unit }) => unit),
    round: round && periodOfRound(round).period,
    today: swedishDay(at),
  };
  return [
    ...checkCampaign(campaign, ground),
    ...(agreed === undefined ? [problem("campaign-round-unknown", "round")] : []),
    ...(isOfCases ? [problem("campaign-round-of-cases", "round")] : []),
  ];
}

async function changedMeanwhile(
  tx: MunicipalityTransaction,
  now: Campaign | undefined,
): Promise<Problem> {
  if (!now) return problem("campaign-unknown");
  const details = { by: nameIn(await tx.accounts.names(), now.by), time: swedishTime(now.at) };
  return problem("campaign-changed-meanwhile", undefined, details);
}
