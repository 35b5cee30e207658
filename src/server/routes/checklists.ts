import { holdsRoleInUnit, policy } from "#access";
import { checkText, problem, swedishTime } from "#kernel";
import { checklistSteps } from "#screening";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import { inUnit, type UnitVisit, unitRoute } from "../http/unit-route.ts";
import { nameIn } from "../name-in.ts";
import { SaveChecklist } from "../requests-of-screening.ts";
import type { ChecklistView } from "../wire-of-screening.ts";

const longest = { steps: 5_000, contacts: 2_000 } as const;

/** «När våld upptäcks»: about the work and never about a person, so reading it is not logged. */
export const checklistRoutes: readonly Route[] = [
  unitRoute("GET /api/units/:unit/checklist", tell),
  signedInRoute("PUT /api/units/:unit/checklist", (visit) => inUnit(visit, save)),
];

async function tell({ tx, actor, unit }: UnitVisit): Promise<Response> {
  const own = await tx.screening.checklist(unit.id);
  const { roles } = policy["PUT /api/units/:unit/checklist"];
  const isOwn = own !== undefined && own.steps !== "";
  const body: ChecklistView = {
    unit: { id: unit.id, name: unit.name },
    revision: own?.revision ?? 0,
    steps: isOwn ? own.steps : checklistSteps.join("\n"),
    contacts: own?.contacts ?? "",
    isOwn,
    mayChange: holdsRoleInUnit(actor, roles, unit.id),
  };
  return Response.json(body);
}

/** Without steps the unit goes back to ours. */
async function save(visit: UnitVisit): Promise<Response> {
  const { context, tx, actor, at, unit, log } = visit;
  const body = await readBody(context, SaveChecklist);
  if (body.kind === "refused") return refusalOf(body.problems);
  const [steps, contacts] = [body.value.steps.trim(), body.value.contacts.trim()];
  const problems = [
    ...checkText(steps, "steps", longest.steps),
    ...checkText(contacts, "contacts", longest.contacts),
  ];
  if (problems.length > 0) return refusalOf(problems);
  const revision = body.value.revision + 1;
  const checklist = { unit: unit.id, revision, steps, contacts, by: actor.account, at };
  if ((await tx.screening.saveChecklist(checklist)) === "changed") {
    const now = await tx.screening.checklist(unit.id);
    if (!now) return refusal(problem("malformed-request", "revision"));
    const isAgain =
      now.revision === revision &&
      now.by === actor.account &&
      now.steps === steps &&
      now.contacts === contacts;
    // Sent once more after a lost answer.
    if (isAgain) return tell(visit);
    const by = nameIn(await tx.accounts.names(), now.by);
    const details = { by, time: swedishTime(now.at) };
    return refusal(problem("checklist-changed-meanwhile", undefined, details));
  }
  log("checklist.written");
  return tell(visit);
}
