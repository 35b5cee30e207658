import type { Instant } from "#kernel";
import type { Campaign, CampaignId } from "#screening";
import type { Tenant } from "./tenant.ts";

export function screeningCampaignsOf({ db, municipality }: Tenant) {
  const columns = [
    "campaign_id as id",
    "revision",
    "name",
    "first_day as firstDay",
    "last_day as lastDay",
    "routine",
    "follows",
    "units",
    "instrument",
    "contacts",
    "goals",
    "guide",
    "round_id as round",
    "tells_receiver as tellsReceiver",
    "closed_at as closedAt",
    "updated_by as by",
    "updated_at as at",
  ] as const;
  return {
    /** The latest first. */
    async campaigns(): Promise<readonly Campaign[]> {
      return db
        .selectFrom("campaigns")
        .select(columns)
        .where("municipality_code", "=", municipality)
        .orderBy("first_day", "desc")
        .orderBy("campaign_id")
        .execute();
    },

    async findCampaign(id: CampaignId): Promise<Campaign | undefined> {
      return db
        .selectFrom("campaigns")
        .select(columns)
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", id)
        .executeTakeFirst();
    },

    /**
     * Its first revision, or the next of the one that was read; `changed`: somebody else was first, or
     * it is closed. Whether it is closed is not saved here: `closeCampaign`.
     */
    async saveCampaign(campaign: Campaign): Promise<{ readonly kind: "saved" | "changed" }> {
      const values = {
        revision: campaign.revision,
        name: campaign.name,
        first_day: campaign.firstDay,
        last_day: campaign.lastDay,
        routine: campaign.routine,
        units: JSON.stringify(campaign.units),
        instrument: JSON.stringify(campaign.instrument),
        contacts: campaign.contacts,
        goals: campaign.goals,
        guide: campaign.guide,
        round_id: campaign.round,
        tells_receiver: campaign.tellsReceiver,
        updated_by: campaign.by,
        updated_at: campaign.at,
      };
      const saved =
        campaign.revision === 1
          ? await db
              .insertInto("campaigns")
              .values({
                ...{ municipality_code: municipality, campaign_id: campaign.id },
                ...{ follows: campaign.follows, ...values },
              })
              // Its id, or the half-year that it follows, is taken.
              .onConflict((conflict) => conflict.doNothing())
              .returning("campaign_id")
              .executeTakeFirst()
          : await db
              .updateTable("campaigns")
              .set(values)
              .where("municipality_code", "=", municipality)
              .where("campaign_id", "=", campaign.id)
              .where("revision", "=", campaign.revision - 1)
              .where("closed_at", "is", null)
              .returning("campaign_id")
              .executeTakeFirst();
      return { kind: saved ? "saved" : "changed" };
    },

    /**
     * Waits for the notes that are on their way; those that come after it find it closed. Read the
     * figures after this, in the same transaction: nothing is added to them any more.
     * @returns `false`: there is none, or it was closed before.
     */
    async closeCampaign(id: CampaignId, at: Instant): Promise<boolean> {
      // Stronger than what a note holds; an update alone would pass it by.
      const open = await db
        .selectFrom("campaigns")
        .select("campaign_id")
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", id)
        .where("closed_at", "is", null)
        .forUpdate()
        .executeTakeFirst();
      if (!open) return false;
      await db
        .updateTable("campaigns")
        .set({ closed_at: at })
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", id)
        .execute();
      // No pile is entered any more.
      await db
        .deleteFrom("meeting_receipts")
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", id)
        .where("is_pile", "=", true)
        .execute();
      return true;
    },
  };
}
