import type { Instant, JsonValue } from "#kernel";
import type { CampaignId } from "#screening";
import type { Tenant } from "./tenant.ts";

/** A campaign's protected figures, as they were when it was closed. */
export type KeptCampaignResults = {
  /** By its id. */
  readonly codebook: string;
  readonly content: JsonValue;
  readonly sha256: string;
  readonly at: Instant;
};

/** Only ever added to, and each campaign once. */
export function screeningResultsOf({ db, municipality }: Tenant) {
  return {
    /** `taken`: the campaign's are kept already, and stay as they are. */
    async keepResults(
      campaign: CampaignId,
      { codebook, content, sha256, at }: KeptCampaignResults,
    ): Promise<"saved" | "taken"> {
      const inserted = await db
        .insertInto("campaign_results")
        .values({
          municipality_code: municipality,
          campaign_id: campaign,
          codebook_id: codebook,
          content: JSON.stringify(content),
          sha256,
          kept_at: at,
        })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "campaign_id"]).doNothing(),
        )
        .returning("campaign_id")
        .executeTakeFirst();
      return inserted ? "saved" : "taken";
    },

    async results(campaign: CampaignId): Promise<KeptCampaignResults | undefined> {
      return db
        .selectFrom("campaign_results")
        .select(["codebook_id as codebook", "content", "sha256", "kept_at as at"])
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .executeTakeFirst();
    },
  };
}
