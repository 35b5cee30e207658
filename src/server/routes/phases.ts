import { PhaseId } from "#codebook";
import { problem, refused } from "#kernel";
import { decideCompletePhase, decideReopenCase, decideReopenPhase } from "#registration";
import { caseDecision } from "../http/case-decision.ts";
import type { Route } from "../http/route.ts";
import { CompletePhase, Reason } from "../requests.ts";

export const phaseRoutes: readonly Route[] = [
  caseDecision(
    "POST /api/cases/:code/phases/:phase/completion",
    "case.phase-completed",
    CompletePhase,
    ({ record, codebook, context }, { closedOn, overrides = [] }, deciding) => {
      const phase = PhaseId.safeParse(context.req.param("phase"));
      if (!phase.success) return refused(problem("malformed-request", "phase"));
      const closing = closedOn === undefined ? {} : { closedOn };
      const command = { phase: phase.data, overrides, ...closing };
      return decideCompletePhase(record, codebook, command, deciding);
    },
  ),
  caseDecision(
    "POST /api/cases/:code/phases/:phase/reopening",
    "case.phase-reopened",
    Reason,
    ({ record, context }, _, deciding) => {
      const phase = PhaseId.safeParse(context.req.param("phase"));
      if (!phase.success) return refused(problem("malformed-request", "phase"));
      return decideReopenPhase(record, phase.data, deciding);
    },
  ),
  caseDecision(
    "POST /api/cases/:code/reopening",
    "case.reopened",
    Reason,
    ({ record }, _, deciding) => decideReopenCase(record, deciding),
  ),
];
