import { type ExpressionBuilder, sql } from "kysely";
import type { AccountId, CaseId, Instant, IsoDate, UnitId } from "#kernel";
import { type CaseRecord, type CaseState, type Revision, recordAsAt } from "#registration";
import { listCases, visibleTo } from "./case-list.ts";
import {
  type CaseRow,
  caseColumns,
  caseRow,
  readCase,
  readRevision,
  revisionRow,
  writeCase,
} from "./case-row.ts";
import { codeMark } from "./code-mark.ts";
import { insertRows } from "./insert-rows.ts";
import { oneOf } from "./one-of.ts";
import type { Schema } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** What lists show of the answers; the caller knows the codebook, and thereby which answer it is. */
export type CaseFacts = { readonly birthYear: number | null };

/** A case as it stands, and every revision from the first on. */
export type LivedCase = {
  readonly record: CaseRecord;
  readonly revisions: readonly Revision[];
  readonly facts: CaseFacts;
};

/** `stale`: somebody else's revision came first; nothing was written. */
export type SaveResult = { readonly kind: "saved" } | { readonly kind: "stale" };

export type CaseFilter = {
  /** Who looks: restricted cases are found by their named readers alone, left out by nobody. */
  readonly viewer?: AccountId;
  /** That own or share the case. Left out: the whole municipality. An empty list finds nothing. */
  readonly units?: readonly UnitId[];
  /** That own it, whoever shares it. */
  readonly owners?: readonly UnitId[];
  /** In the unit that owns it or in the one that shares it. */
  readonly assignee?: AccountId;
  readonly unassigned?: true;
  /** Left out: open and closed. Voided cases are found by asking for them only. */
  readonly state?: CaseState | "voided";
  readonly survey?: CaseRecord["survey"]["kind"];
  /** Part of a case code (hyphens and case do not matter), a birth year, or the start's `2026-03`. */
  readonly text?: string;
  /** How many to pass over, and how many to give at most. */
  readonly from: number;
  readonly limit: number;
};

/** A case as lists show it: without its answers. */
export type CaseSummary = {
  readonly id: CaseId;
  readonly code: string;
  readonly unit: UnitId;
  readonly assignee: AccountId | null;
  readonly sharedWith: CaseRecord["sharedWith"];
  readonly isRestricted: boolean;
  readonly isVoided: boolean;
  readonly previousCode: string | null;
  readonly codebook: string;
  readonly state: CaseState;
  readonly startedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly birthYear: number | null;
  readonly survey: CaseRecord["survey"];
  readonly completed: CaseRecord["completed"];
  readonly revision: number;
  readonly lastStepAt: Instant;
};

export type CaseList = {
  /** Counted as far as anybody reads: a thousand, or the page that is asked for. */
  readonly total: number;
  /** There are more than `total`. */
  readonly isMore: boolean;
  readonly cases: readonly CaseSummary[];
};

