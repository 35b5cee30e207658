import { problem, randomId, unitId } from "#kernel";
import type { Unit } from "#store";
import { notFound, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { addressedUnit, type Route, signedInRoute, type Visit } from "../http/route.ts";
import { checkName, tidyName } from "../people/check-person.ts";
import { unitsInView } from "../people/unit-view.ts";
import { WriteUnit } from "../requests-of-people.ts";
import type { UnitsView } from "../wire-of-people.ts";

/** The units, and how each works. None is taken away: its cases are counted for as long as they are kept. */
export const unitRoutes: readonly Route[] = [
  signedInRoute("GET /api/units", tellUnits),
  signedInRoute("POST /api/units", (visit) =>
    writeUnit(visit, unitId(randomId(visit.services.randomness)), "unit.added"),
  ),
  signedInRoute("PUT /api/units/:unit", async (visit) => {
    const unit = await visit.tx.units.find(addressedUnit(visit.context));
    return unit ? writeUnit(visit, unit.id, "unit.changed") : notFound();
  }),
];

async function tellUnits({ tx }: Visit): Promise<Response> {
  const body: UnitsView = { units: await unitsInView(tx) };
  return Response.json(body);
}

async function writeUnit(
  visit: Visit,
  id: Unit["id"],
  action: "unit.added" | "unit.changed",
): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, WriteUnit);
  if (body.kind === "refused") return refusalOf(body.problems);
  const name = tidyName(body.value.name);
  await tx.people.lock();
  const others = (await tx.units.list()).filter((unit) => unit.id !== id);
  const isTaken = others.some((unit) => unit.name.toLowerCase() === name.toLowerCase());
  const problems = [
    ...checkName(name, "name"),
    ...(isTaken ? [problem("unit-name-taken", "name", { name })] : []),
  ];
  if (problems.length > 0) return refusalOf(problems);

  const { kind, isOpenToColleagues } = body.value;
  const serves = [...new Set(body.value.serves)].filter((code) => code !== actor.municipality);
  const unit: Unit = { id, name, kind, isOpenToColleagues, serves };
  if (action === "unit.added") await tx.units.insert(unit);
  else await tx.units.update(unit);
  // What decides who may read what stands in the log; the name tells nobody anything there.
  const details = { unit: id, work: kind, open: isOpenToColleagues };
  tx.audit.append({ at, account: actor.account, action, details });
  return tellUnits(visit);
}
