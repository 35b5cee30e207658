import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Actor, SessionTimes } from "#access";
import type { AccountId, Instant } from "#kernel";
import type { SignInMethod } from "./schema-of-signing-in.ts";
import type { Tenant } from "./tenant.ts";

export type Session = SessionTimes & {
  readonly tokenHash: string;
  readonly account: AccountId;
  readonly expiresAt: Instant;
  /** When she last proved who she is; left out: when the session was opened. */
  readonly provedAt?: Instant;
  /** Left out: by password. */
  readonly method?: SignInMethod;
  /** The kind of program and machine, for her to recognise it by; left out: unknown. */
  readonly device?: string;
};

/** A session with the person in it, as she is now: roles taken away count at once. */
export type ActiveSession = { readonly session: Session; readonly actor: Actor };

export function sessionsOf({ db, municipality }: Tenant) {
  function updateSessions() {
    return db.updateTable("sessions").where("municipality_code", "=", municipality);
  }

  /** Whoever has a browser that was hers counts as a stranger there. */
  async function forgetDevicesOf(account: AccountId, at: Instant): Promise<void> {
    await db
      .updateTable("accounts")
      .set({ known_devices_from: at })
      .where("municipality_code", "=", municipality)
      .where("account_id", "=", account)
      .execute();
  }

  return {
    async insert(session: Session): Promise<void> {
      await db
        .insertInto("sessions")
        .values({
          municipality_code: municipality,
          token_hash: session.tokenHash,
          account_id: session.account,
          created_at: session.createdAt,
          last_seen_at: session.lastSeenAt,
          expires_at: session.expiresAt,
          revoked_at: session.revokedAt,
          proved_at: session.provedAt ?? session.createdAt,
          method: session.method ?? "password",
          device: session.device ?? "",
        })
        .execute();
    },

    /**
     * The session and its actor in one query; `undefined` when there is none, it is revoked, or the
     * account is disabled. Whether it is too old is for `isSessionAlive`.
     */
    async findActive(tokenHash: string): Promise<ActiveSession | undefined> {
      const row = await db
        .selectFrom("sessions")
        .innerJoin("accounts", (join) =>
          join
            .onRef("accounts.municipality_code", "=", "sessions.municipality_code")
            .onRef("accounts.account_id", "=", "sessions.account_id"),
        )
        .select(["sessions.account_id", "sessions.created_at", "sessions.last_seen_at"])
        .select(["sessions.expires_at", "sessions.proved_at", "sessions.method"])
        .select(["sessions.device", "accounts.display_name"])
        .select((select) =>
          jsonArrayFrom(
            select
              .selectFrom("grants")
              .select(["grants.role", "grants.unit_id as unit"])
              .whereRef("grants.municipality_code", "=", "sessions.municipality_code")
              .whereRef("grants.account_id", "=", "sessions.account_id"),
          ).as("grants"),
        )
        .where("sessions.municipality_code", "=", municipality)
        .where("sessions.token_hash", "=", tokenHash)
        .where("sessions.revoked_at", "is", null)
        .where("accounts.disabled_at", "is", null)
        .executeTakeFirst();
      if (!row) return undefined;
      const session = {
        tokenHash,
        account: row.account_id,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
        expiresAt: row.expires_at,
        revokedAt: null,
        provedAt: row.proved_at ?? row.created_at,
        method: row.method,
        device: row.device,
      };
      const { account_id: account, display_name: name, grants } = row;
      return { session, actor: { municipality, account, name, grants } };
    },

    /** Whether somebody ended it, or closed the account: it has not just grown too old. */
    async wasEnded(tokenHash: string): Promise<boolean> {
      const row = await db
        .selectFrom("sessions")
        .innerJoin("accounts", (join) =>
          join
            .onRef("accounts.municipality_code", "=", "sessions.municipality_code")
            .onRef("accounts.account_id", "=", "sessions.account_id"),
        )
        .select("sessions.token_hash")
        .where("sessions.municipality_code", "=", municipality)
        .where("sessions.token_hash", "=", tokenHash)
        .where((where) =>
          where.or([
            where("sessions.revoked_at", "is not", null),
            where("accounts.disabled_at", "is not", null),
          ]),
        )
        .executeTakeFirst();
      return row !== undefined;
    },

    /** At most once a minute reaches the disk: a session's idle time needs no finer measure. */
    async touch(tokenHash: string, at: Instant): Promise<void> {
      await updateSessions()
        .set({ last_seen_at: at })
        .where("token_hash", "=", tokenHash)
        .where(sql<boolean>`last_seen_at <= ${at}::timestamptz - interval '1 minute'`)
        .execute();
    },

    /** She has just proved who she is: from now on by another secret, and what had the old one is out. */
    async prove(tokenHash: string, newTokenHash: string, at: Instant): Promise<void> {
      await updateSessions()
        .set({ token_hash: newTokenHash, proved_at: at, last_seen_at: at })
        .where("token_hash", "=", tokenHash)
        .where("revoked_at", "is", null)
        .execute();
    },

    /** Hers that nobody has ended, newest first. Which of them are too old is for `isSessionAlive`. */
    async listOf(account: AccountId): Promise<readonly Session[]> {
      const rows = await db
        .selectFrom("sessions")
        .selectAll()
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", account)
        .where("revoked_at", "is", null)
        .orderBy("created_at", "desc")
        .orderBy("token_hash")
        .execute();
      return rows.map((row) => ({
        tokenHash: row.token_hash,
        account: row.account_id,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
        expiresAt: row.expires_at,
        revokedAt: null,
        provedAt: row.proved_at ?? row.created_at,
        method: row.method,
        device: row.device,
      }));
    },

    async revoke(tokenHash: string, at: Instant): Promise<void> {
      await updateSessions()
        .set({ revoked_at: at })
        .where("token_hash", "=", tokenHash)
        .where("revoked_at", "is", null)
        .execute();
    },

    /** And no browser of hers is known any more. */
    async revokeAllOf(account: AccountId, at: Instant): Promise<void> {
      await updateSessions()
        .set({ revoked_at: at })
        .where("account_id", "=", account)
        .where("revoked_at", "is", null)
        .execute();
      await forgetDevicesOf(account, at);
    },

    forgetDevicesOf,

    async removeExpired(now: Instant): Promise<void> {
      await db
        .deleteFrom("sessions")
        .where("municipality_code", "=", municipality)
        .where("expires_at", "<", now)
        .execute();
    },
  };
}
