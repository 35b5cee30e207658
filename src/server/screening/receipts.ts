import { createHash } from "node:crypto";
import { canonicalJson, type IsoDate, type JsonValue } from "#kernel";
import type { CampaignId, Pile } from "#screening";
import type { ScreeningReceipt } from "#store";

/**
 * What is kept of a thing that was sent: enough to know it when it comes once more, and nothing that says
 * what it was. The page alone knows the receipt, so that nobody finds the content by trying what it may be.
 */
export function receiptFor(
  receipt: string,
  campaign: CampaignId,
  sent: JsonValue,
  today: IsoDate,
): ScreeningReceipt {
  return {
    key: sha256(receipt),
    content: sha256(canonicalJson([receipt, campaign, sent])),
    day: today,
    isPile: false,
  };
}

/** By the number on its cover sheet: the same pile, whoever keys it in. */
export function receiptForPile(
  receipt: string,
  campaign: CampaignId,
  { unit, day, number, forms, lines }: Pile,
  today: IsoDate,
): ScreeningReceipt {
  const sent = [unit, day, forms, lines.map(({ combination, count }) => [combination, count])];
  return {
    ...receiptFor(receipt, campaign, sent, today),
    key: sha256(canonicalJson([campaign, unit, number])),
    isPile: true,
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
