import { z } from "zod";
import { unitsOf } from "#access";
import { caseId, problem, randomId } from "#kernel";
import { decideCorrectStart, decideStart, newCaseCode, openRecord } from "#registration";
import type { Unit } from "#store";
import { viewHistory } from "../case-history.ts";
import { viewCase } from "../case-view.ts";
import { approachCase } from "../http/approach-case.ts";
import { caseDecision } from "../http/case-decision.ts";
import { caseRoute } from "../http/case-route.ts";
import { type CarriedOut, onlyOnce } from "../http/only-once.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import { checkPreviousIsClosed } from "../previous-case.ts";
import { CorrectStart, StartCase } from "../requests.ts";
import type { CaseList } from "../wire.ts";

/** Lines on one page of the list. */
const pageSize = 50;

const ListQuery = z.object({
  text: z.string().max(20).default(""),
  state: z.enum(["open", "closed", "voided", "all"]).default("open"),
  assignee: z.literal("none").optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

export const caseRoutes: readonly Route[] = [
  signedInRoute("GET /api/cases", listCases),
  signedInRoute("POST /api/cases", startCase),
  caseRoute("GET /api/cases/:code", async (visit) => {
    visit.log("case.read");
    return Response.json(await viewCase(visit, visit.record));
  }),
  caseRoute("GET /api/cases/:code/history", async (visit) => {
    visit.log("case.history-read");
    return Response.json(await viewHistory(visit));
  }),
  caseDecision(
    "PUT /api/cases/:code/start",
    "case.start-corrected",
    CorrectStart,
    ({ record }, { startedOn }, deciding) => decideCorrectStart(record, startedOn, deciding),
  ),
];

async function listCases({ context, tx, actor, at }: Visit): Promise<Response> {
  const query = ListQuery.safeParse(context.req.query());
  if (!query.success) return refusal(problem("malformed-request", "query"));
  const { text, state, assignee, from } = query.data;
  const units = unitsOf(actor, ["caseWorker", "unitManager"]);
  const found = await tx.cases.list({
    viewer: actor.account,
    // Those that wait for somebody are the owner's to hand out.
    ...(units === "all" ? {} : assignee ? { owners: units } : { units }),
    ...(assignee ? { unassigned: true } : {}),
    ...(state === "all" ? {} : { state }),
    text,
    from,
    limit: pageSize,
  });
  const names = await tx.accounts.names();
  const unitNames = new Map((await tx.units.list()).map((unit) => [unit.id, unit.name]));
  const details = { state, from, shown: found.cases.length };
  tx.audit.append({ at, account: actor.account, action: "cases.listed", details });
  const body: CaseList = {
    total: found.total,
    isMore: found.isMore,
    cases: found.cases.map((line) => ({
      code: line.code,
      state: line.state,
      startedOn: line.startedOn,
      birthYear: line.birthYear,
      lastStepAt: line.lastStepAt,
      completed: z.array(z.string()).parse(Object.keys(line.completed)) as CompletedPhases,
      assignee: line.assignee && nameIn(names, line.assignee),
      unit: unitNames.get(line.unit) ?? "",
      sharedWith: line.sharedWith && (unitNames.get(line.sharedWith.unit) ?? ""),
      isRestricted: line.isRestricted,
      isVoided: line.isVoided,
      mine: [line.assignee, line.sharedWith?.assignee].includes(actor.account),
    })),
  };
  return Response.json(body);
}
type CompletedPhases = CaseList["cases"][number]["completed"];

async function startCase(visit: Visit): Promise<Response> {
  const { context, tx, actor } = visit;
  const body = await readBody(context, StartCase);
  if (body.kind === "refused") return refusalOf(body.problems);
  const units = unitsOf(actor, ["caseWorker"]);
  if (units !== "all" && !units.includes(body.value.unit)) return notFound();
  const unit = await tx.units.find(body.value.unit);
  if (!unit) return notFound();
  const code = await unusedCode(visit);
  return onlyOnce(
    visit,
    body.value,
    code,
    () => start({ ...visit, unit }, code, body.value),
    (startedCode) => startedBefore(visit, startedCode),
  );
}

/** By now it may be somebody else's: it is opened as by its address, and the reading is logged. */
async function startedBefore(visit: Visit, startedCode: string): Promise<Response> {
  const { tx, actor, at } = visit;
  const key = "GET /api/cases/:code";
  const { record, unit, verdict } = await approachCase(visit, key, startedCode, false);
  const isAllowed = record !== undefined && verdict === "allowed";
  tx.audit.append({
    at,
    account: actor.account,
    action: isAllowed ? "case.read" : "case.refused",
    case: record?.id ?? null,
    ...(isAllowed ? {} : { details: { route: "POST /api/cases", code: startedCode } }),
  });
  if (!isAllowed) return notFound();
  return Response.json(await viewCase({ ...visit, unit }, record), { status: 201 });
}

async function start(
  visit: Visit & { readonly unit: Unit },
  code: string,
  command: z.infer<typeof StartCase>,
): Promise<CarriedOut> {
  const { services, tx, actor, at, unit } = visit;
  const { startedOn, servedMunicipality: to, isAnonymous, previousCode } = command;
  const own = actor.municipality;
  const decision = decideStart(
    {
      startedOn,
      assignee: actor.account,
      ...(to === undefined ? {} : { served: { to, own, serves: unit.serves ?? [] } }),
      ...(isAnonymous === undefined ? {} : { isAnonymous }),
      ...(previousCode === undefined ? {} : { previousCode }),
    },
    { by: actor.account, at },
  );
  if (decision.kind === "refused") {
    return { kind: "refused", response: refusalOf(decision.problems) };
  }
  const problems = await checkPreviousIsClosed(visit, previousCode);
  if (problems.length > 0) return { kind: "refused", response: refusalOf(problems) };
  const identity = {
    municipality: actor.municipality,
    id: caseId(randomId(services.randomness)),
    code,
    unit: command.unit,
    codebook: services.codebooks.of(actor.municipality).id,
  };
  const record = openRecord(identity, decision.value);
  await tx.cases.insert(record, decision.value, { birthYear: null });
  tx.audit.append({ at, account: actor.account, action: "case.started", case: record.id });
  const response = Response.json(await viewCase(visit, record), { status: 201 });
  return { kind: "done", response };
}

/** Among 25 million codes a collision is rare; the unique key would refuse it, so look first. */
async function unusedCode({ services, tx }: Visit): Promise<string> {
  for (;;) {
    const code = newCaseCode(services.randomness);
    if (!(await tx.cases.isCodeTaken(code))) return code;
  }
}
