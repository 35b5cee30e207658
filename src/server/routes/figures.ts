import type { Route } from "../http/route.ts";
import { unitRoute } from "../http/unit-route.ts";

export const figureRoutes: readonly Route[] = [
  // Exact figures: signed in, never stored by the browser, every view logged.
  unitRoute("GET /api/units/:unit/figures", async (visit) => {
    const figures = await visit.services.figures.of(visit, visit.unit);
    visit.log("figures.viewed", { codebook: figures.codebook, cases: figures.cases });
    return Response.json(figures);
  }),
];
