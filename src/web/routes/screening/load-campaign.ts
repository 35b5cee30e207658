import type { CampaignView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { campaignPath } from "./campaign-place.ts";

export type CampaignArguments = {
  readonly request: Request;
  readonly params: { readonly campaign?: string };
};

/** The campaign that a page is about. */
export async function loadCampaign({ request, params }: CampaignArguments): Promise<CampaignView> {
  return loaded(
    await get<CampaignView>(campaignPath(params.campaign ?? ""), request.signal),
    request,
  );
}
