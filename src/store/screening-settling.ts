import { sql } from "kysely";
import type { IsoDate, UnitId } from "#kernel";
import type { CampaignId } from "#screening";
import type { Tenant } from "./tenant.ts";

type UnitDay = { readonly unit: UnitId; readonly day: IsoDate };

/**
 * PostgreSQL keeps with each row the number of the transaction that wrote it, and these numbers grow with time:
 * a meeting that is alone on its unit's day has the one after whatever its noter did just before, in a case that
 * is hers. So what is counted is written anew, together, by somebody who only looks.
 */
export function screeningSettlingOf({ db, municipality }: Tenant) {
  return {
    /**
     * Days before this one that have not been since they were last changed, and all receipts and answers of
     * before. Waits for nobody, so that none wait in a circle: what another one is at is left for the next time.
     * @returns `false`: somebody else is at the campaign's rows, and nothing is written.
     */
    async settle(campaign: CampaignId, before: IsoDate): Promise<boolean> {
      const days = await restlessDays(campaign, before);
      if (days.length === 0) return true;
      if (!(await hold(campaign))) return false;
      await settleDays(campaign, days);
      await settleReceipts(campaign, before);
      await rewriteConfidence(campaign);
      return true;
    },

    /** The staff's answers alone, whether or not a meeting was noted. */
    async settleConfidence(campaign: CampaignId): Promise<void> {
      if (await hold(campaign)) await rewriteConfidence(campaign);
    },
  };

  async function hold(campaign: CampaignId): Promise<boolean> {
    const held = await db
      .selectFrom("campaigns")
      .select("campaign_id")
      .where("municipality_code", "=", municipality)
      .where("campaign_id", "=", campaign)
      .forNoKeyUpdate()
      .skipLocked()
      .executeTakeFirst();
    return held !== undefined;
  }

  async function restlessDays(campaign: CampaignId, end: IsoDate): Promise<readonly UnitDay[]> {
    return db
      .selectFrom("meeting_days")
      .select(["unit_id as unit", "day"])
      .where("municipality_code", "=", municipality)
      .where("campaign_id", "=", campaign)
      .where("day", "<", end)
      .where("is_settled", "=", false)
      .orderBy("day")
      .orderBy("unit_id")
      .forUpdate()
      .skipLocked()
      .execute();
  }

  async function settleDays(campaign: CampaignId, days: readonly UnitDay[]): Promise<void> {
    await sql`
      with before as (
        delete from meeting_tallies
        using json_to_recordset(${JSON.stringify(days)}::json) as settled (unit text, day date)
        where municipality_code = ${municipality} and campaign_id = ${campaign}
          and unit_id = settled.unit and meeting_tallies.day = settled.day
        returning meeting_tallies.*
      )
      insert into meeting_tallies
        (municipality_code, campaign_id, unit_id, day, combination, tally_count)
      select municipality_code, campaign_id, unit_id, day, combination, tally_count from before
      order by unit_id, day, combination
    `.execute(db);
    await sql`
      update meeting_days set is_settled = true
      from json_to_recordset(${JSON.stringify(days)}::json) as settled (unit text, day date)
      where municipality_code = ${municipality} and campaign_id = ${campaign}
        and unit_id = settled.unit and meeting_days.day = settled.day
    `.execute(db);
  }

  /** One that is being taken back is left as it is. */
  async function settleReceipts(campaign: CampaignId, before: IsoDate): Promise<void> {
    await sql`
      with free as (
        select receipt_key from meeting_receipts
        where municipality_code = ${municipality} and campaign_id = ${campaign} and day < ${before}
        for update skip locked
      ), taken as (
        delete from meeting_receipts
        where municipality_code = ${municipality} and campaign_id = ${campaign}
          and receipt_key in (select receipt_key from free)
        returning *
      )
      insert into meeting_receipts
        (municipality_code, campaign_id, receipt_key, content, day, is_pile, is_undone)
      select municipality_code, campaign_id, receipt_key, content, day, is_pile, is_undone
      from taken order by receipt_key
    `.execute(db);
  }

  async function rewriteConfidence(campaign: CampaignId): Promise<void> {
    await sql`
      with before as (
        delete from confidence_tallies
        where municipality_code = ${municipality} and campaign_id = ${campaign}
        returning *
      )
      insert into confidence_tallies
        (municipality_code, campaign_id, moment, answer, tally_count)
      select municipality_code, campaign_id, moment, answer, tally_count from before
      order by moment, answer
    `.execute(db);
  }
}
