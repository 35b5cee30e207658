import { createHash } from "node:crypto";
import type { DeliveryEnd, DeliveryHeading } from "./delivery-format.ts";

/**
 * The lines that take back what a municipality has delivered in a round, each without its line feed: the
 * heading of the delivery that is taken back, with the next sequence, and no case. A later delivery, with a
 * higher sequence still, takes part again.
 */
export function withdrawRound(delivered: DeliveryHeading): readonly string[] {
  const heading: DeliveryHeading = {
    ...delivered,
    sequence: delivered.sequence + 1,
    level: "rows",
    withdrawn: true,
  };
  const line = JSON.stringify(heading);
  const hash = createHash("sha256").update(`${line}\n`).digest("hex");
  const end: DeliveryEnd = { end: { cases: 0, hash } };
  return [line, JSON.stringify(end)];
}
