import { type SqlBool, sql } from "kysely";
import type { AccountId, Instant } from "#kernel";
import { hasWayIn, lockPeople } from "./people.ts";
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

    /**
     * Before any way in is kept by it. One after the other with whatever else is done to the account. False
     * when somebody used it in the meantime, or it is too old; when the account is closed; and when an
     * invitation meets an account that is open already, which only a way back in that two have given may open.
     */
    async use(linkHash: string, at: Instant): Promise<boolean> {
      await lockPeople({ db, municipality });
      const { numUpdatedRows } = await db
        .updateTable("account_links")
        .set({ used_at: at })
        .where("municipality_code", "=", municipality)
        .where("link_hash", "=", linkHash)
        .where("used_at", "is", null)
        .where("expires_at", ">", at)
        .where(opensItsAccount)
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

    /** She keeps accounts no longer: what she has made must not outlive that. */
    async removeWaitingMadeBy(account: AccountId): Promise<void> {
      await remove()
        .where("made_by_account_id", "=", account)
        .where("used_at", "is", null)
        .execute();
    },

    /** Who made the link that each came in by last; the program itself made the others'. */
    async lastMakers(): Promise<ReadonlyMap<AccountId, AccountId>> {
      const used = await select().where("used_at", "is not", null).orderBy("used_at").execute();
      const last = new Map(used.map(({ account, madeBy }) => [account, madeBy]));
      return new Map([...last].flatMap(([account, by]) => (by ? [[account, by] as const] : [])));
    },
  };

  async function removeWaiting(account: AccountId): Promise<void> {
    await remove().where("account_id", "=", account).where("used_at", "is", null).execute();
  }
}

const opensItsAccount = sql<SqlBool>`exists (select from accounts
  where accounts.municipality_code = account_links.municipality_code
  and accounts.account_id = account_links.account_id and accounts.disabled_at is null
  and (account_links.purpose = 'recovery' or not ${hasWayIn}))`;
