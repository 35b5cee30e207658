import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** Public keys, of no use to whoever steals them. */
export type Passkey = {
  /** The authenticator's own name of it, base64url. */
  readonly id: string;
  readonly account: AccountId;
  /** What its owner calls it. */
  readonly name: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** How often the authenticator says that it has been used; those that are kept in several places say 0. */
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

export function passkeysOf({ db, municipality }: Tenant) {
  function select() {
    return db
      .selectFrom("passkeys")
      .select(["credential_id as id", "account_id as account", "name", "transports"])
      .select(["public_key as publicKey", "sign_count as signCount"])
      .select(["created_at as createdAt", "last_used_at as lastUsedAt"])
      .where("municipality_code", "=", municipality);
  }
  function remove(account: AccountId) {
    return db
      .deleteFrom("passkeys")
      .where("municipality_code", "=", municipality)
      .where("account_id", "=", account);
  }

  return {
    /** False for one that somebody here has already. */
    async insert(passkey: Passkey): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("passkeys")
        .values({
          municipality_code: municipality,
          credential_id: passkey.id,
          account_id: passkey.account,
          name: passkey.name,
          public_key: passkey.publicKey,
          sign_count: passkey.signCount,
          transports: passkey.transports,
          created_at: passkey.createdAt,
          last_used_at: passkey.lastUsedAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async find(id: string): Promise<Passkey | undefined> {
      return select().where("credential_id", "=", id).executeTakeFirst();
    },

    /** The oldest first. */
    async listOf(account: AccountId): Promise<readonly Passkey[]> {
      return select()
        .where("account_id", "=", account)
        .orderBy("created_at")
        .orderBy("credential_id")
        .execute();
    },

    /** Who here has one, for the list of people. */
    async owners(): Promise<ReadonlySet<AccountId>> {
      const rows = await db
        .selectFrom("passkeys")
        .select("account_id")
        .distinct()
        .where("municipality_code", "=", municipality)
        .execute();
      return new Set(rows.map((row) => row.account_id));
    },

    async used(id: string, signCount: number, at: Instant): Promise<void> {
      await db
        .updateTable("passkeys")
        .set({ sign_count: signCount, last_used_at: at })
        .where("municipality_code", "=", municipality)
        .where("credential_id", "=", id)
        .execute();
    },

    /** False where the account has no such passkey. */
    async remove(account: AccountId, id: string): Promise<boolean> {
      const { numDeletedRows } = await remove(account)
        .where("credential_id", "=", id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },

    async removeAllOf(account: AccountId): Promise<void> {
      await remove(account).execute();
    },
  };
}
