import { holdsRoleInUnit } from "#access";
import { checkText, type Problem, problem, randomId } from "#kernel";
import { isOwnCase, parseCaseCode } from "#registration";
import { type CarriedOut, onlyOnce } from "../http/only-once.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import {
  type RegistrationSessionVisit,
  registrationSessionRoute,
} from "../http/registration-session-route.ts";
import { readBody } from "../http/request-body.ts";
import type { Route, Visit } from "../http/route.ts";
import { type UnitVisit, unitRoute } from "../http/unit-route.ts";
import {
  leftToRegister,
  unansweredIn,
  viewRegistrationSession,
} from "../registration-session-view.ts";
import { OpenRegistrationSession, SettleTakenCase } from "../requests-of-registration-sessions.ts";
import { takeNextCase } from "../take-next-case.ts";
import type { NextCase, SessionList, UnansweredCases } from "../wire-of-units.ts";

/** Sessions on the list: some years of weekly ones. */
const mostListed = 100;

/** Characters in a session's name. */
const longestName = 80;

export const registrationSessionRoutes: readonly Route[] = [
  unitRoute("GET /api/units/:unit/sessions", async ({ tx, unit }) => {
    const found = await tx.registrationSessions.list(unit.id, mostListed);
    const body: SessionList = {
      sessions: found.map(({ id, name, openedAt, closedAt }) => ({
        id,
        name,
        openedAt,
        closedAt,
      })),
    };
    return Response.json(body);
  }),
  unitRoute("POST /api/units/:unit/sessions", openSession),
  registrationSessionRoute("GET /api/units/:unit/sessions/:session", "look", answerWithView),

  // Closing twice is closing once.
  registrationSessionRoute(
    "POST /api/units/:unit/sessions/:session/closing",
    "look",
    async (visit) => {
      const { tx, at, registrationSession, log } = visit;
      const locked = await tx.registrationSessions.findForChange(registrationSession.id);
      if (locked?.closedAt === null) {
        await tx.registrationSessions.close(locked.id, at);
        log("closed");
      }
      return answerWithView(visit);
    },
  ),

  registrationSessionRoute(
    "POST /api/units/:unit/sessions/:session/participation",
    "change",
    async (visit) => {
      const { tx, at, actor, registrationSession, log } = visit;
      const isNew = await tx.registrationSessions.join(registrationSession.id, actor.account, at);
      if (isNew) log("joined");
      return answerWithView(visit);
    },
  ),

  registrationSessionRoute(
    "POST /api/units/:unit/sessions/:session/next-case",
    "take-part",
    async (visit) => {
      const body: NextCase = { code: (await takeNextCase(visit))?.code ?? null };
      return Response.json(body);
    },
  ),

  registrationSessionRoute(
    "PUT /api/units/:unit/sessions/:session/outcome",
    "take-part",
    settleCase,
  ),

  // Codes of the asker's own cases and nothing of what they hold; reading one is logged by its route.
  registrationSessionRoute(
    "GET /api/units/:unit/sessions/:session/unanswered/:variable",
    "take-part",
    async (visit) => {
      const { context, tx, at, services, participant, registrationSession, log } = visit;
      const variable = context.req.param("variable") ?? "";
      const cases = (await tx.registrationSessions.cases(participant))
        .filter((record) => isOwnCase(record, participant))
        .filter((record) => unansweredIn(record, services).includes(variable))
        .toSorted((a, b) => (a.lastStepAt < b.lastStepAt ? -1 : 1));
      if (cases.length > 0) {
        const question = { variable, account: participant.account };
        await tx.registrationSessions.openQuestion(registrationSession.id, question, at);
      }
      log("question-opened", { details: { shown: cases.length } });
      const body: UnansweredCases = { codes: cases.map(({ code }) => code) };
      return Response.json(body);
    },
  ),

  registrationSessionRoute(
    "PUT /api/units/:unit/sessions/:session/hands/:concept",
    "change",
    async (visit) => {
      const { tx, at, actor, registrationSession, isParticipant, log } = visit;
      const concept = conceptOf(visit);
      if (concept === undefined) return notFound();
      if (!isParticipant && !leads(visit)) return refusal(problem("session-not-joined"));
      const hand = { concept, account: actor.account };
      const isNew = await tx.registrationSessions.raiseHand(registrationSession.id, hand, at);
      if (isNew) log("hand-raised", { details: { concept } });
      return answerWithView(visit);
    },
  ),

  registrationSessionRoute(
    "DELETE /api/units/:unit/sessions/:session/hands/:concept",
    "change",
    async (visit) => {
      const { tx, actor, registrationSession, log } = visit;
      const concept = visit.context.req.param("concept") ?? "";
      const whose = leads(visit) ? undefined : actor.account;
      const sessions = tx.registrationSessions;
      const lowered = await sessions.lowerHands(registrationSession.id, concept, whose);
      if (lowered > 0) log("hand-lowered", { details: { concept } });
      return answerWithView(visit);
    },
  ),
];

