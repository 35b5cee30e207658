import { sql } from "kysely";
import type { IsoDate, UnitId } from "#kernel";
import type { CampaignId } from "#screening";
import type { Tenant } from "./tenant.ts";

/** A unit's day with so many meetings, for the log, which is told of them once the day is over. */
type MeetingDay = { readonly unit: UnitId; readonly day: IsoDate; readonly count: number };

export function screeningDaysOf({ db, municipality }: Tenant) {
  return {
    /**
     * Days whose count, all told, is not the one that the log has. They are this transaction's until it
     * ends: another one that asks meanwhile is not told of them, and does not log them twice.
     */
    async unloggedDays(campaign: CampaignId, before: IsoDate): Promise<readonly MeetingDay[]> {
      return db
        .selectFrom("meeting_days")
        .select(["unit_id as unit", "day", "meeting_count as count"])
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .where("day", "<", before)
        .whereRef("meeting_count", "<>", "logged_count")
        .orderBy("day")
        .orderBy("unit_id")
        .forUpdate()
        .skipLocked()
        .execute();
    },

    /** In the same transaction as they were read in. */
    async markLogged(campaign: CampaignId, days: readonly MeetingDay[]): Promise<void> {
      const json = JSON.stringify(days);
      await sql`
        update meeting_days set logged_count = logged.count
        from json_to_recordset(${json}::json) as logged (unit text, day date, count integer)
        where municipality_code = ${municipality} and campaign_id = ${campaign}
          and unit_id = logged.unit and meeting_days.day = logged.day
      `.execute(db);
    },
  };
}
