import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Grant } from "#access";
import type { AccountId, Instant } from "#kernel";
import { oneOf } from "./one-of.ts";
import type { Tenant } from "./tenant.ts";

export type Account = {
  readonly id: AccountId;
  /** Capital and small letters are the same name. */
  readonly signInName: string;
  readonly displayName: string;
  /** `null`: has not chosen a way in yet, or has another. */
  readonly passwordHash: string | null;
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
  readonly grants: readonly Grant[];
};

export function accountsOf({ db, municipality }: Tenant) {
  function selectAccounts() {
    return db
      .selectFrom("accounts")
      .select(["account_id as id", "sign_in_name as signInName", "display_name as displayName"])
      .select(["password_hash as passwordHash", "created_at as createdAt"])
      .select("disabled_at as disabledAt")
      .select((select) => [
        jsonArrayFrom(
          select
            .selectFrom("grants")
            .select(["grants.role", "grants.unit_id as unit"])
            .whereRef("grants.municipality_code", "=", "accounts.municipality_code")
            .whereRef("grants.account_id", "=", "accounts.account_id")
            .orderBy("grants.role")
            .orderBy("grants.unit_id"),
        ).as("grants"),
      ])
      .where("municipality_code", "=", municipality);
  }

  async function insertGrants(account: AccountId, grants: readonly Grant[]): Promise<void> {
    if (grants.length === 0) return;
    const values = grants.map(({ role, unit }) => ({
      municipality_code: municipality,
      account_id: account,
      role,
      unit_id: unit,
    }));
    await db.insertInto("grants").values(values).execute();
  }

  return {
    /** Without a way in: she chooses it herself, by a one-time link. */
    async insert(account: Account & { readonly passwordHash: null }): Promise<void> {
      await db
        .insertInto("accounts")
        .values({
          municipality_code: municipality,
          account_id: account.id,
          sign_in_name: account.signInName,
          sign_in_key: signInKey(account.signInName),
          display_name: account.displayName,
          password_hash: null,
          created_at: account.createdAt,
          disabled_at: account.disabledAt,
        })
        .execute();
      await insertGrants(account.id, account.grants);
    },

    async find(id: AccountId): Promise<Account | undefined> {
      return selectAccounts().where("account_id", "=", id).executeTakeFirst();
    },

    async findBySignInName(name: string): Promise<Account | undefined> {
      return selectAccounts().where("sign_in_key", "=", signInKey(name)).executeTakeFirst();
    },

    /** By id, the disabled ones too: their names stand in histories. */
    async list(): Promise<readonly Account[]> {
      return selectAccounts().orderBy("account_id").execute();
    },

    /** Of everybody who has ever had an account here: what histories show instead of ids. */
    async names(): Promise<ReadonlyMap<AccountId, string>> {
      const rows = await db
        .selectFrom("accounts")
        .select(["account_id", "display_name"])
        .where("municipality_code", "=", municipality)
        .execute();
      return new Map(rows.map((row) => [row.account_id, row.display_name]));
    },

    /** As `names`, of these people alone. */
    async namesOf(accounts: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>> {
      if (accounts.length === 0) return new Map();
      const rows = await db
        .selectFrom("accounts")
        .select(["account_id", "display_name"])
        .where("municipality_code", "=", municipality)
        .where(oneOf("account_id", accounts))
        .execute();
      return new Map(rows.map((row) => [row.account_id, row.display_name]));
    },

    /** Replaces all roles. */
    async setGrants(id: AccountId, grants: readonly Grant[]): Promise<void> {
      await db
        .deleteFrom("grants")
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", id)
        .execute();
      await insertGrants(id, grants);
    },

    /** `null` lets the person in again. Revoke her sessions in the same transaction. */
    async setDisabled(id: AccountId, at: Instant | null): Promise<void> {
      await db
        .updateTable("accounts")
        .set({ disabled_at: at })
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", id)
        .execute();
    },
  };
}

function signInKey(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