async function answerWithView(visit: RegistrationSessionVisit): Promise<Response> {
  return Response.json(await viewRegistrationSession(visit));
}

/** Whoever leads the session lowers everybody's hands when the question has been talked about. */
function leads({ actor, registrationSession }: RegistrationSessionVisit): boolean {
  return holdsRoleInUnit(actor, ["coordinator", "unitManager"], registrationSession.unit);
}

/** As codebooks write it; `undefined` for words that can be none. */
function conceptOf({ context }: RegistrationSessionVisit): string | undefined {
  const asked = context.req.param("concept") ?? "";
  return /^[a-z][A-Za-z0-9]{0,99}$/.test(asked) ? asked : undefined;
}

async function openSession(visit: UnitVisit): Promise<Response> {
  const { context, tx, services, unit, log } = visit;
  const body = await readBody(context, OpenRegistrationSession);
  if (body.kind === "refused") return refusalOf(body.problems);
  const name = body.value.name.trim();
  const problems = checkName(name);
  if (problems.length > 0) return refusalOf(problems);
  const opening = {
    id: randomId(services.randomness),
    unit: unit.id,
    name,
    openedBy: visit.actor.account,
    openedAt: visit.at,
    closedAt: null,
  };
  return onlyOnce(
    visit,
    body.value,
    opening.id,
    async (): Promise<CarriedOut> => {
      await tx.registrationSessions.insert(opening);
      log("registration-session.opened", { session: opening.id });
      return { kind: "done", response: await opened(visit, opening.id) };
    },
    (id) => opened(visit, id),
  );
}

async function opened(visit: Visit, id: string): Promise<Response> {
  const registrationSession = await visit.tx.registrationSessions.find(id);
  if (!registrationSession) throw new Error("a session that was opened is not there");
  const { account } = visit.actor;
  const participant = { account, unit: registrationSession.unit };
  const seen = { ...visit, registrationSession, participant, isParticipant: false, log: () => {} };
  return Response.json(await viewRegistrationSession(seen), { status: 201 });
}

function checkName(name: string): readonly Problem[] {
  if (!/\p{L}|\d/u.test(name)) return [problem("session-name-needed", "name")];
  return checkText(name, "name", longestName);
}

/**
 * «Klar» or «Senare»: the same once more changes nothing. A case in which something is left is not
 * done, whatever is asked: it comes back last.
 */
async function settleCase(visit: RegistrationSessionVisit): Promise<Response> {
  const { context, tx, at, actor, services, registrationSession, log } = visit;
  const body = await readBody(context, SettleTakenCase);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { code } = body.value;
  const record = await tx.cases.find(parseCaseCode(code) ?? "");
  const taken = await tx.registrationSessions.taken(registrationSession.id);
  const own = taken.find((each) => each.case === record?.id && each.by === actor.account);
  // What has been handed over, restricted or voided since is no longer hers to settle.
  if (!record || !own || !isOwnCase(record, visit.participant)) return notFound();
  if (own.outcome === body.value.outcome) return answerWithView(visit);
  const outcome = leftToRegister(services)(record) ? "later" : body.value.outcome;
  if (own.outcome !== outcome) {
    await tx.registrationSessions.settle(registrationSession.id, own, outcome, at);
    log("case-settled", { case: own.case, details: { outcome } });
  }
  return answerWithView(visit);
}
