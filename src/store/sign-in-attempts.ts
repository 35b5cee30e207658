import { sql } from "kysely";
import type { Instant } from "#kernel";
import type { AttemptKind } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** Failures in a row of one kind and key. */
export type SignInAttempts = { readonly failures: number; readonly lastFailureAt: Instant };

export function signInAttemptsOf({ db, municipality }: Tenant) {
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
      return await db
        .selectFrom("sign_in_attempts")
        .select(["failures", "last_failure_at as lastFailureAt"])
        .where("municipality_code", "=", municipality)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .forUpdate()
        .executeTakeFirstOrThrow();
    },

    async find(kind: AttemptKind, key: string): Promise<SignInAttempts | undefined> {
      return db
        .selectFrom("sign_in_attempts")
        .select(["failures", "last_failure_at as lastFailureAt"])
        .where("municipality_code", "=", municipality)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .executeTakeFirst();
    },

    async recordFailure(kind: AttemptKind, key: string, at: Instant): Promise<void> {
      await db
        .insertInto("sign_in_attempts")
        .values({ municipality_code: municipality, kind, key, failures: 1, last_failure_at: at })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "kind", "key"]).doUpdateSet({
            failures: sql<number>`sign_in_attempts.failures + 1`,
            last_failure_at: at,
          }),
        )
        .execute();
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
