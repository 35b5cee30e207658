import { unitId } from "#kernel";
import { notFound } from "../http/refusal.ts";
import { type Route, signedInRoute } from "../http/route.ts";

export const figureRoutes: readonly Route[] = [
  // Exact figures: signed in, never stored by the browser, every view logged.
  signedInRoute("GET /api/units/:unit/figures", async (visit) => {
    const { context, services, tx, actor, at } = visit;
    const unit = await tx.units.find(unitId(context.req.param("unit") ?? ""));
    if (!unit) return notFound();
    const figures = await services.figures.of(visit, unit);
    tx.audit.append({
      at,
      account: actor.account,
      action: "figures.viewed",
      details: { unit: unit.id, codebook: figures.codebook, cases: figures.cases },
    });
    return Response.json(figures);
  }),
];
