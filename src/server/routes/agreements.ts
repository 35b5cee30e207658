import { type Instant, type JsonValue, type Problem, problem } from "#kernel";
import type { Agreement } from "#store";
import { type AgreedRound, findAgreed } from "../delivering/agreed-round.ts";
import {
  checkDecided,
  finerThanAgreed,
  isFiner,
  readInvitation,
} from "../delivering/check-agreement.ts";
import { deliveriesView } from "../delivering/deliveries-view.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { invitationView } from "../invitation-view.ts";
import { Agree, ChangeAgreement, ReadInvitation } from "../requests-of-deliveries.ts";

export const agreementRoutes: readonly Route[] = [
  // A file from outside, read to be decided about: nothing of it is kept.
  signedInRoute("POST /api/invitations", read),
  signedInRoute("POST /api/agreements", agree),
  signedInRoute("PUT /api/agreements/:round", change),
];

async function read({ context, services, actor }: Visit): Promise<Response> {
  const body = await readBody(context, ReadInvitation);
  if (body.kind === "refused") return refusalOf(body.problems);
  const invitation = readInvitation(services, actor.municipality, body.value.text);
  if (invitation.kind === "refused") return refusalOf(invitation.problems);
  return Response.json(invitationView(invitation.value, services.codebooks));
}

async function agree(visit: Visit): Promise<Response> {
  const { context, services, tx, actor, at } = visit;
  const body = await readBody(context, Agree);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { text, level, ...decided } = body.value;
  const invitation = readInvitation(services, actor.municipality, text);
  if (invitation.kind === "refused") return refusalOf(invitation.problems);
  const { round, level: asked, receiver } = invitation.value;
  const wrong = [
    ...(isFiner(level, asked) ? [finerThanAgreed(asked)] : []),
    ...checkDecided(decided, at),
  ];
  if (wrong.length > 0) return refusalOf(wrong);
  const agreement = {
    round: round.id,
    invitation: invitation.value as unknown as JsonValue,
    level,
    ...decided,
    by: actor.account,
    at,
  };
  const kept = await tx.agreements.insert(agreement);
  if (kept.kind === "taken" && !(await isSame(visit, agreement))) {
    return refusal(problem("agreement-exists", round.id, { round: round.name }));
  }
  if (kept.kind === "saved") {
    const details = { round: round.id, receiver: receiver.code, level };
    tx.audit.append({ at, account: actor.account, action: "agreement.made", details });
  }
  return Response.json(await deliveriesView(visit));
}

/** The same decision, sent once more after a lost answer. */
async function isSame({ tx }: Visit, agreement: Omit<Agreement, "endedAt">): Promise<boolean> {
  const found = await tx.agreements.find(agreement.round);
  const told = (each: Pick<Agreement, "level" | "decidedBy" | "decidedOn" | "reference">) =>
    JSON.stringify([each.level, each.decidedBy, each.decidedOn, each.reference]);
  return found !== undefined && told(found) === told(agreement);
}

async function change(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, ChangeAgreement);
  if (body.kind === "refused") return refusalOf(body.problems);
  const agreed = await findAgreed(tx, context.req.param("round") ?? "", true);
  if (!agreed) return notFound();
  const { level = agreed.level, ended = agreed.endedAt !== null } = body.value;
  const wrong = whyNot(agreed, { level, ended }, at);
  if (wrong) return refusal(wrong);
  const endedAt = ended ? (agreed.endedAt ?? at) : null;
  if (level !== agreed.level || endedAt !== agreed.endedAt) {
    await tx.agreements.change(agreed.round, { level, endedAt });
    const details = { round: agreed.round, level, ended };
    tx.audit.append({ at, account: actor.account, action: "agreement.changed", details });
  }
  return Response.json(await deliveriesView(visit));
}

/** Less may leave, and never more; nothing begins again when the round is over. */
function whyNot(
  { level, endedAt, invitation }: AgreedRound,
  wanted: { readonly level: AgreedRound["level"]; readonly ended: boolean },
  at: Instant,
): Problem | undefined {
  const { cutOff } = invitation.round;
  if (isFiner(wanted.level, level)) return finerThanAgreed(level);
  const isResumed = endedAt !== null && !wanted.ended;
  if (!isResumed || at <= cutOff) return undefined;
  return problem("agreement-past-cut-off", undefined, { day: cutOff.slice(0, 10) });
}
