import { type RoundInvitation, signNote } from "#delivery";
import { done, type Outcome, problem, refused } from "#kernel";
import { refusalOf } from "../http/refusal.ts";
import type { LongVisit } from "../http/route.ts";
import { postToReceiver } from "../send-to-receiver.ts";
import { type Acting, addressedDelivery } from "./addressed-delivery.ts";
import { parseReceipt, trialIn } from "./receipt.ts";
import { keepReceipt } from "./send-delivery.ts";

/** Asks the receiver how it goes, by a note that the municipality signs. */
export async function askReceipt(visit: LongVisit): Promise<Response> {
  const { services, actor } = visit;
  const { municipality } = actor;
  const asked = await services.store.within(municipality, (tx) => toAsk({ ...visit, tx }));
  if (asked.kind === "refused") return refusalOf(asked.problems);
  const { invitation, delivery } = asked.value;
  const note = signNote(await services.keys.signingKey(municipality), {
    receiver: invitation.receiver.code,
    round: invitation.round.id,
    at: services.clock.now(),
    note: { kind: "state", delivery },
  });
  const answer = await postToReceiver(services, invitation, "notes", note);
  const receipt = answer.kind === "done" ? parseReceipt(answer.value) : answer;
  if (receipt.kind === "refused") return refusalOf(receipt.problems);
  const at = services.clock.now();
  const told = await services.store.within(municipality, (tx) =>
    keepReceipt({ ...visit, tx, at }, receipt.value, "delivery.receipt-asked"),
  );
  return told.kind === "done" ? Response.json(told.value) : refusalOf(told.problems);
}

async function toAsk(
  acting: Acting,
): Promise<Outcome<{ readonly invitation: RoundInvitation; readonly delivery: string }>> {
  const addressed = await addressedDelivery(acting);
  if (!addressed) return refused(problem("not-found"));
  const { agreed, made } = addressed;
  const mayBeThere = made.sent !== null || trialIn(made.receipt) !== null;
  if (!mayBeThere) return refused(problem("delivery-not-sent"));
  return done({ invitation: agreed.invitation, delivery: made.sha256 });
}
