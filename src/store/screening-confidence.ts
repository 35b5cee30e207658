import { sql } from "kysely";
import type { CampaignId, CountedConfidence } from "#screening";
import { claimReceipt, type ScreeningReceipt } from "./screening-receipts.ts";
import type { Tenant } from "./tenant.ts";

/** The staff's own confidence in asking, as counts; written as the tallies of meetings are. */
export function screeningConfidenceOf(tenant: Tenant) {
  const { db, municipality } = tenant;
  return {
    /** @returns `other`: the receipt was used for something else, and nothing is changed. */
    async addConfidence(
      campaign: CampaignId,
      { moment, answer }: Pick<CountedConfidence, "moment" | "answer">,
      receipt: ScreeningReceipt,
    ): Promise<"noted" | "again" | "other"> {
      // One after the other: what follows sees what those before it have written.
      await db
        .selectFrom("campaigns")
        .select("campaign_id")
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .forNoKeyUpdate()
        .executeTakeFirstOrThrow();
      const earlier = await claimReceipt(tenant, campaign, { ...receipt, isUndone: false });
      if (earlier) return earlier.content === receipt.content ? "again" : "other";
      await sql`
        with before as (
          delete from confidence_tallies
          where municipality_code = ${municipality} and campaign_id = ${campaign}
            and moment = ${moment}
          returning answer, tally_count
        )
        insert into confidence_tallies
          (municipality_code, campaign_id, moment, answer, tally_count)
        select ${municipality}, ${campaign}, ${moment}, answer, sum(tally_count)
        from (select * from before union all values (${answer}, 1)) as all_of_it
        group by answer order by answer
      `.execute(db);
      return "noted";
    },

    async confidence(campaign: CampaignId): Promise<readonly CountedConfidence[]> {
      return db
        .selectFrom("confidence_tallies")
        .select(["moment", "answer", "tally_count as count"])
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .orderBy("moment")
        .orderBy("answer")
        .execute();
    },
  };
}
