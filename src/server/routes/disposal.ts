import { holdsRoleInUnit } from "#access";
import { checkReason, type JsonValue, type Problem, problem } from "#kernel";
import { parseCaseCode } from "#registration";
import type { DisposalRule } from "#store";
import { checkDecided } from "../delivering/check-agreement.ts";
import { viewDisposal, viewPreview, viewProtocol } from "../disposing/disposal-view.ts";
import { dueList } from "../disposing/due-list.ts";
import { executeDisposal } from "../disposing/execute-disposal.ts";
import { coversAll } from "../disposing/whole-municipality.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type LongVisit, longRoute, type Route, signedInRoute, type Visit } from "../http/route.ts";
import { Reason } from "../requests.ts";
import { ExecuteDisposal, ProposeDisposal, SetDisposalRule } from "../requests-of-disposal.ts";

/** What is taken away when its time has come: by a rule, looked at first, and told in a protocol. */
export const disposalRoutes: readonly Route[] = [
  signedInRoute("GET /api/disposal", async (visit) => Response.json(await viewDisposal(visit))),
  signedInRoute("PUT /api/disposal/rule", setRule),
  signedInRoute("GET /api/disposal/preview", preview),
  signedInRoute("PUT /api/disposal/holds/:code", hold),
  signedInRoute("DELETE /api/disposal/holds/:code", release),
  signedInRoute("POST /api/disposal/proposals", propose),
  signedInRoute("DELETE /api/disposal/proposals/:number", withdraw),
  longRoute("POST /api/disposal/executions", execute),
  signedInRoute("GET /api/disposal/protocols/:number", protocol),
];

async function setRule(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, SetDisposalRule);
  if (body.kind === "refused") return refusalOf(body.problems);
  if (!(await actsForAll(visit))) return refusal(problem("disposal-needs-all-units"));
  const { years, ...decided } = body.value;
  const wrong = [...checkYears(years), ...checkDecided(decided, at)];
  if (wrong.length > 0) return refusalOf(wrong);
  const [last] = await tx.disposalRules.list();
  const number = (last?.number ?? 0) + 1;
  const rule = { number, years, ...decided, by: actor.account, at };
  if (!last || !isSameRule(last, rule)) {
    if (!(await tx.disposalRules.set(rule))) return refusal(problem("disposal-changed"));
    log(visit, "disposal.rule-set", { rule: number, years });
  }
  return Response.json(await viewDisposal(visit));
}

function checkYears(years: number): readonly Problem[] {
  const isWhole = Number.isInteger(years) && years >= 1 && years <= 20;
  return isWhole ? [] : [problem("disposal-rule-years", "years")];
}

/** The same once more, after a lost answer, is no new rule. */
function isSameRule(one: DisposalRule, other: DisposalRule): boolean {
  const told = ({ years, decidedBy, decidedOn, reference }: DisposalRule) =>
    JSON.stringify([years, decidedBy, decidedOn, reference]);
  return told(one) === told(other);
}

async function preview(visit: Visit): Promise<Response> {
  if (!(await actsForAll(visit))) return refusal(problem("disposal-needs-all-units"));
  const [rule] = await visit.tx.disposalRules.list();
  if (!rule) return refusal(problem("disposal-rule-missing"));
  const found = await viewPreview(visit, rule);
  log(visit, "disposal.previewed", { cases: found.total });
  return Response.json(found);
}

async function hold(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const record = await ledCase(visit);
  if (!record) return notFound();
  const body = await readBody(context, Reason);
  if (body.kind === "refused") return refusalOf(body.problems);
  const reason = body.value.reason.trim();
  const wrong = checkReason(reason);
  if (wrong.length > 0) return refusalOf(wrong);
  await tx.disposalRules.hold({ case: record.id, reason, by: actor.account, at });
  tx.audit.append({ at, account: actor.account, action: "case.held", case: record.id });
  return Response.json(await viewDisposal(visit));
}

