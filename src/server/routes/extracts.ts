import { problem } from "#kernel";
import { viewHistory } from "../case-history.ts";
import { viewCase } from "../case-view.ts";
import { listAgreed } from "../delivering/agreed-round.ts";
import { type CaseVisit, caseRoute } from "../http/case-route.ts";
import { refusal } from "../http/refusal.ts";
import type { Route } from "../http/route.ts";
import type { CaseExtract, SurveyExtract } from "../wire-of-extracts.ts";
import { viewLookers } from "./case-lookers.ts";

/**
 * What a client has a right to see of herself (GDPR 15): of the case by those who have it and lead it;
 * of her own answers, which they never see, by a coordinator, who sees nothing else of the case.
 */
export const extractRoutes: readonly Route[] = [
  caseRoute("GET /api/cases/:code/extract", async (visit) => {
    const { tx, record } = visit;
    visit.log("case.extract-made");
    const history = await viewHistory(visit);
    const people = [...(await tx.accounts.names()).keys()];
    const body: CaseExtract = {
      ...(await onPaper(visit)),
      case: await viewCase(visit, record),
      history,
      staff: people.filter((id) => Object.hasOwn(history.names, id)),
      lookers: await viewLookers(visit),
      hasSurveyAnswers: await tx.surveyAnswers.hasAnswered(record.id),
      deliveredTo: await deliveredTo(visit),
      ...(await keptUntil(visit)),
    };
    return Response.json(body);
  }),

  caseRoute("GET /api/survey-answers/:code/extract", async (visit) => {
    const { tx, record } = visit;
    if (await worksOrWorked(visit)) {
      visit.log("case.refused", { route: "GET /api/survey-answers/:code/extract" });
      return refusal(problem("survey-extract-of-own-case", record.code));
    }
    const response = await tx.surveyAnswers.forExtract(record.id);
    if (!response) return refusal(problem("survey-not-answered", record.code));
    visit.log("survey.extract-made");
    const body: SurveyExtract = {
      ...(await onPaper(visit)),
      caseCode: record.code,
      codebook: record.codebook,
      ...response,
    };
    return Response.json(body);
  }),
];

/**
 * Whoever meets or has met the client must not learn what she said of it, whatever other role she has:
 * everybody the case has been with, and all who have written an answer in it. What is keyed in from an
 * envelope is no answer of the case's.
 */
async function worksOrWorked({ tx, record, actor }: CaseVisit): Promise<boolean> {
  const ties = (await tx.logReading.ties([record.id])).get(record.id) ?? [];
  const workers = [record, ...ties].flatMap((each) => [each.assignee, each.sharedWith?.assignee]);
  if (workers.includes(actor.account)) return true;
  const steps = await tx.cases.history(record.id);
  return steps.some(
    ({ by, changes }) => by === actor.account && changes.some(({ kind }) => writing.has(kind)),
  );
}

const writing: ReadonlySet<string> = new Set([
  "case-started",
  "answer-set",
  "item-added",
  "item-removed",
  "phase-completed",
  "phase-reopened",
]);

async function deliveredTo({ tx, record }: CaseVisit): Promise<CaseExtract["deliveredTo"]> {
  const sent = await tx.madeDeliveries.sentWith(record.id);
  const agreed = new Map((await listAgreed(tx)).map((each) => [each.round, each.invitation]));
  return sent.map(({ round, sentAt }) => {
    const invitation = agreed.get(round);
    return {
      receiver: invitation?.receiver.name ?? "",
      round: invitation?.round.name ?? round,
      at: sentAt,
    };
  });
}

async function keptUntil({ tx, record }: CaseVisit): Promise<Pick<CaseExtract, "rule" | "isHeld">> {
  const [rule] = await tx.disposalRules.list();
  const holds = await tx.disposalRules.holds();
  return {
    rule: rule
      ? {
          years: rule.years,
          decidedBy: rule.decidedBy,
          decidedOn: rule.decidedOn,
          reference: rule.reference,
        }
      : null,
    isHeld: holds.some((each) => each.case === record.id),
  };
}

async function onPaper({ tx, actor, at }: CaseVisit) {
  const own = await tx.municipality.find();
  const contacts = await tx.clientContacts.find();
  return {
    municipality: own?.name ?? actor.municipality,
    madeBy: actor.name,
    madeAt: at,
    contact: contacts?.contact ?? "",
    dataProtection: contacts?.dataProtection ?? "",
  };
}
