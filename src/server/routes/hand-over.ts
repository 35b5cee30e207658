import { type AccountId, checkReason, inSwedishOrder, problem } from "#kernel";
import { decideAssign } from "#registration";
import { type CarriedOut, onlyOnce } from "../http/only-once.ts";
import { refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import type { Route, Visit } from "../http/route.ts";
import { saveRevision } from "../http/save-revision.ts";
import { type UnitVisit, unitRoute } from "../http/unit-route.ts";
import { HandOver } from "../requests.ts";
import { isIn, mayHaveCase } from "../unit-people.ts";
import type { Caseloads, HandedOver } from "../wire-of-units.ts";

export const handOverRoutes: readonly Route[] = [
  unitRoute("GET /api/units/:unit/caseloads", viewCaseloads),
  unitRoute("POST /api/units/:unit/hand-over", handOver),
];

/** How many open cases each has: all that is told per worker, since there they are to be handed over. */
async function viewCaseloads({ tx, actor, unit, log }: UnitVisit): Promise<Response> {
  const loads = await tx.cases.caseloads(unit.id, actor.account);
  const accounts = await tx.accounts.list();
  // Whoever has left may still have cases: they are the first to be handed over.
  const people = accounts.filter((each) => isIn(each, "caseWorker", unit.id) || loads.has(each.id));
  log("caseloads.viewed");
  const body: Caseloads = {
    unassigned: loads.get(null) ?? 0,
    people: inSwedishOrder(
      people.map(({ id, displayName }) => ({
        account: id,
        name: displayName,
        openCases: loads.get(id) ?? 0,
      })),
    ),
  };
  return Response.json(body);
}

async function handOver(visit: UnitVisit): Promise<Response> {
  const { context, tx, actor, unit } = visit;
  const body = await readBody(context, HandOver);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { from, to, reason } = body.value;
  const problems = [
    ...checkReason(reason),
    ...((await mayHaveCase(tx, to, unit.id)) ? [] : [problem("not-a-worker-there", "to")]),
  ];
  if (problems.length > 0) return refusalOf(problems);
  const open = await tx.cases.openForUpdate(unit.id, from, actor.account);
  return onlyOnce(
    visit,
    body.value,
    String(open.length),
    () => handOverAll(visit, open, to, reason),
    async (count) => Response.json({ handedOver: Number(count) } satisfies HandedOver),
  );
}

/** All or none: where one cannot go to her, the manager is told which, and nothing has changed. */
async function handOverAll(
  visit: UnitVisit,
  open: Awaited<ReturnType<Visit["tx"]["cases"]["openForUpdate"]>>,
  to: AccountId | null,
  reason: string,
): Promise<CarriedOut> {
  const { tx, actor, at, log } = visit;
  const deciding = { by: actor.account, at, reason };
  const decisions = open.map((record) => ({
    record,
    decision: decideAssign(record, to, deciding),
  }));
  const problems = decisions.flatMap(({ decision }) =>
    decision.kind === "refused" ? decision.problems : [],
  );
  if (problems.length > 0) return { kind: "refused", response: refusalOf(problems) };

  let handedOver = 0;
  for (const { record, decision } of decisions) {
    if (decision.kind === "refused" || decision.value.changes.length === 0) continue;
    await saveRevision(visit, record, decision.value);
    const details = { revision: decision.value.revision };
    tx.audit.append({
      at,
      account: actor.account,
      action: "case.assigned",
      case: record.id,
      details,
    });
    handedOver++;
  }
  log("cases.handed-over", { cases: handedOver });
  return { kind: "done", response: Response.json({ handedOver } satisfies HandedOver) };
}
