import { nationFigures, placeFigures } from "#report";
import { notFound } from "../http/refusal.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { panelsOf } from "../public-site/chapter-page.ts";
import { tableFile } from "../table-file.ts";
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
  // Taking a table away is logged, also of what is published.
  signedInRoute("GET /api/nation/table", nationTable),
  signedInRoute("GET /api/nation/regions/:region/table", regionTable),
];

function nationTable(visit: Visit): Response {
  const told = visit.services.release?.told;
  if (!told) return notFound();
  const chapters = nationFigures(told.tables, told.codebook, "sv");
  return tableFile(visit, chapters.flatMap(panelsOf), {
    of: "riket",
    round: told.document.round.id,
  });
}

function regionTable(visit: Visit): Response {
  const told = visit.services.release?.told;
  const id = visit.context.req.param("region");
  const region = told?.regions.find((each) => each.id === id);
  if (!told || !region) return notFound();
  const chapters = placeFigures(region, told.tables, told.codebook, "sv");
  return tableFile(visit, chapters.flatMap(panelsOf), {
    of: region.id,
    round: told.document.round.id,
  });
}

function written(body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { headers: { "Content-Type": "application/json" } });
}
