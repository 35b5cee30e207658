import { type Route, signedInRoute } from "../http/route.ts";
import type { NationView } from "../wire.ts";

const nothingYet: NationView = { nation: null };

export const nationRoutes: readonly Route[] = [
  // A publication is made to be looked at, tells of no case, and is the same for everybody: nobody's
  // looking needs to be logged, and each language is written once.
  signedInRoute("GET /api/nation", ({ services }) => {
    const body = services.release?.inSwedish ?? JSON.stringify(nothingYet);
    return new Response(body, { headers: { "Content-Type": "application/json" } });
  }),
];
