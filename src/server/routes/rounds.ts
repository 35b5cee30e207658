import { invitationText, type RoundInvitation } from "#delivery";
import { type Outcome, problem } from "#kernel";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type LongVisit, longRoute, type Route, signedInRoute, type Visit } from "../http/route.ts";
import { streamedBody } from "../http/streamed-body.ts";
import { checkDecision } from "../receiving/decide-delivery.ts";
import { decideKeys, decideParticipants } from "../receiving/decide-participants.ts";
import { decideRound } from "../receiving/decide-round.ts";
import { type FoundRound, findRound } from "../receiving/find-round.ts";
import { isReminded, remindersView } from "../receiving/reminder-letters.ts";
import { calendarFile } from "../receiving/round-calendar.ts";
import { roundView } from "../receiving/round-view.ts";
import { roundsView } from "../receiving/rounds-view.ts";
import { takeInDelivery } from "../receiving/take-in-delivery.ts";
import {
  ChangeParticipant,
  CreateRound,
  DecideDelivery,
  EndRound,
  NameParticipants,
  RemindParticipants,
} from "../requests-of-rounds.ts";

export const roundRoutes: readonly Route[] = [
  signedInRoute("GET /api/rounds", async ({ tx, services }) =>
    Response.json(await roundsView(tx, services.codebooks)),
  ),
  signedInRoute("POST /api/rounds", create),
  signedInRoute("GET /api/rounds/:round", (visit) => about(visit, (round) => view(visit, round))),
  signedInRoute("GET /api/rounds/:round/invitation", (visit) =>
    about(visit, ({ invitation }) =>
      file(invitationText(invitation), "application/json", `inbjudan-${invitation.round.id}.json`),
    ),
  ),
  signedInRoute("GET /api/rounds/:round/calendar", (visit) =>
    about(visit, ({ kept, invitation }) =>
      file(calendarFile(invitation, kept.at), "text/calendar", `${kept.id}.ics`),
    ),
  ),
  signedInRoute("POST /api/rounds/:round/ending", end),
  signedInRoute("POST /api/rounds/:round/participants", nameParticipants),
  signedInRoute("PUT /api/rounds/:round/participants/:participant", changeParticipant),
  signedInRoute("POST /api/rounds/:round/reminders", remind),
  longRoute("POST /api/rounds/:round/deliveries", takeInFile),
  signedInRoute("POST /api/rounds/:round/deliveries/:delivery/decision", decide),
];

async function about(
  visit: Visit,
  answer: (round: FoundRound) => Response | Promise<Response>,
): Promise<Response> {
  const round = await findRound(visit.tx, visit.context.req.param("round") ?? "");
  return round ? answer(round) : notFound();
}

async function view({ tx, services }: Pick<Visit, "tx" | "services">, round: FoundRound) {
  return Response.json(await roundView(tx, round, services.codebooks));
}

/** As it is after the change; which is logged. */
async function changed(visit: Visit, action: string, details: { readonly [name: string]: string }) {
  const { tx, actor, at } = visit;
  tx.audit.append({ at, account: actor.account, action, details });
  return about(visit, (round) => view(visit, round));
}

function file(text: string, type: string, name: string): Response {
  const headers = {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Disposition": `attachment; filename="${name}"`,
  };
  return new Response(text, { headers });
}

async function create(visit: Visit): Promise<Response> {
  const { context, services, tx, actor, at } = visit;
  const body = await readBody(context, CreateRound);
  if (body.kind === "refused") return refusalOf(body.problems);
  const codebooks = services.codebooks.asked();
  const own = { kind: services.kind, receiver: await receiverOf(visit), codebooks };
  const decided: Outcome<RoundInvitation> = decideRound(body.value, own);
  if (decided.kind === "refused") return refusalOf(decided.problems);
  const invitation = decided.value;
  const { id } = invitation.round;
  const round = { id, invitation, by: actor.account, at };
  const saved = await tx.rounds.insert(round);
  if (saved.kind === "taken") return refusal(problem("round-exists", "id", { round: id }));
  tx.audit.append({ at, account: actor.account, action: "round.created", details: { round: id } });
  const found = await findRound(tx, id);
  return found ? view(visit, found) : notFound();
}

/** Who asks, and where deliveries come: never what a browser says of it. */
async function receiverOf({ services, tx, actor }: Visit): Promise<RoundInvitation["receiver"]> {
  const { keys, allowedOrigins } = services;
  const code = actor.municipality;
  const own = await tx.municipality.find();
  const [key, signingKey] = await Promise.all([keys.receivingKey(code), keys.signingKey(code)]);
  const address = allowedOrigins[0] ?? null;
  return {
    code,
    name: own?.name ?? code,
    key: key.public,
    signingKey: signingKey.public,
    address,
  };
}

