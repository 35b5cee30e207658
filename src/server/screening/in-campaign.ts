import type { Context } from "hono";
import { problem } from "#kernel";
import type { Campaign } from "#screening";
import type { MunicipalityTransaction } from "#store";
import { refusal } from "../http/refusal.ts";

/** The campaign that the address names. */
export async function addressedCampaign(
  context: Context,
  { screening }: MunicipalityTransaction,
): Promise<Campaign | undefined> {
  return screening.findCampaign(context.req.param("campaign") ?? "");
}

export function noCampaign(): Response {
  return refusal(problem("campaign-unknown"));
}
