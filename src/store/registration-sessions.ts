import { sql } from "kysely";
import type { AccountId, CaseId, Instant, UnitId } from "#kernel";
import type { CaseRecord, Participant, TakenCase } from "#registration";
import { caseColumns, readCase } from "./case-row.ts";
import { oneOf } from "./one-of.ts";
import type { Tenant } from "./tenant.ts";

/** An afternoon of registering together. */
export type RegistrationSession = {
  readonly id: string;
  readonly unit: UnitId;
  readonly name: string;
  readonly openedBy: AccountId;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
};

export type RaisedHand = { readonly concept: string; readonly account: AccountId };

/** What was done together, never by whom. Voided cases are not in it. */
export type SessionCounter = {
  readonly done: number;
  readonly inWork: number;
  readonly later: number;
  /**
   * Questions that the participants have answered in it, each once: in a case since it was taken,
   * and a question that is gone through across cases since that began.
   */
  readonly answers: number;
  /** The cases that these answers stand in. */
  readonly cases: number;
};

export function registrationSessionsOf({ db, municipality }: Tenant) {
  function selectSessions() {
    return db
      .selectFrom("registration_sessions")
      .select(["session_id as id", "unit_id as unit", "name", "opened_by as openedBy"])
      .select(["opened_at as openedAt", "closed_at as closedAt"])
      .where("municipality_code", "=", municipality);
  }

  function updateTaken(session: string, { case: taken, by }: Pick<TakenCase, "case" | "by">) {
    return db
      .updateTable("session_cases")
      .where("municipality_code", "=", municipality)
      .where("session_id", "=", session)
      .where("case_id", "=", taken)
      .where("account_id", "=", by);
  }

  return {
    async insert({ id, unit, name, openedBy, openedAt, closedAt }: RegistrationSession) {
      await db
        .insertInto("registration_sessions")
        .values({
          municipality_code: municipality,
          session_id: id,
          unit_id: unit,
          name,
          opened_by: openedBy,
          opened_at: openedAt,
          closed_at: closedAt,
        })
        .execute();
    },

    async find(id: string): Promise<RegistrationSession | undefined> {
      return selectSessions().where("session_id", "=", id).executeTakeFirst();
    },

    /** As `find`; whoever else changes something in this session waits until this transaction ends. */
    async findForChange(id: string): Promise<RegistrationSession | undefined> {
      return selectSessions().where("session_id", "=", id).forNoKeyUpdate().executeTakeFirst();
    },

    /** The latest first. */
    async list(unit: UnitId, limit: number): Promise<readonly RegistrationSession[]> {
      return selectSessions()
        .where("unit_id", "=", unit)
        .orderBy("opened_at", "desc")
        .orderBy("session_id")
        .limit(limit)
        .execute();
    },

    /** Those that are open in the units, the latest first. */
    async open(units: readonly UnitId[]): Promise<readonly RegistrationSession[]> {
      return selectSessions()
        .where("closed_at", "is", null)
        .where(oneOf("unit_id", units))
        .orderBy("opened_at", "desc")
        .orderBy("session_id")
        .execute();
    },

    async close(id: string, at: Instant): Promise<void> {
      await db
        .updateTable("registration_sessions")
        .set({ closed_at: at })
        .where("municipality_code", "=", municipality)
        .where("session_id", "=", id)
        .where("closed_at", "is", null)
        .execute();
    },

    /** @returns whether she is new; joining twice is joining once. */
    async join(session: string, account: AccountId, at: Instant): Promise<boolean> {
      const joined = await db
        .insertInto("session_participants")
        .values({
          municipality_code: municipality,
          session_id: session,
          account_id: account,
          joined_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return joined.numInsertedOrUpdatedRows === 1n;
    },

    /** In the order they joined. */
    async participants(session: string): Promise<readonly AccountId[]> {
      const rows = await db
        .selectFrom("session_participants")
        .select("account_id")
        .where("municipality_code", "=", municipality)
        .where("session_id", "=", session)
        .orderBy("joined_at")
        .orderBy("account_id")
        .execute();
      return rows.map((row) => row.account_id);
    },

    /**
     * The open cases that the participant may register: her own in the unit, and those that nobody
     * has. Voided cases, and restricted ones that she may not read, do not exist for her.
     */
    async cases({ account, unit }: Participant): Promise<readonly CaseRecord[]> {
      const rows = await db
        .selectFrom("cases")
        .select(caseColumns)
        .where("municipality_code", "=", municipality)
        .where("state", "=", "open")
        .where("voided", "is", null)
        .where((where) =>
          where.or([
            where("reader_account_ids", "is", null),
            sql<boolean>`${account} = any(reader_account_ids)`,
          ]),
        )
        .where((where) =>
          where.or([
            where.and([
              where("unit_id", "=", unit),
              where.or([
                where("assignee_account_id", "=", account),
                where("assignee_account_id", "is", null),
              ]),
            ]),
            where.and([
              where("shared_unit_id", "=", unit),
              where("shared_assignee_account_id", "=", account),
            ]),
          ]),
        )
        .execute();
      return rows.map(readCase);
    },

    /** The one case that a participant has taken and not settled, whatever has become of it. */
    async inWork(session: string, account: AccountId): Promise<CaseRecord | undefined> {
      const row = await db
        .selectFrom("cases")
        .select(caseColumns)
        .where("municipality_code", "=", municipality)
        .where("case_id", "=", (select) =>
          select
            .selectFrom("session_cases")
            .select("session_cases.case_id")
            .where("session_cases.municipality_code", "=", municipality)
            .where("session_id", "=", session)
            .where("account_id", "=", account)
            .where("outcome", "is", null),
        )
        .executeTakeFirst();
      return row && readCase(row);
    },

    /** Every case that has been taken in the session. */
    async taken(session: string): Promise<readonly TakenCase[]> {
      const rows = await db
        .selectFrom("session_cases")
        .select(["case_id", "account_id", "outcome", "settled_at"])
        .where("municipality_code", "=", municipality)
        .where("session_id", "=", session)
        .execute();
      return rows.map((row) => ({
        case: row.case_id,
        by: row.account_id,
        outcome: row.outcome,
        settledAt: row.settled_at,
      }));
    },

    /** @returns `false` when somebody was faster, or when she has another case in work. */
    async take(session: string, id: CaseId, by: AccountId, at: Instant): Promise<boolean> {
      const taken = await db
        .insertInto("session_cases")
        .values({
          municipality_code: municipality,
          session_id: session,
          case_id: id,
          account_id: by,
          taken_at: at,
          outcome: null,
          settled_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return taken.numInsertedOrUpdatedRows === 1n;
    },

    /** Takes up a case that she has put off; what she answered in it before still counts. */
    async takeUpAgain(session: string, id: CaseId, by: AccountId): Promise<boolean> {
      const { numUpdatedRows } = await updateTaken(session, { case: id, by })
        .set({ outcome: null, settled_at: null })
        .where("outcome", "=", "later")
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async settle(
      session: string,
      { case: id, by }: Pick<TakenCase, "case" | "by">,
      outcome: "done" | "later",
      at: Instant,
    ): Promise<void> {
      await updateTaken(session, { case: id, by }).set({ outcome, settled_at: at }).execute();
    },

    /** That she goes through one question in all her cases, from now on. */
    async openQuestion(
      session: string,
      { variable, account }: { readonly variable: string; readonly account: AccountId },
      at: Instant,
    ): Promise<void> {
      await db
        .insertInto("session_questions")
        .values({
          municipality_code: municipality,
          session_id: session,
          account_id: account,
          variable_id: variable,
          opened_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** The first one raised first. */
    async hands(session: string): Promise<readonly RaisedHand[]> {
      const rows = await db
        .selectFrom("session_hands")
        .select(["concept", "account_id"])
        .where("municipality_code", "=", municipality)
        .where("session_id", "=", session)
        .orderBy("raised_at")
        .orderBy("account_id")
        .execute();
      return rows.map((row) => ({ concept: row.concept, account: row.account_id }));
    },

    /** @returns whether it was not up already. */
    async raiseHand(session: string, { concept, account }: RaisedHand, at: Instant) {
      const raised = await db
        .insertInto("session_hands")
        .values({
          municipality_code: municipality,
          session_id: session,
          concept,
          account_id: account,
          raised_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return raised.numInsertedOrUpdatedRows === 1n;
    },

    /** One person's hand at the question, or (account left out) everybody's. @returns how many were up. */
    async lowerHands(session: string, concept: string, account?: AccountId): Promise<number> {
      const lowered = await db
        .deleteFrom("session_hands")
        .where("municipality_code", "=", municipality)
        .where("session_id", "=", session)
        .where("concept", "=", concept)
        .$if(account !== undefined, (query) => query.where("account_id", "=", account as AccountId))
        .executeTakeFirst();
      return Number(lowered.numDeletedRows);
    },

    async counter(session: RegistrationSession): Promise<SessionCounter> {
      const cases = await countCases(session.id);
      return { ...cases, ...(await countAnswers(session)) };
    },
  };

  async function countCases(session: string) {
    const { rows } = await sql<Pick<SessionCounter, "done" | "inWork" | "later">>`
      select count(*) filter (where taken.outcome = 'done')::int as done,
        count(*) filter (where taken.outcome is null)::int as "inWork",
        count(*) filter (where taken.outcome = 'later')::int as later
      from session_cases taken
      join cases on cases.municipality_code = taken.municipality_code
        and cases.case_id = taken.case_id
      where taken.municipality_code = ${municipality} and taken.session_id = ${session}
        and cases.voided is null
    `.execute(db);
    return rows[0] ?? { done: 0, inWork: 0, later: 0 };
  }

  /**
   * Of the unit's cases, as the latest of each question's changes left it: ticking three boxes of one
   * question is one answer, and an answer that was taken back is none. What is registered beside the
   * session, in other cases or before they were taken, is not its work. Only cases with a step since
   * it opened are looked into.
   */
  async function countAnswers({ id, unit, openedAt, closedAt }: RegistrationSession) {
    const { rows } = await sql<Pick<SessionCounter, "answers" | "cases">>`
      with answered as (
        select distinct on (revision.case_id, change -> 'address')
          revision.case_id, change -> 'to' as value
        from cases
        join case_revisions revision on revision.municipality_code = cases.municipality_code
          and revision.case_id = cases.case_id
        join session_participants participant
          on participant.municipality_code = revision.municipality_code
          and participant.account_id = revision.account_id
        cross join lateral jsonb_array_elements(revision.changes) with ordinality
          as changes (change, place)
        where cases.municipality_code = ${municipality}
          and (cases.unit_id = ${unit} or cases.shared_unit_id = ${unit})
          and cases.last_step_at >= ${openedAt} and cases.voided is null
          and participant.session_id = ${id}
          and revision.at >= ${openedAt}
          and (${closedAt}::timestamptz is null or revision.at <= ${closedAt}::timestamptz)
          and change ->> 'kind' = 'answer-set' and change ->> 'why' is null
          and (
            exists (
              select from session_cases taken
              where taken.municipality_code = cases.municipality_code
                and taken.session_id = ${id} and taken.case_id = cases.case_id
                and taken.taken_at <= revision.at
            ) or exists (
              select from session_questions question
              where question.municipality_code = cases.municipality_code
                and question.session_id = ${id} and question.account_id = revision.account_id
                and change -> 'address' = jsonb_build_object('variable', question.variable_id)
                and question.opened_at <= revision.at
            )
          )
        order by revision.case_id, change -> 'address', revision.revision desc, place desc
      )
      select count(*)::int as answers, count(distinct case_id)::int as cases
      from answered where value <> 'null'::jsonb
    `.execute(db);
    return rows[0] ?? { answers: 0, cases: 0 };
  }
}