async function end(visit: Visit): Promise<Response> {
  const body = await readBody(visit.context, EndRound);
  if (body.kind === "refused") return refusalOf(body.problems);
  return about(visit, async ({ kept }) => {
    const { ended } = body.value;
    if (ended === (kept.endedAt !== null)) return about(visit, (round) => view(visit, round));
    await visit.tx.rounds.end(kept.id, ended ? visit.at : null);
    return changed(visit, ended ? "round.ended" : "round.resumed", { round: kept.id });
  });
}

async function nameParticipants(visit: Visit): Promise<Response> {
  const body = await readBody(visit.context, NameParticipants, 256 * 1024);
  if (body.kind === "refused") return refusalOf(body.problems);
  return about(visit, async ({ kept, invitation, participants }) => {
    const decided = decideParticipants(body.value, invitation.kind, participants);
    if (decided.kind === "refused") return refusalOf(decided.problems);
    for (const each of decided.value) await visit.tx.rounds.saveParticipant(kept.id, each);
    const codes = decided.value.map(({ code }) => code).join(" ");
    return changed(visit, "round.participants-named", { round: kept.id, participants: codes });
  });
}

async function changeParticipant(visit: Visit): Promise<Response> {
  const { context, tx, at } = visit;
  const body = await readBody(context, ChangeParticipant);
  if (body.kind === "refused") return refusalOf(body.problems);
  return about(visit, async ({ kept, participants }) => {
    const wanted = context.req.param("participant");
    const before = participants.find(({ code }) => code === wanted);
    if (!before) return notFound();
    const keys = decideKeys(body.value.keys, before, participants);
    if (keys.kind === "refused") return refusalOf(keys.problems);
    const leftAt = body.value.hasLeft ? (before.leftAt ?? at) : null;
    await tx.rounds.saveParticipant(kept.id, { ...before, signingKeys: keys.value, leftAt });
    const details = { round: kept.id, participant: before.code, keys: keys.value.join(" ") };
    const hasLeft = leftAt !== null && before.leftAt === null;
    return changed(
      visit,
      hasLeft ? "round.participant-left" : "round.participant-changed",
      details,
    );
  });
}

async function remind(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, RemindParticipants);
  if (body.kind === "refused") return refusalOf(body.problems);
  const wanted = new Set<string>(body.value.participants);
  return about(visit, async ({ kept, invitation, participants, deliveries }) => {
    const reminded = participants.filter(
      (each) => wanted.has(each.code) && isReminded(each, deliveries),
    );
    for (const each of reminded) {
      await tx.rounds.saveParticipant(kept.id, { ...each, remindedAt: at });
    }
    const codes = reminded.map(({ code }) => code).join(" ");
    const details = { round: kept.id, participants: codes };
    tx.audit.append({ at, account: actor.account, action: "round.reminded", details });
    return Response.json(remindersView(invitation, reminded, deliveries));
  });
}

/** On a stick, or by whatever way: taken in as what comes over the network. */
async function takeInFile({ context, services, actor }: LongVisit): Promise<Response> {
  const receiver = actor.municipality;
  const round = context.req.param("round") ?? "";
  const pieces = streamedBody(context);
  const arrival = { receiver, round, way: "file", by: actor.account, pieces } as const;
  const taken = await services.intake.through(actor.account, () =>
    takeInDelivery(services, arrival),
  );
  if (taken.kind === "refused") return refusalOf(taken.problems);
  return services.store.within(receiver, async (tx) => {
    const found = await findRound(tx, round);
    return found ? view({ tx, services }, found) : notFound();
  });
}

async function decide(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, DecideDelivery);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { state } = body.value;
  return about(visit, async (round) => {
    const id = context.req.param("delivery");
    const delivery = round.deliveries.find((each) => each.id === id);
    if (!delivery) return notFound();
    const hindrance = checkDecision(delivery, state, round);
    if (hindrance) return refusal(hindrance);
    await tx.incomingDeliveries.decide(round.kept.id, delivery.id, {
      state,
      by: actor.account,
      at,
    });
    const details = {
      round: round.kept.id,
      delivery: delivery.id,
      participant: delivery.participant ?? "",
    };
    return changed(visit, decisionActions[state], details);
  });
}

const decisionActions = {
  accepted: "delivery.accepted",
  declined: "delivery.declined",
  waiting: "delivery.undecided",
} as const;
