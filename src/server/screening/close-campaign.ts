import type { FrozenCampaign } from "#compilation";
import {
  type AccountId,
  canonicalJson,
  type Instant,
  type JsonValue,
  type Outcome,
  type Problem,
  problem,
  swedishDay,
} from "#kernel";
import { type Campaign, type CampaignId, campaignState, meetingCodebook } from "#screening";
import type { MunicipalityTransaction, Store } from "#store";
import { freezeCampaignApart } from "../freeze-apart.ts";
import { countedMeetings, type MeetingSum } from "./counted-meetings.ts";

export type CampaignToClose = {
  readonly municipality: Parameters<Store["within"]>[0];
  readonly campaign: CampaignId;
  readonly by: AccountId;
  readonly at: Instant;
};

/** A late pile may come while the figures are made: then they are made once more. */
const mostTries = 5;

/**
 * Closes a campaign and keeps its protected figures, both at once; where there are too few meetings for any
 * figure it is closed without. They are made outside every transaction, since that takes a while, and kept
 * only if they are of all that was noted until it was closed.
 * @returns why it is not closed; none: it is, by this or before.
 */
export async function closeCampaign(
  store: Store,
  order: CampaignToClose,
): Promise<readonly Problem[]> {
  const { municipality, campaign: id, at } = order;
  for (let tries = 0; tries < mostTries; tries++) {
    const read = await store.within(municipality, (tx) => readToClose(tx, id));
    if (!read) return [problem("campaign-unknown")];
    const { campaign, sums, name } = read;
    if (campaign.closedAt !== null) return [];
    const early = checkEnded(campaign, at);
    if (early.length > 0) return early;
    const frozen = await freezeCampaignApart({
      municipality: { code: municipality, name },
      campaign: id,
      codebook: meetingCodebook(),
      rows: countedMeetings(campaign, sums),
    });
    if (frozen.kind === "refused" && !isTooFew(frozen.problems)) return frozen.problems;
    const isClosed = await keep(store, order, campaign, sums, frozen);
    if (isClosed) return [];
  }
  return [problem("campaign-still-noted")];
}

async function readToClose({ screening, municipality }: MunicipalityTransaction, id: CampaignId) {
  const campaign = await screening.findCampaign(id);
  if (!campaign) return undefined;
  const name = (await municipality.find())?.name ?? "";
  return { campaign, name, sums: await screening.sums(id) };
}

function checkEnded(campaign: Campaign, at: Instant): readonly Problem[] {
  const { lastDay } = campaign;
  const isOver = campaignState(campaign, swedishDay(at)) === "over";
  return isOver ? [] : [problem("campaign-not-over", undefined, { lastDay })];
}

function isTooFew(problems: readonly Problem[]): boolean {
  return problems.every(({ code }) => code === "campaign-results-too-few");
}

/** All of it or nothing. @returns `false`: something was noted or changed since, and nothing is done. */
async function keep(
  store: Store,
  { municipality, campaign: id, by, at }: CampaignToClose,
  campaign: Campaign,
  sums: readonly MeetingSum[],
  frozen: Outcome<FrozenCampaign>,
): Promise<boolean> {
  try {
    return await store.within(municipality, async ({ screening, audit }) => {
      // Somebody else was first, and what came of that stands.
      if (!(await screening.closeCampaign(id, at))) return true;
      const now = await screening.findCampaign(id);
      const isSame = now?.revision === campaign.revision;
      if (!isSame || textOf(await screening.sums(id)) !== textOf(sums)) throw new Outdated();
      const told = frozen.kind === "done" ? frozen.value : undefined;
      if (told) await screening.keepResults(id, { ...told, at });
      const details = { campaign: id, ...(told ? { sha256: told.sha256 } : {}) };
      audit.append({ at, account: by, action: "campaign.closed", details });
      return true;
    });
  } catch (reason) {
    if (reason instanceof Outdated) return false;
    throw reason;
  }
}

/** Thrown, so that closing is undone with all else. */
class Outdated extends Error {}

function textOf(sums: readonly MeetingSum[]): string {
  const lines = sums.map(
    ({ unit, combination, count }): JsonValue => [unit, combination, Number(count)],
  );
  return lines
    .map((line) => canonicalJson(line))
    .sort()
    .join("\n");
}
