import { type CaseRecord, parseCaseCode } from "#registration";
import { caseRoute } from "../http/case-route.ts";
import { refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import { inUnit, type UnitVisit, unitRoute } from "../http/unit-route.ts";
import { lookAlikesIn, lookAlikesOf } from "../look-alike-pairs.ts";
import { DismissLookAlikes } from "../requests.ts";
import type { CaseLookAlikes } from "../wire.ts";
import type { LookAlikes } from "../wire-of-units.ts";

/** Two cases that may be one person's: a hint in codes alone, since nobody here knows who anybody is. */
export const lookAlikeRoutes: readonly Route[] = [
  unitRoute("GET /api/units/:unit/look-alikes", tellPairs),

  signedInRoute("POST /api/units/:unit/look-alikes/dismissal", async (visit) => {
    const body = await readBody(visit.context, DismissLookAlikes);
    if (body.kind === "refused") return refusalOf(body.problems);
    return inUnit(visit, (there) => dismiss(there, body.value.codes));
  }),

  caseRoute("GET /api/cases/:code/look-alikes", async (visit) => {
    visit.log("look-alikes.viewed");
    const alike = await lookAlikesOf(visit, visit.record);
    const body: CaseLookAlikes = { codes: alike.map(({ code }) => code) };
    return Response.json(body);
  }),
];

async function dismiss(
  visit: UnitVisit,
  [first, second]: readonly [string, string],
): Promise<Response> {
  const { tx, actor, at } = visit;
  const one = await findCase(visit, first);
  const other = await findCase(visit, second);
  // Cases that she may not know of are answered as those that are no pair any more.
  const isPair = one !== undefined && other !== undefined && one.id !== other.id;
  if (isPair && (await tx.lookAlikes.dismiss(one.id, other.id, { by: actor.account, at }))) {
    for (const { id } of [one, other]) {
      tx.audit.append({ at, account: actor.account, action: "look-alike.dismissed", case: id });
    }
  }
  return tellPairs(visit);
}

/** A case of the unit that the asker may know of; others are as if they were not there. */
async function findCase(
  { tx, actor, unit }: UnitVisit,
  written: string,
): Promise<CaseRecord | undefined> {
  const record = await tx.cases.find(parseCaseCode(written) ?? "");
  const isTheirs = record !== undefined && record.unit === unit.id && !record.voided;
  const mayKnow = !record?.readers || record.readers.includes(actor.account);
  return isTheirs && mayKnow ? record : undefined;
}

async function tellPairs(visit: UnitVisit): Promise<Response> {
  const pairs = await lookAlikesIn(visit, visit.unit.id);
  visit.log("look-alikes.viewed");
  const body: LookAlikes = {
    pairs: pairs.map(([one, other]) => ({ codes: [one.code, other.code] })),
  };
  return Response.json(body);
}
