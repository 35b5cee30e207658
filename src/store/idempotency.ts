import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** `repeat` tells what the first request was about; `conflict`: the key was used for another request. */
export type Claim =
  | { readonly kind: "new" }
  | { readonly kind: "repeat"; readonly subject: string }
  | { readonly kind: "conflict" };

export type ClaimedKey = { readonly account: AccountId; readonly key: string };

/** A request that is sent twice, because the first answer was lost, takes effect once. */
export function idempotencyOf({ db, municipality }: Tenant) {
  return {
    /**
     * Takes the key, or waits for the transaction that has taken it and tells what that one was
     * about. Claim before the change, in the same transaction.
     * @param subject what the request is about, such as a case's code.
     */
    async claim(
      claimed: ClaimedKey,
      requestSha256: string,
      subject: string,
      at: Instant,
    ): Promise<Claim> {
      const taken = await db
        .insertInto("idempotency_keys")
        .values({
          municipality_code: municipality,
          account_id: claimed.account,
          key: claimed.key,
          request_sha256: requestSha256,
          subject,
          created_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (taken.numInsertedOrUpdatedRows === 1n) return { kind: "new" };
      const earlier = await db
        .selectFrom("idempotency_keys")
        .select(["request_sha256", "subject"])
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", claimed.account)
        .where("key", "=", claimed.key)
        .executeTakeFirstOrThrow();
      return earlier.request_sha256 === requestSha256
        ? { kind: "repeat", subject: earlier.subject }
        : { kind: "conflict" };
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
