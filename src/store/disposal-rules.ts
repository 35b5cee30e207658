import type { AccountId, CaseId, Instant, IsoDate } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** How long cases are kept, and on whose decision. */
export type DisposalRule = {
  /** 1, 2, 3 … in the municipality: the highest holds. */
  readonly number: number;
  readonly years: number;
  /** A post or a committee. */
  readonly decidedBy: string;
  readonly decidedOn: IsoDate;
  /** Where the decision is filed. */
  readonly reference: string;
  readonly by: AccountId;
  readonly at: Instant;
};

/** A case that is kept although it is due, or will be. */
export type DisposalHold = {
  readonly case: CaseId;
  readonly reason: string;
  readonly by: AccountId;
  readonly at: Instant;
};

export function disposalRulesOf({ db, municipality }: Tenant) {
  return {
    /** The latest first. */
    async list(): Promise<readonly DisposalRule[]> {
      return db
        .selectFrom("disposal_rules")
        .select(["rule_number as number", "years", "decided_by as decidedBy"])
        .select(["decided_on as decidedOn", "reference", "set_by as by", "set_at as at"])
        .where("municipality_code", "=", municipality)
        .orderBy("rule_number", "desc")
        .execute();
    },

    /** @returns `false`: somebody else has set the one of this number; nothing is written. */
    async set({ number, by, at, ...rule }: DisposalRule): Promise<boolean> {
      const set = await db
        .insertInto("disposal_rules")
        .values({
          municipality_code: municipality,
          rule_number: number,
          years: rule.years,
          decided_by: rule.decidedBy,
          decided_on: rule.decidedOn,
          reference: rule.reference,
          set_by: by,
          set_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return set.numInsertedOrUpdatedRows === 1n;
    },

    async holds(): Promise<readonly DisposalHold[]> {
      return db
        .selectFrom("disposal_holds")
        .select(["case_id as case", "reason", "held_by as by", "held_at as at"])
        .where("municipality_code", "=", municipality)
        .execute();
    },

    /** Instead of an earlier reason. */
    async hold({ case: held, reason, by, at }: DisposalHold): Promise<void> {
      await this.release(held);
      await db
        .insertInto("disposal_holds")
        .values({
          municipality_code: municipality,
          case_id: held,
          reason,
          held_by: by,
          held_at: at,
        })
        .execute();
    },

    /** @returns whether it was held. */
    async release(held: CaseId): Promise<boolean> {
      const released = await db
        .deleteFrom("disposal_holds")
        .where("municipality_code", "=", municipality)
        .where("case_id", "=", held)
        .executeTakeFirst();
      return released.numDeletedRows > 0n;
    },
  };
}
