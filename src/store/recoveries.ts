import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** A way back in that one administrator has asked for, and another may allow. */
export type Recovery = {
  readonly id: string;
  readonly account: AccountId;
  readonly askedBy: AccountId;
  readonly askedAt: Instant;
};

export function recoveriesOf({ db, municipality }: Tenant) {
  function selectWaiting() {
    return db
      .selectFrom("recoveries")
      .select(["recovery_id as id", "account_id as account"])
      .select(["asked_by_account_id as askedBy", "asked_at as askedAt"])
      .where("municipality_code", "=", municipality)
      .where("settled_at", "is", null);
  }
  function settleWaiting() {
    return db
      .updateTable("recoveries")
      .where("municipality_code", "=", municipality)
      .where("settled_at", "is", null);
  }

  return {
    async insert({ id, account, askedBy, askedAt }: Recovery): Promise<void> {
      await db
        .insertInto("recoveries")
        .values({
          municipality_code: municipality,
          recovery_id: id,
          account_id: account,
          asked_by_account_id: askedBy,
          asked_at: askedAt,
          allowed_by_account_id: null,
          settled_at: null,
          is_allowed: null,
        })
        .execute();
    },

    /** Those that nobody has settled, the oldest first. */
    async listWaiting(): Promise<readonly Recovery[]> {
      return selectWaiting().orderBy("asked_at").orderBy("recovery_id").execute();
    },

    async findWaiting(id: string): Promise<Recovery | undefined> {
      return selectWaiting().where("recovery_id", "=", id).executeTakeFirst();
    },

    /** @param by is never the one who asked: the database refuses that too. */
    async allow(id: string, by: AccountId, at: Instant): Promise<void> {
      await settleWaiting()
        .set({ allowed_by_account_id: by, settled_at: at, is_allowed: true })
        .where("recovery_id", "=", id)
        .execute();
    },

    async decline(id: string, at: Instant): Promise<void> {
      await settleWaiting()
        .set({ settled_at: at, is_allowed: false })
        .where("recovery_id", "=", id)
        .execute();
    },

    /** She has left, or has come in: what waited for her is settled. */
    async declineAllOf(account: AccountId, at: Instant): Promise<void> {
      await settleWaiting()
        .set({ settled_at: at, is_allowed: false })
        .where("account_id", "=", account)
        .execute();
    },

    /** She keeps accounts no longer: what she has asked for is not allowed after that. */
    async declineAllAskedBy(account: AccountId, at: Instant): Promise<void> {
      await settleWaiting()
        .set({ settled_at: at, is_allowed: false })
        .where("asked_by_account_id", "=", account)
        .execute();
    },
  };
}
