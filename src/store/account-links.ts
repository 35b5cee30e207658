import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

export type KeptAccountLink = {
  readonly linkHash: string;
  readonly account: AccountId;
  readonly purpose: "invitation" | "recovery";
  /** `null`: the program itself, at its first start or by its operator. */
  readonly madeBy: AccountId | null;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
};

export function accountLinksOf({ db, municipality }: Tenant) {
  function select() {
    return db
      .selectFrom("account_links")
      .select(["link_hash as linkHash", "account_id as account", "purpose"])
      .select(["made_by_account_id as madeBy", "made_at as madeAt"])
      .select(["expires_at as expiresAt", "used_at as usedAt"])
      .where("municipality_code", "=", municipality);
  }
  function remove() {
    return db.deleteFrom("account_links").where("municipality_code", "=", municipality);
  }

  return {
    /** A new one takes the place of what waited for the account. */
    async insert(link: Omit<KeptAccountLink, "usedAt">): Promise<void> {
      await removeWaiting(link.account);
      await db
        .insertInto("account_links")
        .values({
          municipality_code: municipality,
          link_hash: link.linkHash,
          account_id: link.account,
          purpose: link.purpose,
          made_by_account_id: link.madeBy,
          made_at: link.madeAt,
          expires_at: link.expiresAt,
          used_at: null,
        })
        .execute();
    },

    /** Used and too old ones too: whether it opens is for `isAccountLinkAlive`. */
    async find(linkHash: string): Promise<KeptAccountLink | undefined> {
      return select().where("link_hash", "=", linkHash).executeTakeFirst();
    },

    /** Those that nobody has used, the too old ones too: what the list of people says of each. */
    async listWaiting(): Promise<readonly KeptAccountLink[]> {
      return select().where("used_at", "is", null).orderBy("account_id").execute();
    },

    /** False when somebody used it in the meantime. */
    async use(linkHash: string, at: Instant): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("account_links")
        .set({ used_at: at })
        .where("municipality_code", "=", municipality)
        .where("link_hash", "=", linkHash)
        .where("used_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** What it was used for did not come about, in the same transaction. */
    async reopen(linkHash: string): Promise<void> {
      await db
        .updateTable("account_links")
        .set({ used_at: null })
        .where("municipality_code", "=", municipality)
        .where("link_hash", "=", linkHash)
        .execute();
    },

    removeWaiting,
  };

  async function removeWaiting(account: AccountId): Promise<void> {
    await remove().where("account_id", "=", account).where("used_at", "is", null).execute();
  }
}
