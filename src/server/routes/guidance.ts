import { checkText } from "#kernel";
import { notFound, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import { inUnit, type UnitVisit, unitRoute } from "../http/unit-route.ts";
import { nameIn } from "../name-in.ts";
import { WriteGuidance } from "../requests.ts";
import type { UnitGuidance } from "../wire-of-units.ts";

/** Characters: what can be read beside a question. */
const longest = 1000;

/** As codebooks write them. Not looked up: a municipality's own questions have concepts too. */
const conceptForm = /^[a-z][A-Za-z0-9]{0,99}$/;

/** «Så gör vi hos oss»: about the work and never about a person, so reading it is not logged. */
export const guidanceRoutes: readonly Route[] = [
  unitRoute("GET /api/units/:unit/guidance", tellGuidance),

  signedInRoute("PUT /api/units/:unit/guidance/:concept", async (visit) => {
    const body = await readBody(visit.context, WriteGuidance);
    if (body.kind === "refused") return refusalOf(body.problems);
    return inUnit(visit, (there) => writeGuidance(there, body.value.guidance.trim()));
  }),
];

async function writeGuidance(visit: UnitVisit, text: string): Promise<Response> {
  const { context, tx, actor, at, unit, log } = visit;
  const concept = context.req.param("concept") ?? "";
  if (!conceptForm.test(concept)) return notFound();
  const problems = checkText(text, "guidance", longest);
  if (problems.length > 0) return refusalOf(problems);

  if (text === "") await tx.unitGuidance.remove(unit.id, concept);
  else await tx.unitGuidance.set({ unit: unit.id, concept, text, by: actor.account, at });
  log(text === "" ? "guidance.removed" : "guidance.written", { concept });
  return tellGuidance(visit);
}

async function tellGuidance({ tx, unit }: UnitVisit): Promise<Response> {
  const names = await tx.accounts.names();
  const written = await tx.unitGuidance.list(unit.id);
  const body: UnitGuidance = {
    guidance: written.map(({ by, ...each }) => ({ ...each, by: nameIn(names, by) })),
  };
  return Response.json(body);
}
