import { type SqlBool, sql } from "kysely";
import type { AccountId, CaseId, Instant, UnitId } from "#kernel";
import type { CaseRecord } from "#registration";
import { invitedModes } from "#survey";
import { visibleTo } from "./case-list.ts";
import { type CaseRow, caseColumns, readCase } from "./case-row.ts";
import { oneOf } from "./one-of.ts";
import type { Tenant } from "./tenant.ts";

/** The client was to type herself, and neither an answer nor a reason has come. */
const cameToNothing = sql<SqlBool>`survey ->> 'kind' = 'offered'
  and survey ->> 'mode' in (${sql.join(invitedModes)}) and survey ->> 'unanswered' is null`;

/** Where one person's and one unit's work stands; what it means is decided elsewhere. */
export function caseWorkOf({ db, municipality }: Tenant) {
  function countedIn(units: readonly UnitId[]) {
    return db
      .selectFrom("cases")
      .where("cases.municipality_code", "=", municipality)
      .where("cases.voided", "is", null)
      .where(oneOf("cases.unit_id", units));
  }

  return {
    /**
     * The cases that the person works on, in the unit that owns them or in the one that shares them,
     * and that may still ask something of her: open, or closed without a word about the survey, or about
     * why nothing came of it. The latest step first.
     */
    async of(account: AccountId): Promise<readonly CaseRecord[]> {
      const rows: readonly CaseRow[] = await db
        .selectFrom("cases")
        .select(caseColumns)
        .where("municipality_code", "=", municipality)
        .where("voided", "is", null)
        .where(visibleTo(account))
        .where((where) =>
          where.or([
            where("assignee_account_id", "=", account),
            where("shared_assignee_account_id", "=", account),
          ]),
        )
        .where((where) =>
          where.or([
            where("state", "=", "open"),
            where(where.ref("survey", "->>").key("kind"), "=", "not-yet-offered"),
            cameToNothing,
          ]),
        )
        .orderBy("last_step_at", "desc")
        .orderBy("case_id")
        .execute();
      return rows.map(readCase);
    },

    /** When each of the unit's cases was first registered. */
    async startedAt(unit: UnitId): Promise<ReadonlyMap<CaseId, Instant>> {
      const rows = await countedIn([unit])
        .innerJoin("case_revisions", (join) =>
          join
            .onRef("case_revisions.municipality_code", "=", "cases.municipality_code")
            .onRef("case_revisions.case_id", "=", "cases.case_id")
            .on("case_revisions.revision", "=", 1),
        )
        .select(["cases.case_id as id", "case_revisions.at"])
        .execute();
      return new Map(rows.map(({ id, at }) => [id, at]));
    },

    /** The latest step in any case of the units, whoever took it; `null` before the first case. */
    async latestStep(units: readonly UnitId[]): Promise<Instant | null> {
      const { latest } = await countedIn(units)
        .select((select) => select.fn.max("last_step_at").as("latest"))
        .executeTakeFirstOrThrow();
      return latest;
    },
  };
}
