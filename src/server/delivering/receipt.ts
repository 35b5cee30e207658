import { z } from "zod";
import {
  addSeconds,
  done,
  type Instant,
  instant,
  type JsonValue,
  type Outcome,
  problem,
  refused,
} from "#kernel";
import { plainWords } from "../send-to-receiver.ts";
import type { ReceiptView } from "../wire-of-deliveries.ts";

/** A stranger's: some sentences that are shown as they are written, and nothing that steers a screen. */
const Receipt = z.object({
  state: z.enum(["arrived", "accepted", "declined", "refused"]),
  at: z.iso.datetime().transform(instant),
  sentences: z.array(z.string().transform(plainWords)).max(30),
});

/** What stands where a receipt will: that somebody tried to send, and how it went. */
const Trial = z.object({
  trial: z.enum(["under-way", "failed"]),
  at: z.iso.datetime().transform(instant),
});

type Trial = { readonly trial: "under-way" | "failed"; readonly at: Instant };

export function parseReceipt(answer: unknown): Outcome<ReceiptView> {
  const parsed = Receipt.safeParse(answer);
  return parsed.success
    ? done(parsed.data)
    : refused(problem("receiver-unclear", undefined, { found: "JSON" }));
}

export function receiptIn(kept: JsonValue): ReceiptView | null {
  return Receipt.safeParse(kept).data ?? null;
}

/** `null`: nobody has tried to send it over the network. */
export function trialIn(kept: JsonValue): Trial | null {
  return Trial.safeParse(kept).data ?? null;
}

/** Longer than anybody waits for a receiver: a program that was stopped meanwhile blocks no longer. */
const sendingSeconds = 150;

/** On its way just now: nothing takes its place, and nobody sends it beside that. */
export function isBeingSent(kept: JsonValue, at: Instant): boolean {
  const found = trialIn(kept);
  return found?.trial === "under-way" && addSeconds(found.at, sendingSeconds) > at;
}
