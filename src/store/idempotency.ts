import type { AccountId, Instant, JsonValue } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** `repeat` carries the first answer; `conflict`: the key was used for another request. */
export type Claim =
  | { readonly kind: "new" }
  | { readonly kind: "repeat"; readonly response: JsonValue }
  | { readonly kind: "conflict" };

export type ClaimedKey = { readonly account: AccountId; readonly key: string };

/** A request that is sent twice, because the first answer was lost, takes effect once. */
export function idempotencyOf({ db, municipality }: Tenant) {
  return {
    /**
     * Takes the key, or waits for the transaction that has taken it and gives its answer. Claim
     * before the change and `settle` after it, in the same transaction.
     */
    async claim(claimed: ClaimedKey, requestSha256: string, at: Instant): Promise<Claim> {
      const taken = await db
        .insertInto("idempotency_keys")
        .values({
          municipality_code: municipality,
          account_id: claimed.account,
          key: claimed.key,
          request_sha256: requestSha256,
          response: null,
          created_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (taken.numInsertedOrUpdatedRows === 1n) return { kind: "new" };
      const earlier = await db
        .selectFrom("idempotency_keys")
        .select(["request_sha256", "response"])
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", claimed.account)
        .where("key", "=", claimed.key)
        .executeTakeFirstOrThrow();
      return earlier.request_sha256 === requestSha256
        ? { kind: "repeat", response: earlier.response }
        : { kind: "conflict" };
    },

    async settle(claimed: ClaimedKey, response: JsonValue): Promise<void> {
      await db
        .updateTable("idempotency_keys")
        .set({ response: JSON.stringify(response) })
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", claimed.account)
        .where("key", "=", claimed.key)
        .execute();
    },

    /** Gives the key back: the request was refused, and may be sent again when the reason is gone. */
    async release(claimed: ClaimedKey): Promise<void> {
      await db
        .deleteFrom("idempotency_keys")
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", claimed.account)
        .where("key", "=", claimed.key)
        .execute();
    },

    /** Keys older than a day or so are of no use: the browser has long given up. */
    async removeBefore(at: Instant): Promise<void> {
      await db
        .deleteFrom("idempotency_keys")
        .where("municipality_code", "=", municipality)
        .where("created_at", "<", at)
        .execute();
    },
  };
}
