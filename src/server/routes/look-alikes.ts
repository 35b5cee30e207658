import { unitId } from "#kernel";
import { type CaseRecord, parseCaseCode } from "#registration";
import type { Unit } from "#store";
import { caseRoute } from "../http/case-route.ts";
import { notFound, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { lookAlikesIn, lookAlikesOf } from "../look-alike-pairs.ts";
import { DismissLookAlikes } from "../requests.ts";
import type { CaseLookAlikes } from "../wire.ts";
import type { LookAlikes } from "../wire-of-units.ts";

/** Two cases that may be one person's: a hint in codes alone, since nobody here knows who anybody is. */
export const lookAlikeRoutes: readonly Route[] = [
  signedInRoute("GET /api/units/:unit/look-alikes", async (visit) => {
    const unit = await findUnit(visit);
    return unit ? tellPairs(visit, unit) : notFound();
  }),

  signedInRoute("POST /api/units/:unit/look-alikes/dismissal", async (visit) => {
    const { context, tx, actor, at } = visit;
    const body = await readBody(context, DismissLookAlikes);
    if (body.kind === "refused") return refusalOf(body.problems);
    const unit = await findUnit(visit);
    if (!unit) return notFound();
    const [first, second] = body.value.codes;
    const one = await findCase(visit, unit, first);
    const other = await findCase(visit, unit, second);
    // Cases that she may not know of are answered as those that are no pair any more.
    const isPair = one !== undefined && other !== undefined && one.id !== other.id;
    if (isPair && (await tx.lookAlikes.dismiss(one.id, other.id, { by: actor.account, at }))) {
      for (const { id } of [one, other]) {
        tx.audit.append({ at, account: actor.account, action: "look-alike.dismissed", case: id });
      }
    }
    return tellPairs(visit, unit);
  }),

  caseRoute("GET /api/cases/:code/look-alikes", async (visit) => {
    visit.log("look-alikes.viewed");
    const alike = await lookAlikesOf(visit, visit.record);
    const body: CaseLookAlikes = { codes: alike.map(({ code }) => code) };
    return Response.json(body);
  }),
];

function findUnit({ context, tx }: Visit): Promise<Unit | undefined> {
  return tx.units.find(unitId(context.req.param("unit") ?? ""));
}

/** A case of the unit that the asker may know of; others are as if they were not there. */
async function findCase(
  { tx, actor }: Visit,
  unit: Unit,
  written: string,
): Promise<CaseRecord | undefined> {
  const record = await tx.cases.find(parseCaseCode(written) ?? "");
  const isTheirs = record !== undefined && record.unit === unit.id && !record.voided;
  const mayKnow = !record?.readers || record.readers.includes(actor.account);
  return isTheirs && mayKnow ? record : undefined;
}

async function tellPairs(visit: Visit, unit: Unit): Promise<Response> {
  const { tx, actor, at } = visit;
  const pairs = await lookAlikesIn(visit, unit.id);
  const details = { unit: unit.id };
  tx.audit.append({ at, account: actor.account, action: "look-alikes.viewed", details });
  const body: LookAlikes = {
    pairs: pairs.map(([one, other]) => ({ codes: [one.code, other.code] })),
  };
  return Response.json(body);
}
