import { meetingSpecifications } from "#compilation";
import { admitInternal } from "#disclosure";
import { done, type Outcome, problem, refused } from "#kernel";
import { unitMeetingResults } from "#report";
import { type Campaign, meetingCodebook, titleOf } from "#screening";
import { tabulateWeighted } from "#tabulation";
import type { UnitVisit } from "../http/unit-route.ts";
import type { UnitCampaignResultsView } from "../wire-of-screening.ts";
import { countedMeetings } from "./counted-meetings.ts";

/**
 * The units' own exact figures of a campaign (lane 1), once it is closed. Whoever looks is admitted anew
 * each time, and logged here, never with a count.
 */
export type UnitMeetingBook = {
  readonly of: (
    viewing: UnitVisit,
    campaign: Campaign,
  ) => Promise<Outcome<UnitCampaignResultsView>>;
};

export function createUnitMeetingBook(): UnitMeetingBook {
  return { of: unitFigures };
}

async function unitFigures(
  { tx, actor, unit, services, log }: UnitVisit,
  campaign: Campaign,
): Promise<Outcome<UnitCampaignResultsView>> {
  if (campaign.closedAt === null) return refused(problem("campaign-results-not-yet"));
  const codebook = meetingCodebook();
  const { municipality, account } = actor;
  const sums = (await tx.screening.sums(campaign.id)).filter((each) => each.unit === unit.id);
  const tables = tabulateWeighted({
    codebook,
    specifications: meetingSpecifications(codebook),
    rows: countedMeetings(campaign, sums),
    scope: { kind: "unit", municipality, unit: unit.id },
  });
  const admission = { municipality, unit: unit.id, viewer: account, at: services.clock.now() };
  const admitted = tables.map((table) => admitInternal(table, admission));
  log("figures.viewed", { codebook: codebook.id, campaign: campaign.id });
  return done({
    campaign: { id: campaign.id, name: titleOf(campaign) },
    unit: { id: unit.id, name: unit.name },
    meetings: sums.reduce((sum, { count }) => sum + Number(count), 0),
    results: unitMeetingResults(admitted, { codebook, language: "sv" }),
  });
}