async function release(visit: Visit): Promise<Response> {
  const { tx, actor, at } = visit;
  const record = await ledCase(visit);
  if (!record) return notFound();
  if (await tx.disposalRules.release(record.id)) {
    tx.audit.append({ at, account: actor.account, action: "case.hold-lifted", case: record.id });
  }
  return Response.json(await viewDisposal(visit));
}

/** Of a unit that she leads or coordinates, and hers to see; what is not is told as what does not exist. */
async function ledCase(visit: Visit) {
  const { context, tx, actor, at } = visit;
  const written = context.req.param("code") ?? "";
  const code = parseCaseCode(written) ?? "";
  const record = await tx.cases.findForUpdate(code);
  const isLed =
    record !== undefined &&
    holdsRoleInUnit(actor, ["coordinator", "unitManager"], record.unit) &&
    (record.readers === null || record.readers.includes(actor.account));
  if (isLed) return record;
  const details = { route: "PUT /api/disposal/holds/:code", code };
  const line = { at, account: actor.account, action: "case.refused", case: record?.id ?? null };
  tx.audit.append({ ...line, details });
  return undefined;
}

async function propose(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, ProposeDisposal);
  if (body.kind === "refused") return refusalOf(body.problems);
  if (!(await actsForAll(visit))) return refusal(problem("disposal-needs-all-units"));
  const [rule] = await tx.disposalRules.list();
  if (!rule) return refusal(problem("disposal-rule-missing"));
  const list = await dueList(tx, rule, at);
  if (list.due.length === 0) return refusal(problem("disposal-nothing-due"));
  if (list.sha256 !== body.value.listSha256) return refusal(problem("disposal-changed"));
  const number = ((await tx.disposals.list())[0]?.number ?? 0) + 1;
  const isProposed = await tx.disposals.propose({
    number,
    rule: rule.number,
    cases: list.due.length,
    listSha256: list.sha256,
    proposedBy: actor.account,
    proposedAt: at,
  });
  if (!isProposed) return refusal(problem("disposal-open"));
  log(visit, "disposal.proposed", { disposal: number, cases: list.due.length });
  return Response.json(await viewDisposal(visit));
}

async function withdraw(visit: Visit): Promise<Response> {
  const { tx, at } = visit;
  if (!(await actsForAll(visit))) return refusal(problem("disposal-needs-all-units"));
  const found = await tx.disposals.findForUpdate(addressed(visit));
  if (!found || found.executedAt !== null) return refusal(problem("disposal-unknown"));
  if (found.withdrawnAt === null) {
    await tx.disposals.withdraw(found.number, at);
    log(visit, "disposal.withdrawn", { disposal: found.number });
  }
  return Response.json(await viewDisposal(visit));
}

async function execute(visit: LongVisit): Promise<Response> {
  const body = await readBody(visit.context, ExecuteDisposal);
  if (body.kind === "refused") return refusalOf(body.problems);
  const executed = await executeDisposal(visit, body.value);
  if (executed.kind === "refused") return refusalOf(executed.problems);
  const { services, actor } = visit;
  return services.store.within(actor.municipality, async (tx) =>
    Response.json(await viewProtocol({ tx, actor }, executed.value)),
  );
}

async function protocol(visit: Visit): Promise<Response> {
  if (!(await actsForAll(visit))) return refusal(problem("disposal-needs-all-units"));
  const found = await visit.tx.disposals.find(addressed(visit));
  const view = found && (await viewProtocol(visit, found));
  if (!found || !view) return notFound();
  log(visit, "disposal.protocol-read", { disposal: found.number });
  return Response.json(view);
}

async function actsForAll({ tx, actor }: Visit): Promise<boolean> {
  return coversAll(actor, await tx.units.list());
}

/** What is no number is a disposal that is not there. */
function addressed({ context }: Visit): number {
  const written = context.req.param("number") ?? "";
  return /^\d{1,9}$/.test(written) ? Number(written) : 0;
}

function log(
  { tx, actor, at }: Visit,
  action: string,
  details: { readonly [name: string]: JsonValue },
): void {
  tx.audit.append({ at, account: actor.account, action, details });
}
