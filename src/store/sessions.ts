import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Actor, SessionTimes } from "#access";
import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

export type Session = SessionTimes & {
  readonly tokenHash: string;
  readonly account: AccountId;
  readonly expiresAt: Instant;
};

/** A session with the person in it, as she is now: roles taken away count at once. */
export type ActiveSession = { readonly session: Session; readonly actor: Actor };

export function sessionsOf({ db, municipality }: Tenant) {
  function updateSessions() {
    return db.updateTable("sessions").where("municipality_code", "=", municipality);
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
        .select(["sessions.expires_at", "accounts.display_name"])
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
      };
      const { account_id: account, display_name: name, grants } = row;
      return { session, actor: { municipality, account, name, grants } };
    },

    /** At most once a minute reaches the disk: a session's idle time needs no finer measure. */
    async touch(tokenHash: string, at: Instant): Promise<void> {
      await updateSessions()
        .set({ last_seen_at: at })
        .where("token_hash", "=", tokenHash)
        .where(sql<boolean>`last_seen_at <= ${at}::timestamptz - interval '1 minute'`)
        .execute();
    },

    async revoke(tokenHash: string, at: Instant): Promise<void> {
      await updateSessions()
        .set({ revoked_at: at })
        .where("token_hash", "=", tokenHash)
        .where("revoked_at", "is", null)
        .execute();
    },

    async revokeAllOf(account: AccountId, at: Instant): Promise<void> {
      await updateSessions()
        .set({ revoked_at: at })
        .where("account_id", "=", account)
        .where("revoked_at", "is", null)
        .execute();
    },

    async removeExpired(now: Instant): Promise<void> {
      await db
        .deleteFrom("sessions")
        .where("municipality_code", "=", municipality)
        .where("expires_at", "<", now)
        .execute();
    },
  };
}
