import type { AccountId, CaseId, Instant, UnitId } from "#kernel";
import { visibleTo } from "./case-list.ts";
import { oneOf } from "./one-of.ts";
import type { Tenant } from "./tenant.ts";

/** Why somebody opened a colleague's case, and how long that holds. */
export type AccessReason = {
  readonly id: string;
  readonly account: AccountId;
  readonly case: CaseId;
  readonly reason: string;
  readonly at: Instant;
  readonly until: Instant;
};

/** As the unit's manager sees it. */
export type AccessNotice = {
  readonly at: Instant;
  readonly account: AccountId;
  readonly caseCode: string;
  readonly unit: UnitId;
  readonly reason: string;
};

export function accessReasonsOf({ db, municipality }: Tenant) {
  return {
    async insert({ id, account, case: caseId, reason, at, until }: AccessReason): Promise<void> {
      await db
        .insertInto("access_reasons")
        .values({
          municipality_code: municipality,
          access_reason_id: id,
          account_id: account,
          case_id: caseId,
          reason,
          at,
          until,
        })
        .execute();
    },

    async hasValid(account: AccountId, caseId: CaseId, now: Instant): Promise<boolean> {
      const row = await db
        .selectFrom("access_reasons")
        .select("access_reason_id")
        .where("municipality_code", "=", municipality)
        .where("case_id", "=", caseId)
        .where("account_id", "=", account)
        .where("until", ">", now)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /**
     * Of the cases that the units own or share (left out: of all), the latest first. A restricted
     * case's are for its readers alone; a voided one's stay: opening it was no less an opening.
     */
    async notices(
      limit: number,
      units?: readonly UnitId[],
      viewer?: AccountId,
    ): Promise<readonly AccessNotice[]> {
      return db
        .selectFrom("access_reasons")
        .innerJoin("cases", (join) =>
          join
            .onRef("cases.municipality_code", "=", "access_reasons.municipality_code")
            .onRef("cases.case_id", "=", "access_reasons.case_id"),
        )
        .select(["access_reasons.at", "access_reasons.account_id as account"])
        .select(["cases.case_code as caseCode", "cases.unit_id as unit", "access_reasons.reason"])
        .where("access_reasons.municipality_code", "=", municipality)
        .where(visibleTo(viewer, "cases.reader_account_ids"))
        .$if(units !== undefined, (query) =>
          query.where(({ or }) =>
            or(["cases.unit_id", "cases.shared_unit_id"].map((at) => oneOf(at, units ?? []))),
          ),
        )
        .orderBy("access_reasons.at", "desc")
        .orderBy("access_reasons.access_reason_id")
        .limit(limit)
        .execute();
    },
  };
}
