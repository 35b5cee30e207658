import type { Context } from "hono";
import { deliveryLimits, mostPackageBytes, noteLimits, openNote, type SignedNote } from "#delivery";
import {
  done,
  type MunicipalityCode,
  municipalityCode,
  type Outcome,
  problem,
  refused,
} from "#kernel";
import type { MunicipalityTransaction } from "#store";
import { actionsShared, takeSharedActions } from "../actions-of-participants.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { remoteAddress } from "../http/remote-address.ts";
import { publicRoute, type Route } from "../http/route.ts";
import { streamedBody } from "../http/streamed-body.ts";
import { type FoundRound, findRound, sendersOf } from "../receiving/find-round.ts";
import { receiptView } from "../receiving/receipt-view.ts";
import { takeInDelivery } from "../receiving/take-in-delivery.ts";
import { isOfMeetings, takeParticipation } from "../receiving/take-participation.ts";
import type { Services } from "../services.ts";

/**
 * What municipalities' programs send. Whatever was looked at is answered with 200 and a receipt, which may
 * say that it was refused; with problems only what was not looked at: no such round, too large, too fast.
 */
export const intakeRoutes: readonly Route[] = [
  publicRoute("POST /api/intake/:receiver/:round/deliveries", takeIn),
  publicRoute("POST /api/intake/:receiver/:round/notes", hear),
];

async function takeIn(context: Context, services: Services): Promise<Response> {
  const receiver = receiverIn(context);
  if (!receiver) return notFound();
  // Of what is told to be too large not a byte is read.
  if (Number(context.req.header("Content-Length") ?? 0) > mostPackageBytes) {
    const limit = deliveryLimits.megabytes;
    return refusal(problem("delivery-too-large", "Leveransen", { limit }));
  }
  const address = remoteAddress(context);
  const round = context.req.param("round") ?? "";
  const taken = await services.intake.through(address, async () => {
    const pieces = streamedBody(context);
    const arrival = { receiver, round, way: "network", by: null, pieces } as const;
    const outcome = await takeInDelivery(services, arrival);
    const isSound = outcome.kind === "done" && outcome.value.state !== "refused";
    services.intake.tell(address, isSound);
    return outcome;
  });
  return taken.kind === "refused" ? refusalOf(taken.problems) : Response.json(taken.value);
}

function receiverIn(context: Context): MunicipalityCode | undefined {
  const text = context.req.param("receiver") ?? "";
  return /^\d{4}$/.test(text) ? municipalityCode(text) : undefined;
}

async function hear(context: Context, services: Services): Promise<Response> {
  const receiver = receiverIn(context);
  if (!receiver) return notFound();
  const text = await textOf(context);
  if (text === undefined) {
    return refusal(problem("note-too-large", name, { limit: noteLimits.bytes / 1024 }));
  }
  return services.store.within(receiver, async (tx) => {
    const round = await findRound(tx, context.req.param("round") ?? "");
    if (!round) return notFound();
    const now = services.clock.now();
    const senders = sendersOf(round.participants);
    const opened = openNote(text, name, { receiver, round: round.kept.id, senders, now });
    if (opened.kind === "refused") return refusalOf(opened.problems);
    const answer = await answerTo(opened.value, tx, round, services);
    return answer.kind === "refused" ? refusalOf(answer.problems) : Response.json(answer.value);
  });
}

const name = "Meddelandet";

/** `undefined`: there is more than a note may have. */
async function textOf(context: Context): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of streamedBody(context)) {
    bytes += piece.length;
    if (bytes > noteLimits.bytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

async function answerTo(
  { sender, note, at }: SignedNote,
  tx: MunicipalityTransaction,
  { kept, invitation, participants, deliveries }: FoundRound,
  { clock, codebooks }: Services,
): Promise<Outcome<unknown>> {
  const participant = participants.find(({ code }) => code === sender.municipality);
  if (!participant) return refused(problem("not-found"));
  const { code } = participant;
  if (note.kind === "state") {
    const found = deliveries.find((each) => each.id === note.delivery && each.participant === code);
    return found ? done(receiptView(found)) : refused(problem("delivery-unknown-here"));
  }
  const round = invitation.round.name;
  if (participant.leftAt) return refused(problem("participant-left", undefined, { round }));
  if (note.kind === "actions") {
    await takeSharedActions(tx, kept.id, code, note.actions, clock.now());
    return done(await actionsShared(tx, codebooks, kept.id, code));
  }
  if (kept.endedAt) return refused(problem("round-ended", undefined, { round }));
  if (note.kind === "participation") {
    if (!isOfMeetings(invitation, codebooks)) {
      return refused(problem("note-round-of-cases", undefined, { round }));
    }
    await takeParticipation(tx, kept.id, participant, note.participation, at);
    return done({ day: note.participation.day });
  }
  // The first time that it said so: a note that is sent again says nothing new.
  const checkedAt = participant.checkedAt ?? clock.now();
  await tx.rounds.saveParticipant(kept.id, { ...participant, checkedAt });
  return done({ checkedAt });
}
