import { notFound } from "../http/refusal.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import type { NationView } from "../wire-of-nation.ts";

const nothingYet: NationView = { nation: null };

// A publication is made to be looked at, tells of no case, and is the same for everybody: nobody's
// looking needs to be logged, and each language is written once.
export const nationRoutes: readonly Route[] = [
  signedInRoute("GET /api/nation", ({ services }) =>
    written(services.release?.inSwedish ?? JSON.stringify(nothingYet)),
  ),
  signedInRoute("GET /api/nation/regions/:region", ({ context, services }) => {
    const body = services.release?.regionInSwedish(context.req.param("region") ?? "");
    return body ? written(body) : notFound();
  }),
];

function written(body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { headers: { "Content-Type": "application/json" } });
}
