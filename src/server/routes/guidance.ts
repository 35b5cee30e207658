import { checkText, unitId } from "#kernel";
import { notFound, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { WriteGuidance } from "../requests.ts";
import type { UnitGuidance } from "../wire-of-units.ts";

/** Characters: what can be read beside a question. */
const longest = 1000;

/** As codebooks write them. Not looked up: a municipality's own questions have concepts too. */
const conceptForm = /^[a-z][A-Za-z0-9]{0,99}$/;

/** «Så gör vi hos oss»: about the work and never about a person, so reading it is not logged. */
export const guidanceRoutes: readonly Route[] = [
  signedInRoute("GET /api/units/:unit/guidance", async (visit) => {
    const unit = await findUnit(visit);
    return unit ? Response.json(await guidanceOf(visit, unit.id)) : notFound();
  }),

  signedInRoute("PUT /api/units/:unit/guidance/:concept", async (visit) => {
    const { context, tx, actor, at } = visit;
    const body = await readBody(context, WriteGuidance);
    if (body.kind === "refused") return refusalOf(body.problems);
    const concept = context.req.param("concept") ?? "";
    const unit = await findUnit(visit);
    if (!unit || !conceptForm.test(concept)) return notFound();
    const text = body.value.guidance.trim();
    const problems = checkText(text, "guidance", longest);
    if (problems.length > 0) return refusalOf(problems);

    if (text === "") await tx.unitGuidance.remove(unit.id, concept);
    else await tx.unitGuidance.set({ unit: unit.id, concept, text, by: actor.account, at });
    const action = text === "" ? "guidance.removed" : "guidance.written";
    const details = { unit: unit.id, concept };
    tx.audit.append({ at, account: actor.account, action, details });
    return Response.json(await guidanceOf(visit, unit.id));
  }),
];

function findUnit({ context, tx }: Visit) {
  return tx.units.find(unitId(context.req.param("unit") ?? ""));
}

async function guidanceOf({ tx }: Visit, unit: ReturnType<typeof unitId>): Promise<UnitGuidance> {
  const names = await tx.accounts.names();
  const written = await tx.unitGuidance.list(unit);
  return {
    guidance: written.map(({ by, ...each }) => ({ ...each, by: names.get(by) ?? "okänd" })),
  };
}
