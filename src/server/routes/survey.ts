import { randomId } from "#kernel";
import { decideSettleSurvey } from "#registration";
import { decideKeyIn } from "#survey";
import { caseDecision } from "../http/case-decision.ts";
import { caseRoute } from "../http/case-route.ts";
import { refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import type { Route } from "../http/route.ts";
import { SettleSurvey } from "../requests.ts";
import { KeyInSurvey } from "../requests-of-survey.ts";
import type { SurveyReceipt } from "../wire.ts";

export const surveyRoutes: readonly Route[] = [
  caseDecision(
    "PUT /api/cases/:code/survey",
    "case.survey-settled",
    SettleSurvey,
    async ({ tx, record }, { survey }, deciding) => {
      const decision = decideSettleSurvey(record, survey, deciding);
      // Whoever has said no, or was not to be asked, is not asked by a page that still waits.
      if (decision.kind === "done" && survey.kind !== "offered") {
        await tx.surveyInvitations.close(record.id, deciding.at);
      }
      return decision;
    },
  ),
  // The answer to a second try is «already answered», so no idempotency key is needed; and nothing of
  // the case comes back to the coordinator.
  caseRoute("POST /api/survey-answers/:code", async (visit) => {
    const body = await readBody(visit.context, KeyInSurvey);
    if (body.kind === "refused") return refusalOf(body.problems);
    const { record, codebook, tx, actor, at, services } = visit;
    const response = body.value;
    const decision = decideKeyIn(record, codebook, response, { by: actor.account, at });
    if (decision.kind === "refused") return refusalOf(decision.problems);
    await visit.saveRevision(decision.value.revision);
    await tx.surveyAnswers.insert({
      id: randomId(services.randomness),
      case: record.id,
      unit: record.unit,
      response: decision.value.response,
    });
    // What she might still send would be received by nobody; so she is told.
    await tx.surveyInvitations.close(record.id, at);
    visit.log("survey.keyed-in");
    const receipt: SurveyReceipt = { caseCode: record.code, receivedAt: at };
    return Response.json(receipt, { status: 201 });
  }),
];
