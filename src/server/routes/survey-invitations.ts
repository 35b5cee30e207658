import { addHours, problem } from "#kernel";
import {
  decideInvite,
  type Invitation,
  keptWayIn,
  newLink,
  newPin,
  newTypedCode,
  writeWayIn,
} from "#survey";
import { type CaseVisit, caseRoute } from "../http/case-route.ts";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import type { Route } from "../http/route.ts";
import { clearSessionCookie } from "../http/session-cookie.ts";
import { InviteToSurvey } from "../requests-of-survey.ts";
import type { SurveyInvitationReceipt, WaitingSurvey } from "../wire-of-survey.ts";

/** Hours after which the rows of those that nobody can use any more are taken away. */
const keptHours = 24;

export const surveyInvitationRoutes: readonly Route[] = [
  // Whether the client has come in yet; a page asks again and again, and learns nothing of the case.
  caseRoute("GET /api/cases/:code/survey-invitations", async ({ tx, record, at }) => {
    const waiting = await tx.surveyInvitations.findWaiting(record.id, at);
    const body: WaitingSurvey = { waiting: waiting ?? null };
    return Response.json(body);
  }),
  caseRoute("POST /api/cases/:code/survey-invitations", invite),
  caseRoute("DELETE /api/cases/:code/survey-invitations", async ({ tx, record, at, ...visit }) => {
    const waiting = await tx.surveyInvitations.findWaiting(record.id, at);
    await tx.surveyInvitations.close(record.id, at);
    if (waiting) visit.log("survey.withdrawn");
    return new Response(null, { status: 204 });
  }),
];

/**
 * No idempotency key: the answer holds secrets that are kept nowhere, so a repeat could not be told them
 * again. It makes a new invitation instead, which ends the one whose secrets got lost on their way.
 */
async function invite(visit: CaseVisit): Promise<Response> {
  const { context, services, tx, record, actor, at } = visit;
  const body = await readBody(context, InviteToSurvey);
  if (body.kind === "refused") return refusalOf(body.problems);
  const approvals = await tx.languageApprovals.list();
  const shown = services.surveyLanguages.shown(approvals, services.kind);
  if (!shown.some(({ tag }) => tag === body.value.language)) {
    return refusal(problem("language-unknown", "language"));
  }
  const deciding = { by: actor.account, at };
  const decision = decideInvite(record, body.value, deciding, services.randomness);
  if (decision.kind === "refused") return refusalOf(decision.problems);
  const { revision, invitation } = decision.value;
  if (revision.changes.length > 0) await visit.saveRevision(revision);
  await tx.surveyInvitations.removeBefore(addHours(at, -keptHours));
  const receipt = await tellOnce(visit, invitation);
  visit.log("survey.invited", { mode: invitation.mode });
  if (invitation.mode === "in-the-room") await handOver(visit);
  return context.json(receipt, 201);
}

/** A code to type exists on the client's own device alone: in the room nobody has to carry anything over. */
async function tellOnce(
  { services, tx, actor }: CaseVisit,
  invitation: Invitation,
): Promise<SurveyInvitationReceipt> {
  const { randomness } = services;
  const link = newLink(actor.municipality, randomness);
  const isOwnDevice = invitation.mode === "own-device";
  const typed = isOwnDevice ? newTypedCode(actor.municipality, randomness) : null;
  const pin = newPin(randomness);
  await tx.surveyInvitations.insert(
    invitation,
    keptWayIn(link, pin),
    typed && keptWayIn(typed, pin),
  );
  return {
    mode: invitation.mode,
    link: writeWayIn(link),
    language: invitation.language,
    code: typed && writeWayIn(typed),
    pin,
    expiresAt: invitation.expiresAt,
  };
}

/** The screen is somebody else's now: whatever is left open on it in another tab is asked to sign in. */
async function handOver({ context, services, tx, actor, at, session }: CaseVisit): Promise<void> {
  await tx.sessions.revoke(session, at);
  tx.audit.append({ at, account: actor.account, action: "session.handed-over" });
  clearSessionCookie(context, services);
}
