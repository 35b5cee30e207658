import type { CampaignView, ConfidenceView, SessionView } from "#server";
import { get } from "../../../api/request.ts";
import { loaded } from "../../../routing/loaded.ts";
import { type NamedUnit, unitsReachedWith } from "../../../session/roles.ts";
import { campaignPath } from "../campaign-place.ts";
import { type CampaignArguments, loadCampaign } from "../load-campaign.ts";

export type LoadedPreparation = {
  readonly campaign: CampaignView;
  /** Hers that take part: whose checklists she reads. */
  readonly units: readonly NamedUnit[];
  /** `null`: the questions are not for her. */
  readonly confidence: ConfidenceView | null;
};

export async function loadPreparation(asked: CampaignArguments): Promise<LoadedPreparation> {
  const { request, params } = asked;
  const path = campaignPath(params.campaign ?? "", "confidence");
  const [campaign, session, confidence] = await Promise.all([
    loadCampaign(asked),
    get<SessionView>("/api/session", request.signal),
    get<ConfidenceView>(path, request.signal),
  ]);
  const reached = unitsReachedWith(
    loaded(session, request),
    "caseWorker",
    "unitManager",
    "coordinator",
  );
  return {
    campaign,
    units: reached.filter(({ id }) => campaign.participation.some(({ unit }) => unit === id)),
    confidence: confidence.kind === "ok" ? confidence.value : null,
  };
}
