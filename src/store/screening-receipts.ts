import type { IsoDate } from "#kernel";
import type { CampaignId } from "#screening";
import type { Tenant } from "./tenant.ts";

/** By which something that is sent twice is known: hashes of what its sender alone knows. */
export type ScreeningReceipt = {
  readonly key: string;
  /** Over what was sent too: the same key with another content is something else. */
  readonly content: string;
  /** On which it came: forgotten by this. */
  readonly day: IsoDate;
  /** Kept until the campaign is closed. */
  readonly isPile: boolean;
};

export function screeningReceiptsOf({ db, municipality }: Tenant) {
  return {
    /** Those of piles stay. */
    async forgetReceipts(before: IsoDate): Promise<void> {
      await db
        .deleteFrom("meeting_receipts")
        .where("municipality_code", "=", municipality)
        .where("is_pile", "=", false)
        .where("day", "<", before)
        .execute();
    },
  };
}

/**
 * Takes the receipt, or waits for the transaction that has taken it.
 * @returns `undefined`: it is new; else what is known of it.
 */
export async function claimReceipt(
  { db, municipality }: Tenant,
  campaign: CampaignId,
  receipt: ScreeningReceipt & { readonly isUndone: boolean },
): Promise<{ readonly content: string; readonly isUndone: boolean } | undefined> {
  const taken = await db
    .insertInto("meeting_receipts")
    .values({
      municipality_code: municipality,
      campaign_id: campaign,
      receipt_key: receipt.key,
      content: receipt.content,
      day: receipt.day,
      is_pile: receipt.isPile,
      is_undone: receipt.isUndone,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return undefined;
  const known = () =>
    db
      .selectFrom("meeting_receipts")
      .select(["content", "is_undone as isUndone"])
      .where("municipality_code", "=", municipality)
      .where("campaign_id", "=", campaign)
      .where("receipt_key", "=", receipt.key)
      // Of two that undo the same, the second sees what the first has done.
      .forUpdate();
  // Written anew while this waited for it, the row that was found is gone and another is there.
  return (await known().executeTakeFirst()) ?? (await known().executeTakeFirstOrThrow());
}
