import type { RoundInvitation } from "#delivery";
import { done, type JsonValue, type Outcome, type Problem, problem, refused } from "#kernel";
import { refusalOf } from "../http/refusal.ts";
import type { LongVisit } from "../http/route.ts";
import { postToReceiver } from "../send-to-receiver.ts";
import type { MadeDeliveryView, ReceiptView } from "../wire-of-deliveries.ts";
import {
  type Acting,
  type AddressedDelivery,
  addressedDelivery,
  logDelivery,
  namesIn,
} from "./addressed-delivery.ts";
import { isFiner } from "./check-agreement.ts";
import { madeDeliveryView } from "./delivery-views.ts";
import { isBeingSent, parseReceipt } from "./receipt.ts";
import { sealDelivery } from "./seal-delivery.ts";

type Sending = {
  readonly invitation: RoundInvitation;
  readonly sequence: number;
  readonly content: string;
};

/**
 * Over the network, with no transaction open meanwhile. That somebody tries stands in the store before
 * anything leaves: what may have come to the receiver, without its answer coming back, never shares its
 * number with another delivery.
 */
export async function sendDelivery(visit: LongVisit): Promise<Response> {
  const { services, actor } = visit;
  const { municipality } = actor;
  const begun = await services.store.within(municipality, (tx) => begin({ ...visit, tx }));
  if (begun.kind === "refused") return refusalOf(begun.problems);
  const { invitation, content } = begun.value;
  const sealed = await sealDelivery(services, municipality, invitation, content);
  const answer = await postToReceiver(services, invitation, "deliveries", sealed);
  const receipt = answer.kind === "done" ? parseReceipt(answer.value) : answer;
  const at = services.clock.now();
  const told = await services.store.within(municipality, (tx) =>
    receipt.kind === "done"
      ? keepReceipt({ ...visit, tx, at }, receipt.value, "delivery.sent")
      : keepFailure({ ...visit, tx, at }, receipt.problems),
  );
  return told.kind === "done" ? Response.json(told.value) : refusalOf(told.problems);
}

async function begin(acting: Acting): Promise<Outcome<Sending>> {
  const { tx, at } = acting;
  const addressed = await addressedDelivery(acting);
  if (!addressed) return refused(problem("not-found"));
  const { agreed, made } = addressed;
  const { invitation, round } = agreed;
  const inTheWay = whyNot(addressed);
  if (inTheWay) return refused(inTheWay);
  if (isBeingSent(made.receipt, at)) return refused(problem("delivery-being-sent"));
  if (invitation.receiver.address === null) return refused(problem("receiver-without-address"));
  const { sequence, sha256 } = made;
  const content = await tx.madeDeliveries.content(round, sequence);
  if (content === undefined) return refused(problem("not-found"));
  if (!made.sent) await tx.madeDeliveries.saveReceipt(round, sequence, { trial: "under-way", at });
  logDelivery(acting, "delivery.sending", { sequence, sha256, ...to(invitation) });
  return done({ invitation, sequence, content });
}

async function keepFailure(
  acting: Acting,
  problems: readonly Problem[],
): Promise<Outcome<MadeDeliveryView>> {
  const { tx, at } = acting;
  const addressed = await addressedDelivery(acting);
  if (!addressed) return refused(problem("not-found"));
  const { agreed, made } = addressed;
  const failed = { trial: "failed", at };
  if (!made.sent) await tx.madeDeliveries.saveReceipt(agreed.round, made.sequence, failed);
  const reasons = problems.map(({ code }) => code);
  const { sequence } = made;
  logDelivery(acting, "delivery.sending-failed", { sequence, reasons, ...to(agreed.invitation) });
  return refused(...problems);
}

/** What the receiver has, has left: also where nobody heard its answer when it was sent. */
export async function keepReceipt(
  acting: Acting,
  receipt: ReceiptView,
  action: string,
): Promise<Outcome<MadeDeliveryView>> {
  const { tx, actor, at } = acting;
  const addressed = await addressedDelivery(acting);
  if (!addressed) return refused(problem("not-found"));
  const { made, agreed } = addressed;
  const { round, sequence, sha256 } = made;
  const sent = made.sent ?? ({ way: "network", by: actor.account, at } as const);
  if (!made.sent) await tx.madeDeliveries.send(round, sequence, sent);
  const kept = receipt as unknown as JsonValue;
  await tx.madeDeliveries.saveReceipt(round, sequence, kept);
  const { state } = receipt;
  logDelivery(acting, action, { sequence, sha256, state, ...to(agreed.invitation) });
  return done(madeDeliveryView({ ...made, sent, receipt: kept }, await namesIn(tx)));
}

/** A withdrawal tells of nobody, and leaves whatever has been decided since. */
export function whyNot({ agreed, made, lastSent }: AddressedDelivery): Problem | undefined {
  if (made.sequence < lastSent) return problem("delivery-superseded");
  if (made.isWithdrawal) return undefined;
  if (made.contentDisposedAt !== null) return problem("delivery-disposed");
  if (agreed.endedAt) return problem("agreement-ended");
  return isFiner(made.level, agreed.level) ? problem("delivery-finer-than-agreed") : undefined;
}

export function to({ receiver }: RoundInvitation): { readonly receiver: string } {
  return { receiver: receiver.code };
}