/** One row a case, and one row a decision about it: `docs/decisions/0003-one-row-per-case.md`. */
export function casesOf(tenant: Tenant) {
  const { db, municipality } = tenant;

  function selectCases() {
    return db.selectFrom("cases").select(caseColumns).where("municipality_code", "=", municipality);
  }

  function visibleIn(unit: UnitId, viewer: AccountId) {
    return db
      .selectFrom("cases")
      .where("municipality_code", "=", municipality)
      .where("unit_id", "=", unit)
      .where("state", "=", "open")
      .where("voided", "is", null)
      .where(visibleTo(viewer));
  }

  function casesIn(select: ExpressionBuilder<Schema, "units">) {
    return select
      .selectFrom("cases")
      .whereRef("cases.municipality_code", "=", "units.municipality_code")
      .whereRef("cases.unit_id", "=", "units.unit_id");
  }

  async function addRevision(id: CaseId, revision: Revision): Promise<void> {
    await insertRows(db, "case_revisions", [revisionRow(municipality, id, revision)]);
  }

  return {
    /** The first revision of a case. */
    async insert(record: CaseRecord, first: Revision, facts: CaseFacts): Promise<void> {
      await db.insertInto("cases").values(writeCase(record, facts)).execute();
      await addRevision(record.id, first);
    },

    /** Cases with their whole past, in two statements. */
    async insertWithHistory(lived: readonly LivedCase[]): Promise<void> {
      // A foreign key's check that was planned while the table was empty reads a whole municipality
      // for every revision. Until the server has gathered statistics it is planned anew for each lot.
      await sql`discard plans`.execute(db);
      const rows = lived.map(({ record, facts }) => caseRow(record, facts));
      await insertRows(db, "cases", rows);
      const past = lived.flatMap(({ record, revisions }) =>
        revisions.map((revision) => revisionRow(municipality, record.id, revision)),
      );
      await insertRows(db, "case_revisions", past);
    },

    /** `record` is the case with `revision` applied; stored only upon the revision before it. */
    async save(record: CaseRecord, revision: Revision, facts: CaseFacts): Promise<SaveResult> {
      const updated = await db
        .updateTable("cases")
        .set(writeCase(record, facts))
        .where("municipality_code", "=", municipality)
        .where("case_id", "=", record.id)
        .where("revision", "=", record.revision - 1)
        .executeTakeFirst();
      if (updated.numUpdatedRows === 0n) return { kind: "stale" };
      await addRevision(record.id, revision);
      return { kind: "saved" };
    },

    async find(code: string): Promise<CaseRecord | undefined> {
      const row = await selectCases().where("case_code", "=", code).executeTakeFirst();
      return row && readCase(row);
    },

    /** As `find`, and nobody else can change it before this transaction ends. */
    async findForUpdate(code: string): Promise<CaseRecord | undefined> {
      const row = await selectCases().where("case_code", "=", code).forUpdate().executeTakeFirst();
      return row && readCase(row);
    },

    /** For whoever was let in to one case and does not know its code. */
    async findById(id: CaseId): Promise<CaseRecord | undefined> {
      const row = await selectCases().where("case_id", "=", id).executeTakeFirst();
      return row && readCase(row);
    },

    /** As `findById`, and nobody else can change it before this transaction ends. */
    async findByIdForUpdate(id: CaseId): Promise<CaseRecord | undefined> {
      const row = await selectCases().where("case_id", "=", id).forUpdate().executeTakeFirst();
      return row && readCase(row);
    },

    /** Whether a code is in use, or may have been a disposed case's, for drawing the next one. */
    async isCodeTaken(code: string): Promise<boolean> {
      const row = await db
        .selectFrom("cases")
        .select("case_code as known")
        .where("municipality_code", "=", municipality)
        .where("case_code", "=", code)
        .unionAll(
          db
            .selectFrom("disposed_code_marks")
            .select(sql<string>`''`.as("known"))
            .where("municipality_code", "=", municipality)
            .where("mark", "=", codeMark(municipality, code)),
        )
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** The latest step first. */
    list(filter: CaseFilter): Promise<CaseList> {
      return listCases(tenant, filter);
    },

    /** Open cases that the unit owns and the viewer may see, by worker; `null`: nobody's. */
    async caseloads(
      unit: UnitId,
      viewer: AccountId,
    ): Promise<ReadonlyMap<AccountId | null, number>> {
      const rows = await visibleIn(unit, viewer)
        .select(["assignee_account_id as assignee", db.fn.countAll<number>().as("cases")])
        .groupBy("assignee_account_id")
        .execute();
      return new Map(rows.map(({ assignee, cases }) => [assignee, cases]));
    },

    /** Open cases of one worker that the unit owns and the viewer may see; others wait, as `findForUpdate`. */
    async openForUpdate(
      unit: UnitId,
      assignee: AccountId,
      viewer: AccountId,
    ): Promise<readonly CaseRecord[]> {
      const rows: readonly CaseRow[] = await visibleIn(unit, viewer)
        .select(caseColumns)
        .where("assignee_account_id", "=", assignee)
        // In one order for everybody, so that two who lock many never wait for each other.
        .orderBy("case_id")
        .forUpdate()
        .execute();
      return rows.map(readCase);
    },

    /** Another text whenever a case or a client's survey of the unit has changed. */
    async stamp(unit: UnitId): Promise<string> {
      const { cases, steps, last, surveys, gaps } = await db
        .selectFrom("units")
        .select("survey_arrivals as surveys")
        .select((select) => [
          casesIn(select)
            .select(({ fn }) => fn.countAll<number>().as("n"))
            .as("cases"),
          casesIn(select)
            .select(({ fn }) => fn.sum<number>("revision").as("sum"))
            .as("steps"),
          // One case may leave the unit and another come, with as many steps.
          casesIn(select)
            .select(({ fn }) => fn.max("last_step_at").as("last"))
            .as("last"),
          // Answers may go with a case that has long been another unit's.
          select
            .selectFrom("survey_gaps")
            .select(({ fn }) => fn.countAll<number>().as("n"))
            .whereRef("survey_gaps.municipality_code", "=", "units.municipality_code")
            .whereRef("survey_gaps.unit_id", "=", "units.unit_id")
            .as("gaps"),
        ])
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", unit)
        .executeTakeFirstOrThrow();
      return `${cases} ${steps} ${last} ${surveys} ${gaps}`;
    },

    /** Oldest first. */
    async history(id: CaseId): Promise<readonly Revision[]> {
      const rows = await db
        .selectFrom("case_revisions")
        .select(["revision", "at", "account_id", "reason", "changes"])
        .where("municipality_code", "=", municipality)
        .where("case_id", "=", id)
        .orderBy("revision")
        .execute();
      return rows.map(readRevision);
    },

    /**
     * Every case that counts, or those that some units own: voided ones are left out. In batches, so
     * that memory stays bounded.
     */
    async *stream(units?: readonly UnitId[]): AsyncGenerator<CaseRecord> {
      for await (const batch of batches(units)) yield* batch;
    },

    /**
     * Every case as it stood at a moment; those that had not been started then are left out, and those
     * that have been voided, whenever that was.
     */
    async *asAt(at: Instant): AsyncGenerator<CaseRecord> {
      for await (const batch of batches()) {
        const later = batch.filter(({ lastStepAt }) => lastStepAt > at);
        const pasts = await revisionsOf(later);
        for (const record of batch) {
          const past = record.lastStepAt > at ? (pasts.get(record.id) ?? []) : undefined;
          const then = past ? recordAsAt(record, past, at) : record;
          if (then) yield then;
        }
      }
    },
  };

  async function* batches(units?: readonly UnitId[], size = 500): AsyncGenerator<CaseRecord[]> {
    let after = "";
    for (;;) {
      const rows: readonly CaseRow[] = await selectCases()
        .where("voided", "is", null)
        .$if(units !== undefined, (query) => query.where(oneOf("unit_id", units ?? [])))
        .where("case_id", ">", after as CaseId)
        .orderBy("case_id")
        .limit(size)
        .execute();
      yield rows.map(readCase);
      const last = rows.at(-1);
      if (last === undefined || rows.length < size) return;
      after = last.case_id;
    }
  }

  /** Oldest first, by case. */
  async function revisionsOf(
    records: readonly CaseRecord[],
  ): Promise<ReadonlyMap<CaseId, readonly Revision[]>> {
    const found = new Map(records.map(({ id }) => [id, [] as Revision[]]));
    if (records.length === 0) return found;
    const rows = await db
      .selectFrom("case_revisions")
      .select(["case_id", "revision", "at", "account_id", "reason", "changes"])
      .where("municipality_code", "=", municipality)
      .where(oneOf("case_id", [...found.keys()]))
      .orderBy("case_id")
      .orderBy("revision")
      .execute();
    for (const row of rows) found.get(row.case_id)?.push(readRevision(row));
    return found;
  }
}
