import type { Route } from "../http/route.ts";
import { unitRoute } from "../http/unit-route.ts";

export const figureRoutes: readonly Route[] = [
  // Exact figures: signed in, never stored by the browser, every view logged by the book.
  unitRoute("GET /api/units/:unit/figures", async (visit) =>
    Response.json(await visit.services.figures.of(visit, visit.unit)),
  ),
];
