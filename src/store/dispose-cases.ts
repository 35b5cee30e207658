import { sql } from "kysely";
import type { AccountId, CaseId, Instant, IsoDate, UnitId } from "#kernel";
import type { CaseState } from "#registration";
import { answeredQuestions } from "./answered-questions.ts";
import { codeMark } from "./code-mark.ts";
import { insertRows } from "./insert-rows.ts";
import { oneOf } from "./one-of.ts";
import type { Schema } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** What disposal must know of a case: nothing that was answered. */
export type LyingCase = {
  readonly id: CaseId;
  readonly code: string;
  readonly unit: UnitId;
  readonly state: CaseState;
  readonly startedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly lastStepAt: Instant;
  readonly readers: readonly AccountId[] | null;
  readonly isVoided: boolean;
};

/** How many rows of each went. */
export type DisposedRows = {
  readonly cases: number;
  readonly steps: number;
  readonly surveys: number;
  readonly deliveriesEmptied: number;
};

export function caseDisposalOf({ db, municipality }: Tenant) {
  return {
    /**
     * Closed by that day, or open without a step since: voided and restricted ones too, by id.
     * @param isChange nobody else changes them before the transaction ends.
     */
    async lyingSince(day: IsoDate, isChange: boolean): Promise<readonly LyingCase[]> {
      const rows = await db
        .selectFrom("cases")
        .select(["case_id as id", "case_code as code", "unit_id as unit", "state"])
        .select(["started_on as startedOn", "closed_on as closedOn", "last_step_at as lastStepAt"])
        .select(["reader_account_ids as readers", "voided"])
        .where("municipality_code", "=", municipality)
        .where(({ or, and, eb }) =>
          or([
            and([eb("state", "=", "closed"), eb("closed_on", "<=", day)]),
            // A day too many, whatever the time zone: the caller knows the Swedish day.
            and([
              eb("state", "=", "open"),
              eb("last_step_at", "<", sql<Instant>`${day}::date + interval '2 days'`),
            ]),
          ]),
        )
        .orderBy("case_id")
        .$if(isChange, (query) => query.forUpdate())
        .execute();
      return rows.map(({ voided, ...row }) => ({ ...row, isVoided: voided !== null }));
    },

    /** Which of them a delivery of the round holds. */
    async deliveredIn(
      round: string,
      sequence: number,
      cases: readonly CaseId[],
    ): Promise<ReadonlySet<CaseId>> {
      const rows = await db
        .selectFrom("made_delivery_cases")
        .select("case_id")
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("sequence", "=", sequence)
        .where(oneOf("case_id", cases))
        .execute();
      return new Set(rows.map(({ case_id }) => case_id));
    },

    /**
     * Takes away every row of the cases, and what deliveries say of them. The log stays: it says who did
     * what, and nothing of what a case says. So do the rows of others that point at them in words: a
     * later case of the same person keeps the code that she came with.
     */
    async dispose(
      disposal: number,
      cases: readonly Pick<LyingCase, "id" | "code">[],
      at: Instant,
    ): Promise<DisposedRows> {
      const ids = cases.map(({ id }) => id);
      const own = { municipality_code: municipality };
      await insertRows(
        db,
        "disposal_cases",
        ids.map((id) => ({ ...own, disposal_number: disposal, case_id: id })),
      );
      // Until the transaction ends: what row-level security asks for before anything of a case goes.
      await sql`select set_config('app.disposal', ${String(disposal)}, true)`.execute(db);
      await leaveMarks(cases.map(({ code }) => code));
      await leaveGaps(ids);
      const deliveriesEmptied = await emptyDeliveries(ids, at);
      const codes = cases.map(({ code }) => code);
      await remove("idempotency_keys", "subject", codes);
      await remove("made_delivery_cases", "case_id", ids);
      await remove("survey_invitations", "case_id", ids);
      const surveys = await remove("survey_answers", "case_id", ids);
      await remove("access_reasons", "case_id", ids);
      await remove("look_alike_dismissals", "case_id", ids);
      await remove("look_alike_dismissals", "other_case_id", ids);
      await remove("session_cases", "case_id", ids);
      await remove("disposal_holds", "case_id", ids);
      const steps = await remove("case_revisions", "case_id", ids);
      const gone = await remove("cases", "case_id", ids);
      return { cases: gone, steps, surveys, deliveriesEmptied };
    },
  };

  async function remove(
    table: keyof Schema,
    column: string,
    values: readonly string[],
  ): Promise<number> {
    const removed = await sql`
      delete from ${sql.table(table)}
      where municipality_code = ${municipality} and ${oneOf(column, values)}
    `.execute(db);
    return Number(removed.numAffectedRows ?? 0n);
  }

  async function leaveMarks(codes: readonly string[]): Promise<void> {
    const marks = [...new Set(codes.map((code) => codeMark(municipality, code)))];
    await sql`
      insert into disposed_code_marks (municipality_code, mark)
      select ${municipality}, mark from unnest(${marks}::int[]) as given (mark)
      on conflict do nothing
    `.execute(db);
  }

  async function leaveGaps(ids: readonly CaseId[]): Promise<void> {
    await sql`
      insert into survey_gaps (municipality_code, unit_id, arrival_number, codebook_id, questions)
      select survey_answers.municipality_code, survey_answers.unit_id, arrival_number, codebook_id,
        ${sql.raw(answeredQuestions("answers"))}
      from survey_answers join cases using (municipality_code, case_id)
      where survey_answers.municipality_code = ${municipality}
        and survey_answers.case_id = any(${[...ids]}::text[])
    `.execute(db);
  }

  /** No line of a delivery can be told to be a case's, so all of them go; the first tells of none. */
  async function emptyDeliveries(ids: readonly CaseId[], at: Instant): Promise<number> {
    const emptied = await sql`
      update made_deliveries
      set content = split_part(content, e'\n', 1) || e'\n', content_disposed_at = ${at}
      where municipality_code = ${municipality} and level <> 'counts' and content_disposed_at is null
        and exists (
          select from made_delivery_cases held
          where held.municipality_code = made_deliveries.municipality_code
            and held.round_id = made_deliveries.round_id and held.sequence = made_deliveries.sequence
            and held.case_id = any(${[...ids]}::text[])
        )
    `.execute(db);
    return Number(emptied.numAffectedRows ?? 0n);
  }
}
