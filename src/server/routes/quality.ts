import { unitId } from "#kernel";
import { notFound } from "../http/refusal.ts";
import { type Route, signedInRoute } from "../http/route.ts";

export const qualityRoutes: readonly Route[] = [
  // The state of cases and no values; logged, since it names cases by their codes.
  signedInRoute("GET /api/units/:unit/quality", async (visit) => {
    const { context, services, tx, actor, at } = visit;
    const unit = await tx.units.find(unitId(context.req.param("unit") ?? ""));
    if (!unit) return notFound();
    const quality = await services.quality.of(visit, unit);
    const details = { unit: unit.id };
    tx.audit.append({ at, account: actor.account, action: "quality.viewed", details });
    return Response.json(quality);
  }),
];
