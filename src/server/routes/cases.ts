import { z } from "zod";
import { unitsOf } from "#access";
import { caseId, problem, randomId } from "#kernel";
import { decideCorrectStart, decideStart, newCaseCode, openRecord } from "#registration";
import type { Unit } from "#store";
import { viewCase } from "../case-view.ts";
import { caseDecision } from "../http/case-decision.ts";
import { caseRoute } from "../http/case-route.ts";
import { type CarriedOut, onlyOnce } from "../http/only-once.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { CorrectStart, StartCase } from "../requests.ts";
import type { CaseHistory, CaseList } from "../wire.ts";

/** Lines on one page of the list. */
const pageSize = 50;

const ListQuery = z.object({
  text: z.string().max(20).default(""),
  state: z.enum(["open", "closed", "all"]).default("open"),
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
    const revisions = await visit.tx.cases.history(visit.record.id);
    const names = await visit.tx.accounts.names();
    const body: CaseHistory = {
      revisions: revisions.map(({ revision, at, by, reason, changes }) => ({
        revision,
        at,
        by: names.get(by) ?? "okänd",
        reason: reason ?? null,
        changes,
      })),
    };
    return Response.json(body);
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
  const { text, state, from } = query.data;
  const units = unitsOf(actor, ["caseWorker", "unitManager"]);
  const found = await tx.cases.list({
    ...(units === "all" ? {} : { units }),
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
    cases: found.cases.map((line) => ({
      code: line.code,
      state: line.state,
      startedOn: line.startedOn,
      birthYear: line.birthYear,
      lastStepAt: line.lastStepAt,
      completed: z.array(z.string()).parse(Object.keys(line.completed)) as CompletedPhases,
      assignee: line.assignee && (names.get(line.assignee) ?? "okänd"),
      unit: unitNames.get(line.unit) ?? "",
      mine: line.assignee === actor.account,
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
    async (startedCode) => {
      const started = await tx.cases.find(startedCode);
      if (!started) throw new Error("a start of a case that was carried out left no case");
      return Response.json(await viewCase({ ...visit, unit }, started), { status: 201 });
    },
  );
}

async function start(
  visit: Visit & { readonly unit: Unit },
  code: string,
  command: z.infer<typeof StartCase>,
): Promise<CarriedOut> {
  const { services, tx, actor, at } = visit;
  const decision = decideStart(
    { startedOn: command.startedOn, assignee: actor.account },
    { by: actor.account, at },
  );
  if (decision.kind === "refused") {
    return { kind: "refused", response: refusalOf(decision.problems) };
  }
  const identity = {
    municipality: actor.municipality,
    id: caseId(randomId(services.randomness)),
    code,
    unit: command.unit,
    codebook: services.codebookOf(actor.municipality),
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
