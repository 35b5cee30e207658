import { sql } from "kysely";
import type { Instant } from "#kernel";
import type { AttemptKind } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** Failures in a row of one kind and key. */
export type SignInAttempts = { readonly failures: number; readonly lastFailureAt: Instant };

export function signInAttemptsOf({ db, municipality }: Tenant) {
  function update(kind: AttemptKind, key: string) {
    return db
      .updateTable("sign_in_attempts")
      .where("municipality_code", "=", municipality)
      .where("kind", "=", kind)
      .where("key", "=", key);
  }

  /** A failure in the future was now: where the clock was put back, its time would never have passed. */
  async function notInFuture(
    kind: AttemptKind,
    key: string,
    found: SignInAttempts,
    at: Instant,
  ): Promise<SignInAttempts> {
    if (Date.parse(found.lastFailureAt) <= Date.parse(at)) return found;
    await update(kind, key).set({ last_failure_at: at }).execute();
    return { ...found, lastFailureAt: at };
  }

  return {
    /** Whoever asks for the same in the meantime waits until this transaction has ended. */
    async hold(kind: AttemptKind, key: string, at: Instant): Promise<SignInAttempts> {
      await db
        .insertInto("sign_in_attempts")
        .values({ municipality_code: municipality, kind, key, failures: 0, last_failure_at: at })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "kind", "key"]).doNothing(),
        )
        .execute();
      const held = await db
        .selectFrom("sign_in_attempts")
        .select(["failures", "last_failure_at as lastFailureAt"])
        .where("municipality_code", "=", municipality)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .forUpdate()
        .executeTakeFirstOrThrow();
      return notInFuture(kind, key, held, at);
    },

    async find(kind: AttemptKind, key: string, at: Instant): Promise<SignInAttempts | undefined> {
      const found = await db
        .selectFrom("sign_in_attempts")
        .select(["failures", "last_failure_at as lastFailureAt"])
        .where("municipality_code", "=", municipality)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .executeTakeFirst();
      return found && notInFuture(kind, key, found, at);
    },

    /** @returns how many there are now. Of an address one less for each five minutes of peace. */
    async recordFailure(kind: AttemptKind, key: string, at: Instant): Promise<number> {
      const { failures } = await db
        .insertInto("sign_in_attempts")
        .values({ municipality_code: municipality, kind, key, failures: 1, last_failure_at: at })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "kind", "key"]).doUpdateSet({
            failures:
              kind === "address" ? forgetting(at) : sql<number>`sign_in_attempts.failures + 1`,
            last_failure_at: at,
          }),
        )
        .returning("failures")
        .executeTakeFirstOrThrow();
      return failures;
    },

    /** What made it so many was no failure; those before it stay, as old as they were. */
    async takeBack(
      kind: AttemptKind,
      key: string,
      { recorded, before }: { readonly recorded: number; readonly before: SignInAttempts },
    ): Promise<void> {
      const { numUpdatedRows } = await update(kind, key)
        .set({ failures: before.failures, last_failure_at: before.lastFailureAt })
        .where("failures", "=", recorded)
        .executeTakeFirst();
      if (numUpdatedRows === 1n) return;
      // Others have failed in the meantime.
      await update(kind, key).set({ failures: sql<number>`greatest(failures - 1, 0)` }).execute();
    },

    async clear(kind: AttemptKind, key: string): Promise<void> {
      await db
        .deleteFrom("sign_in_attempts")
        .where("municipality_code", "=", municipality)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .execute();
    },

    /** What is this old delays nobody, and would only grow. */
    async removeBefore(before: Instant): Promise<void> {
      await db
        .deleteFrom("sign_in_attempts")
        .where("municipality_code", "=", municipality)
        .where("last_failure_at", "<", before)
        .execute();
    },
  };
}

/**
 * An address is many people's, and nobody's success clears it. As much is forgotten in a time as could be
 * guessed in it by waiting out the longest delay.
 */
function forgetting(at: Instant) {
  return sql<number>`greatest(sign_in_attempts.failures
    - greatest(floor(extract(epoch from ${at}::timestamptz - sign_in_attempts.last_failure_at) / 300), 0)::int,
    0) + 1`;
}
