import type { z } from "zod";
import { done, type Outcome, type Problem, swedishTime } from "#kernel";
import type { Deciding, Decision } from "#registration";
import { viewCase } from "../case-view.ts";
import type { CaseRouteKey } from "./approach-case.ts";
import { type CaseVisit, caseRoute } from "./case-route.ts";
import { type CarriedOut, onlyOnce } from "./only-once.ts";
import { refusalOf, refusalWith } from "./refusal.ts";
import { readBody } from "./request-body.ts";
import type { Route } from "./route.ts";

/**
 * A change of a case: enter the case, read the body, decide, save, log — in one transaction, and at
 * most once for each `Idempotency-Key`. Answers with the case as it then stands.
 * @param schema of the body; `null` for requests without one.
 */
export function caseDecision<Schema extends z.ZodType>(
  key: CaseRouteKey,
  action: string,
  schema: Schema | null,
  decide: (
    visit: CaseVisit,
    body: z.infer<Schema>,
    deciding: Deciding,
  ) => Decision | Promise<Decision>,
): Route {
  return caseRoute(key, async (visit) => {
    const body: Outcome<z.infer<Schema>> = schema
      ? await readBody(visit.context, schema)
      : done(undefined as z.infer<Schema>);
    if (body.kind === "refused") return refusalOf(body.problems);
    return onlyOnce(
      visit,
      body.value,
      visit.record.code,
      async () => {
        const decision = await decide(visit, body.value, decidingOf(visit, body.value));
        return carryOut(visit, action, decision);
      },
      async () => {
        visit.log("case.read");
        return Response.json(await viewCase(visit, visit.record));
      },
    );
  });
}

async function carryOut(visit: CaseVisit, action: string, decision: Decision): Promise<CarriedOut> {
  if (decision.kind === "refused") {
    return { kind: "refused", response: await refuse(visit, decision.problems) };
  }
  const revision = decision.value;
  if (revision.changes.length === 0) {
    visit.log("case.read");
    return { kind: "done", response: Response.json(await viewCase(visit, visit.record)) };
  }
  const record = await visit.saveRevision(revision);
  visit.log(action, { revision: revision.revision });
  return { kind: "done", response: Response.json(await viewCase(visit, record)) };
}

/** Where another person was faster, the whole case comes along: the browser shows both answers. */
async function refuse(visit: CaseVisit, problems: readonly Problem[]): Promise<Response> {
  const [first, ...others] = problems;
  if (first?.code !== "changed-meanwhile") return refusalOf(problems);
  visit.log("case.read");
  const current = await viewCase(visit, visit.record);
  const mark = current.marks[first.at ?? ""];
  const told = { ...first.details, by: mark?.by ?? "", time: swedishTime(mark?.at ?? visit.at) };
  return refusalWith(current, { ...first, details: told }, ...others);
}

function decidingOf({ actor, at }: CaseVisit, body: unknown): Deciding {
  const isReasoned = typeof body === "object" && body !== null && "reason" in body;
  const reason = isReasoned && typeof body.reason === "string" ? { reason: body.reason } : {};
  return { by: actor.account, at, ...reason };
}
