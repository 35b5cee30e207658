import type {
  CampaignResultsView,
  CampaignView,
  ObstaclesView,
  SessionView,
  UnitCampaignResultsView,
} from "#server";
import { type Reply, sentencesOf } from "../../../api/reply.ts";
import { get } from "../../../api/request.ts";
import { loaded } from "../../../routing/loaded.ts";
import { type NamedUnit, unitsReachedWith } from "../../../session/roles.ts";
import { campaignPath } from "../campaign-place.ts";
import { type CampaignArguments, loadCampaign } from "../load-campaign.ts";

export type Outcome =
  | { readonly kind: "not-yet" }
  /** It is closed, and nothing may be told of it: why, in words. */
  | { readonly kind: "untold"; readonly sentences: readonly string[] }
  | { readonly kind: "municipality"; readonly view: CampaignResultsView }
  | { readonly kind: "unit"; readonly view: UnitCampaignResultsView };

export type LoadedOutcome = {
  readonly campaign: CampaignView;
  readonly outcome: Outcome;
  /** Hers that take part: whose exact figures she may see. */
  readonly units: readonly NamedUnit[];
  readonly obstacles: ObstaclesView;
};

/** `?enhet=`: a unit's own, exact; asked for only when it is wanted, since each view is logged. */
export async function loadOutcome(asked: CampaignArguments): Promise<LoadedOutcome> {
  const { request, params } = asked;
  const id = params.campaign ?? "";
  const [campaign, session, obstacles] = await Promise.all([
    loadCampaign(asked),
    get<SessionView>("/api/session", request.signal),
    get<ObstaclesView>(campaignPath(id, "obstacles"), request.signal),
  ]);
  const units = unitsReachedWith(loaded(session, request), "caseWorker", "unitManager").filter(
    (unit) => campaign.participation.some((each) => each.unit === unit.id),
  );
  const wished = new URL(request.url).searchParams.get("enhet");
  return {
    campaign,
    units,
    obstacles: loaded(obstacles, request),
    outcome: campaign.state === "closed" ? await told(id, wished, request) : { kind: "not-yet" },
  };
}

async function told(id: string, unit: string | null, request: Request): Promise<Outcome> {
  if (unit) {
    const path = `/api/units/${encodeURIComponent(unit)}${campaignPath(id, "results").slice(4)}`;
    const view = loaded(await get<UnitCampaignResultsView>(path, request.signal), request);
    return { kind: "unit", view };
  }
  const reply = await get<CampaignResultsView>(campaignPath(id, "results"), request.signal);
  if (mayNotBeTold(reply)) return { kind: "untold", sentences: sentencesOf(reply) };
  return { kind: "municipality", view: loaded(reply, request) };
}

function mayNotBeTold(reply: Reply<unknown>): boolean {
  return reply.kind === "refused" && reply.status === 409;
}
