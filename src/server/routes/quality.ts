import type { Route } from "../http/route.ts";
import { unitRoute } from "../http/unit-route.ts";

export const qualityRoutes: readonly Route[] = [
  // The state of cases and no values; logged, since it names cases by their codes.
  unitRoute("GET /api/units/:unit/quality", async (visit) => {
    const quality = await visit.services.quality.of(visit, visit.unit);
    visit.log("quality.viewed");
    return Response.json(quality);
  }),
];
