import { sql } from "kysely";
import type { CampaignId, TalliedDay } from "#screening";
import { claimReceipt, type ScreeningReceipt } from "./screening-receipts.ts";
import type { Tenant } from "./tenant.ts";

/** `other`: the receipt was used for something else; `closed`: the campaign was closed meanwhile. */
type Noted = "noted" | "again" | "other" | "closed";

/**
 * How meetings went, as counts and nothing else. A day's rows are written anew together, in the order of
 * their key, so that neither transaction nor place in the file tells which of them changed last.
 */
export function screeningTalliesOf(tenant: Tenant) {
  const { db, municipality } = tenant;
  return {
    /** All of the rows or none. Only `noted` has changed anything. */
    async note(
      campaign: CampaignId,
      rows: readonly TalliedDay[],
      receipt: ScreeningReceipt,
    ): Promise<Noted> {
      if (!(await keepOpen(campaign))) return "closed";
      const earlier = await claimReceipt(tenant, campaign, { ...receipt, isUndone: false });
      if (earlier) return earlier.content === receipt.content ? "again" : "other";
      await add(campaign, rows);
      return "noted";
    },

    /**
     * Takes one note back. `unknown`: it had not come, or not like this. A receipt that had not come is
     * kept as undone, so that a note that was overtaken on its way is not counted when it comes.
     */
    async undo(
      campaign: CampaignId,
      row: TalliedDay,
      { key, content, day }: Omit<ScreeningReceipt, "isPile">,
    ): Promise<"undone" | "again" | "unknown"> {
      if (!(await keepOpen(campaign))) return "unknown";
      const kept = { key, content, day, isPile: false, isUndone: true };
      const earlier = await claimReceipt(tenant, campaign, kept);
      if (earlier?.content !== content) return "unknown";
      if (earlier.isUndone) return "again";
      await db
        .updateTable("meeting_receipts")
        .set({ is_undone: true })
        .where("municipality_code", "=", municipality)
        .where("campaign_id", "=", campaign)
        .where("receipt_key", "=", key)
        .execute();
      await add(campaign, [{ ...row, count: -row.count }]);
      return "undone";
    },
  };

  /** No one closes it before this transaction ends; notes do not wait for each other here. */
  async function keepOpen(campaign: CampaignId): Promise<boolean> {
    const open = await db
      .selectFrom("campaigns")
      .select("campaign_id")
      .where("municipality_code", "=", municipality)
      .where("campaign_id", "=", campaign)
      .where("closed_at", "is", null)
      .forKeyShare()
      .executeTakeFirst();
    return open !== undefined;
  }

  async function add(campaign: CampaignId, rows: readonly TalliedDay[]): Promise<void> {
    await lockDays(campaign, rows);
    const days = Map.groupBy(rows, ({ unit, day }) => `${day} ${unit}`);
    for (const ofDay of days.values()) await rewriteDay(campaign, ofDay);
  }

  /** What follows sees what those before it have written. All in one order, so that none wait in a circle. */
  async function lockDays(campaign: CampaignId, rows: readonly TalliedDay[]): Promise<void> {
    await sql`
      insert into meeting_days (municipality_code, campaign_id, unit_id, day, meeting_count)
      select distinct ${municipality}, ${campaign}, unit, day, 0
      from json_to_recordset(${JSON.stringify(rows)}::json) as changed (unit text, day date)
      order by unit, day
      on conflict (municipality_code, campaign_id, unit_id, day)
      do update set meeting_count = meeting_days.meeting_count
    `.execute(db);
  }

  /** With these added; a combination that nobody has any more goes, and one below that is refused. */
  async function rewriteDay(campaign: CampaignId, rows: readonly TalliedDay[]): Promise<void> {
    const { unit, day } = rows[0] ?? {};
    await sql`
      with before as (
        delete from meeting_tallies
        where municipality_code = ${municipality} and campaign_id = ${campaign}
          and unit_id = ${unit} and day = ${day}
        returning combination, tally_count
      ), now as (
        insert into meeting_tallies
          (municipality_code, campaign_id, unit_id, day, combination, tally_count)
        select ${municipality}, ${campaign}, ${unit}, ${day}, combination, sum(tally_count)
        from (
          select * from before
          union all
          select * from json_to_recordset(${JSON.stringify(rows)}::json)
            as added (combination text, count integer)
        ) as all_of_it
        group by combination having sum(tally_count) <> 0
        order by combination
        returning combination, tally_count
      ), firsts as (
        select split_part(combination, ';', 1) as first, sum(tally_count) as meetings
        from now group by 1
      )
      update meeting_days set
        meeting_count = coalesce((select sum(meetings) from firsts), 0),
        first_answers = coalesce((select jsonb_object_agg(first, meetings) from firsts), '{}'),
        is_settled = false
      where municipality_code = ${municipality} and campaign_id = ${campaign}
        and unit_id = ${unit} and day = ${day}
    `.execute(db);
  }
}
