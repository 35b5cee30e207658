import {
  type IsoDate,
  type Outcome,
  type Problem,
  problem,
  swedishDay,
  type UnitId,
} from "#kernel";
import { type Campaign, givesWayTo, titleOf } from "#screening";
import type { MunicipalityTransaction } from "#store";
import { refusal, refusalOf } from "../http/refusal.ts";
import type { LongVisit } from "../http/route.ts";
import type { MeetingNoted } from "../wire-of-screening.ts";
import { addressedCampaign, noCampaign } from "./in-campaign.ts";
import { mayNoteIn } from "./may-note.ts";

type Counting = {
  readonly unit: UnitId;
  readonly day: IsoDate;
  readonly check: (campaign: Campaign, today: IsoDate) => readonly Problem[];
  /** Refused, it has changed nothing. */
  readonly count: (
    screening: MunicipalityTransaction["screening"],
    campaign: Campaign,
    today: IsoDate,
  ) => Promise<Outcome<MeetingNoted["outcome"]>>;
};

/**
 * Counts what was sent in a transaction that writes nothing else: no session, no log, no key of a request.
 * Nothing in the database joins a count to whoever sent it.
 */
export async function countMeetings(
  { context, services, actor, at }: LongVisit,
  { unit, day, check, count }: Counting,
): Promise<Response> {
  const today = swedishDay(at);
  return services.store.within(actor.municipality, async (tx) => {
    const campaign = await addressedCampaign(context, tx);
    if (!campaign) return noCampaign();
    if (!mayNoteIn(actor, unit)) return refusal(problem("campaign-unit-not-yours", "unit"));
    const found = check(campaign, today);
    if (found.length > 0) return refusalOf(found);
    const elsewhere = await checkWhose(tx, campaign, unit, day);
    if (elsewhere.length > 0) return refusalOf(elsewhere);
    const counted = await count(tx.screening, campaign, today);
    if (counted.kind === "refused") return refusalOf(counted.problems);
    const ofTheDay = await tx.screening.ofTheDay(campaign.id, unit, day);
    const body: MeetingNoted = { outcome: counted.value, ofTheDay };
    return Response.json(body);
  });
}

/** A routine gives way to what is none. */
async function checkWhose(
  { screening }: MunicipalityTransaction,
  campaign: Campaign,
  unit: UnitId,
  day: IsoDate,
): Promise<readonly Problem[]> {
  if (campaign.routine === null) return [];
  const owner = givesWayTo(campaign, await screening.campaigns(), unit, day);
  if (!owner) return [];
  return [problem("meeting-day-of-another", "day", { day, campaign: titleOf(owner) })];
}
