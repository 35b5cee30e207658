import type { IsoDate, UnitId } from "#kernel";
import type { CampaignId, Combination, TalliedDay } from "#screening";
import type { Tenant } from "./tenant.ts";

/** What was counted: all of it, or summed where it lies, so that a million meetings take no time. */
export function screeningSumsOf({ db, municipality }: Tenant) {
  return {
    /** All that is known, by unit, day and combination. */
    async tallies(campaign: CampaignId): Promise<readonly TalliedDay[]> {
      return db
        .selectFrom("meeting_tallies")
        .select(["unit_id as unit", "day", "combination", "tally_count as count"])
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .orderBy("unit_id")
        .orderBy("day")
        .orderBy("combination")
        .execute();
    },

    /** Of each unit, over all its days, in no order. */
    async sums(campaign: CampaignId): Promise<
      readonly {
        readonly unit: UnitId;
        readonly combination: Combination;
        readonly count: number;
      }[]
    > {
      return db
        .selectFrom("meeting_tallies")
        .select(["unit_id as unit", "combination"])
        .select(({ fn }) => fn.sum<number>("tally_count").as("count"))
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .groupBy(["unit_id", "combination"])
        .execute();
    },

    /** For participation: of each combination its first answer alone, whether the question was put. */
    async daySums(campaign: CampaignId): Promise<readonly TalliedDay[]> {
      const rows = await db
        .selectFrom("meeting_days")
        .select(["unit_id as unit", "day", "first_answers"])
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .orderBy("unit_id")
        .orderBy("day")
        .execute();
      return rows.flatMap(({ unit, day, first_answers }) =>
        Object.entries(first_answers).map(([combination, count]) => ({
          unit,
          day,
          combination,
          count,
        })),
      );
    },

    /** Of a unit on a day, all told. */
    async ofTheDay(campaign: CampaignId, unit: UnitId, day: IsoDate): Promise<number> {
      const row = await db
        .selectFrom("meeting_days")
        .select("meeting_count")
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .where("unit_id", "=", unit)
        .where("day", "=", day)
        .executeTakeFirst();
      return row?.meeting_count ?? 0;
    },
  };
}
