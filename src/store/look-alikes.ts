import { sql } from "kysely";
import type { AccountId, CaseId, Instant, UnitId } from "#kernel";
import { type CaseRecord, lookAlikeDays } from "#registration";
import { caseColumns, readCase } from "./case-row.ts";
import type { Tenant } from "./tenant.ts";

/** Cases that may be the same person's, and what people have said about them. */
export function lookAlikesOf({ db, municipality }: Tenant) {
  function selectCases() {
    return db
      .selectFrom("cases")
      .select(caseColumns)
      .where("municipality_code", "=", municipality)
      .where("voided", "is", null)
      .where("is_anonymous", "=", false);
  }

  return {
    /** Of the unit's cases those that have another with the same birth year and a start near theirs. */
    async among(unit: UnitId): Promise<readonly CaseRecord[]> {
      const rows = await selectCases()
        .where("unit_id", "=", unit)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom("cases as other")
              .select("other.case_id")
              .whereRef("other.municipality_code", "=", "cases.municipality_code")
              .whereRef("other.unit_id", "=", "cases.unit_id")
              .whereRef("other.birth_year", "=", "cases.birth_year")
              .whereRef("other.case_id", "<>", "cases.case_id")
              .where("other.voided", "is", null)
              .where("other.is_anonymous", "=", false)
              .where(sql<boolean>`abs(other.started_on - cases.started_on) <= ${lookAlikeDays}`),
          ),
        )
        .execute();
      return rows.map(readCase);
    },

    /** The others of the same unit and birth year, with a start near the case's. */
    async near(
      { id, unit, startedOn }: CaseRecord,
      birthYear: number,
    ): Promise<readonly CaseRecord[]> {
      const rows = await selectCases()
        .where("unit_id", "=", unit)
        .where("birth_year", "=", birthYear)
        .where("case_id", "<>", id)
        .where(sql<boolean>`abs(started_on - ${startedOn}::date) <= ${lookAlikeDays}`)
        .execute();
      return rows.map(readCase);
    },

    /** What somebody has said to be two, asked about in either order. */
    async dismissed(): Promise<(one: CaseId, other: CaseId) => boolean> {
      const rows = await db
        .selectFrom("look_alike_dismissals")
        .select(["case_id", "other_case_id"])
        .where("municipality_code", "=", municipality)
        .execute();
      const pairs = new Set(rows.map((row) => `${row.case_id} ${row.other_case_id}`));
      return (one, other) => pairs.has(inOrder(one, other).join(" "));
    },

    /** @returns whether nobody had said so before. */
    async dismiss(
      one: CaseId,
      other: CaseId,
      { by, at }: { readonly by: AccountId; readonly at: Instant },
    ): Promise<boolean> {
      const [first, second] = inOrder(one, other);
      const said = await db
        .insertInto("look_alike_dismissals")
        .values({
          municipality_code: municipality,
          case_id: first,
          other_case_id: second,
          dismissed_by: by,
          dismissed_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return said.numInsertedOrUpdatedRows === 1n;
    },
  };
}

/** The table holds the smaller id first, as PostgreSQL compares them under `C`. */
function inOrder(one: CaseId, other: CaseId): readonly [CaseId, CaseId] {
  return one < other ? [one, other] : [other, one];
}
