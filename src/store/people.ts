import { type Expression, type SqlBool, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Grant } from "#access";
import type { AccountId, Instant, IsoDate } from "#kernel";
import { oneOf } from "./one-of.ts";
import type { Tenant } from "./tenant.ts";

/** An account as whoever keeps accounts sees it: how it comes in, and nothing that opens it. */
export type StaffMember = {
  readonly id: AccountId;
  readonly signInName: string;
  readonly displayName: string;
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
  /** The day alone; `null`: never. */
  readonly lastSignInOn: IsoDate | null;
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly providers: number;
  /** Has come in once, or has used a link to: whoever gives her a way in now takes over an account. */
  readonly hasBeenIn: boolean;
  readonly grants: readonly Grant[];
};

export function peopleOf({ db, municipality }: Tenant) {
  /** @param issuers providers of identities that still open anything; left out: every one. */
  function select(issuers?: readonly string[]) {
    return db
      .selectFrom("accounts")
      .select(["account_id as id", "sign_in_name as signInName", "display_name as displayName"])
      .select(["created_at as createdAt", "disabled_at as disabledAt"])
      .select("last_sign_in_on as lastSignInOn")
      .select(({ selectFrom }) => [
        sql<boolean>`${hasPassword}`.as("hasPassword"),
        countOf("passkeys").as("passkeys"),
        countOf("provider_identities", issuers).as("providers"),
        sql<boolean>`${hasBeenIn}`.as("hasBeenIn"),
        jsonArrayFrom(
          selectFrom("grants")
            .select(["grants.role", "grants.unit_id as unit"])
            .whereRef("grants.municipality_code", "=", "accounts.municipality_code")
            .whereRef("grants.account_id", "=", "accounts.account_id")
            .orderBy("grants.role")
            .orderBy("grants.unit_id"),
        ).as("grants"),
      ])
      .where("municipality_code", "=", municipality);
  }
  function update(id: AccountId) {
    return db
      .updateTable("accounts")
      .where("municipality_code", "=", municipality)
      .where("account_id", "=", id);
  }

  return {
    /** One after the other: two who change at once must not take away each other's last administrator. */
    async lock(): Promise<void> {
      await lockPeople({ db, municipality });
    },

    /** By id, those who have left too. */
    async list(issuers?: readonly string[]): Promise<readonly StaffMember[]> {
      return select(issuers).orderBy("account_id").execute();
    },

    async find(id: AccountId, issuers?: readonly string[]): Promise<StaffMember | undefined> {
      return select(issuers).where("account_id", "=", id).executeTakeFirst();
    },

    /** The names of those among them whose accounts are closed. */
    async leftAmong(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom("accounts")
        .select(["account_id as id", "display_name as name"])
        .where("municipality_code", "=", municipality)
        .where("disabled_at", "is not", null)
        .where(oneOf("account_id", ids))
        .orderBy("account_id")
        .execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    /**
     * Whether anybody at all has a way in here. One by a provider that nobody lists any more counts too: a
     * slip in the settings must not open the first start to whoever reads the terminal.
     */
    async isAnybodyHere(): Promise<boolean> {
      const row = await select()
        .where("disabled_at", "is", null)
        .where(hasWayIn)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async rename(id: AccountId, displayName: string): Promise<void> {
      await update(id).set({ display_name: displayName }).execute();
    },

    async signedInOn(id: AccountId, day: IsoDate): Promise<void> {
      await update(id).set({ last_sign_in_on: day }).execute();
    },

    /** Password and code; passkeys and providers have removers of their own. */
    async removePassword(id: AccountId): Promise<void> {
      await update(id)
        .set({ password_hash: null, totp_sealed: null, totp_last_step: null })
        .execute();
    },
  };
}

/** A password opens nothing without its codes. */
const hasPassword = sql<SqlBool>`(password_hash is not null and totp_sealed is not null)`;

type WayIn = "passkeys" | "provider_identities";

function countOf(table: WayIn, issuers?: readonly string[]) {
  const isKnown = issuers ? sql`and issuer = any(${[...issuers]}::text[])` : sql``;
  return sql<number>`(select count(*) from ${sql.table(table)} held
    where held.municipality_code = accounts.municipality_code
    and held.account_id = accounts.account_id ${isKnown})`;
}

function isIn(table: WayIn): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from ${sql.table(table)} held
    where held.municipality_code = accounts.municipality_code
    and held.account_id = accounts.account_id)`;
}

/** Of a row of `accounts`: it can be opened, by whatever means. */
export const hasWayIn = sql<SqlBool>`(${hasPassword} or ${isIn("passkeys")}
  or ${isIn("provider_identities")})`;

/** Links stay when they have been used; those who came in before there were any have signed in. */
const hasBeenIn = sql<SqlBool>`(${hasWayIn} or last_sign_in_on is not null
  or exists (select from account_links used
    where used.municipality_code = accounts.municipality_code
    and used.account_id = accounts.account_id and used.used_at is not null))`;

/** Held until the transaction ends: whoever comes second sees what the first has left. */
export async function lockPeople({ db, municipality }: Tenant): Promise<void> {
  await db
    .selectFrom("municipalities")
    .select("municipality_code")
    .where("municipality_code", "=", municipality)
    .forNoKeyUpdate()
    .execute();
}
