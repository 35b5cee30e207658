import type { Outcome } from "#kernel";
import { notFound, refusalOf } from "../http/refusal.ts";
import { type LongVisit, longRoute, type Route, signedInRoute } from "../http/route.ts";
import { unitRoute } from "../http/unit-route.ts";
import { campaignFigures, panelsOfCampaign } from "../screening/campaign-figures.ts";
import { viewCampaign } from "../screening/campaign-view.ts";
import { closeCampaign } from "../screening/close-campaign.ts";
import { addressedCampaign, noCampaign } from "../screening/in-campaign.ts";
import { tableFile } from "../table-file.ts";

export const campaignResultRoutes: readonly Route[] = [
  longRoute("POST /api/campaigns/:campaign/closing", close),
  // Protected figures that tell of nobody, made to be looked at: looking is not logged.
  signedInRoute("GET /api/campaigns/:campaign/results", async ({ context, tx, actor }) => {
    const campaign = await addressedCampaign(context, tx);
    if (!campaign) return noCampaign();
    return told(await campaignFigures(tx, actor.municipality, campaign));
  }),
  // To take a table away is.
  signedInRoute("GET /api/campaigns/:campaign/results/table", async (visit) => {
    const campaign = await addressedCampaign(visit.context, visit.tx);
    if (!campaign) return noCampaign();
    const found = await campaignFigures(visit.tx, visit.actor.municipality, campaign);
    if (found.kind === "refused") return refusalOf(found.problems);
    const panels = panelsOfCampaign(found.value);
    return tableFile(visit, panels, { of: campaign.id, group: null });
  }),
  // Exact: signed in, never stored by the browser, every view logged by the book.
  unitRoute("GET /api/units/:unit/campaigns/:campaign/results", async (visit) => {
    const campaign = await addressedCampaign(visit.context, visit.tx);
    if (!campaign?.units.some(({ unit }) => unit === visit.unit.id)) return notFound();
    return told(await visit.services.meetings.of(visit, campaign));
  }),
];

async function close({ context, services, actor, at }: LongVisit): Promise<Response> {
  const { store } = services;
  const { municipality, account: by } = actor;
  const campaign = context.req.param("campaign") ?? "";
  const problems = await closeCampaign(store, { municipality, campaign, by, at });
  if (problems.length > 0) return refusalOf(problems);
  return store.within(municipality, async (tx) => {
    const closed = await tx.screening.findCampaign(campaign);
    return closed ? Response.json(await viewCampaign(tx, closed, { actor, at })) : noCampaign();
  });
}

function told(found: Outcome<object>): Response {
  return found.kind === "refused" ? refusalOf(found.problems) : Response.json(found.value);
}
