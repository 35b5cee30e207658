import { problem, refused } from "#kernel";
import {
  decideAssign,
  decidePreviousCase,
  decideReaders,
  decideRestore,
  decideServedMunicipality,
  decideShare,
  decideTransfer,
  decideVoid,
} from "#registration";
import { viewCircle } from "../case-circle.ts";
import { caseDecision } from "../http/case-decision.ts";
import { caseRoute } from "../http/case-route.ts";
import type { Route } from "../http/route.ts";
import { checkPreviousIsClosed } from "../previous-case.ts";
import {
  AssignCase,
  LinkPreviousCase,
  NameReaders,
  Reason,
  ServeMunicipality,
  ShareCase,
  TransferCase,
} from "../requests.ts";
import { managersOf, mayAllRead, mayHaveCase } from "../unit-people.ts";

/** Whose the case is, who shares it, who may see it at all, and whether it counts. */
export const caseLifeRoutes: readonly Route[] = [
  caseRoute("GET /api/cases/:code/circle", async (visit) => {
    visit.log("case.circle-read");
    return Response.json(await viewCircle(visit));
  }),
  caseDecision(
    "PUT /api/cases/:code/assignee",
    "case.assigned",
    AssignCase,
    async ({ tx, record }, { assignee }, deciding) =>
      (await mayHaveCase(tx, assignee, record.unit))
        ? decideAssign(record, assignee, deciding)
        : refused(problem("not-a-worker-there", "assignee")),
  ),
  caseDecision(
    "PUT /api/cases/:code/share",
    "case.shared",
    ShareCase,
    async ({ tx, record }, { share }, deciding) => {
      if (share && !(await tx.units.find(share.unit))) {
        return refused(problem("unknown-unit", "share"));
      }
      if (share && !(await mayHaveCase(tx, share.assignee, share.unit))) {
        return refused(problem("not-a-worker-there", "share"));
      }
      return decideShare(record, share, deciding);
    },
  ),
  caseDecision(
    "PUT /api/cases/:code/unit",
    "case.transferred",
    TransferCase,
    async ({ tx, record }, { unit }, deciding) => {
      if (!(await tx.units.find(unit))) return refused(problem("unknown-unit", "unit"));
      return decideTransfer(record, { unit, managers: await managersOf(tx, unit) }, deciding);
    },
  ),
  caseDecision(
    "PUT /api/cases/:code/served-municipality",
    "case.served-municipality-changed",
    ServeMunicipality,
    ({ record, unit }, { servedMunicipality: to }, deciding) => {
      const served = { to, own: record.municipality, serves: unit?.serves ?? [] };
      return decideServedMunicipality(record, served, deciding);
    },
  ),
  caseDecision(
    "PUT /api/cases/:code/previous-case",
    "case.previous-case-changed",
    LinkPreviousCase,
    async (visit, { previousCode }, deciding) => {
      const decision = decidePreviousCase(visit.record, previousCode, deciding);
      if (decision.kind === "refused" || decision.value.changes.length === 0) return decision;
      const problems = await checkPreviousIsClosed(visit, previousCode);
      return problems.length > 0 ? refused(...problems) : decision;
    },
  ),
  caseDecision(
    "PUT /api/cases/:code/readers",
    "case.readers-named",
    NameReaders,
    async ({ tx, record }, { readers, seen }, deciding) => {
      if (readers && !(await mayAllRead(tx, readers))) {
        return refused(problem("unknown-reader", "readers"));
      }
      const managers = await managersOf(tx, record.unit);
      return decideReaders(record, { readers, seen, managers }, deciding);
    },
  ),
  caseDecision(
    "POST /api/cases/:code/voiding",
    "case.voided",
    Reason,
    async ({ tx, record }, _, deciding) => {
      const decision = decideVoid(record, deciding);
      if (decision.kind === "done") await tx.surveyInvitations.close(record.id, deciding.at);
      return decision;
    },
  ),
  caseDecision(
    "POST /api/cases/:code/restoring",
    "case.restored",
    Reason,
    ({ record }, _, deciding) => decideRestore(record, deciding),
  ),
];
