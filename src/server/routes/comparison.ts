import { unitBesideNation } from "#report";
import { notFound } from "../http/refusal.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { type UnitVisit, unitRoute } from "../http/unit-route.ts";
import { comparedIn } from "../published-comparison.ts";
import { tableFile } from "../table-file.ts";
import type { ComparisonView, UnitComparisonView } from "../wire-of-comparison.ts";

const nothingYet: ComparisonView = { published: null };

export const comparisonRoutes: readonly Route[] = [
  // What is published, in another order: nobody's looking needs to be logged.
  signedInRoute("GET /api/comparison", ({ context, actor, services }) => {
    const indicator = context.req.query("indicator") ?? "";
    const body = services.release?.comparisonInSwedish(actor.municipality, indicator);
    const headers = { "Content-Type": "application/json" };
    return new Response(body ?? JSON.stringify(nothingYet), { headers });
  }),
  // Taking a table away is logged, also of what is published.
  signedInRoute("GET /api/comparison/table", comparedTable),
  // Exact: signed in, never stored by the browser, every view logged by the book.
  unitRoute("GET /api/units/:unit/comparison", besideNation),
];

function comparedTable(visit: Visit): Response {
  const { context, actor, services } = visit;
  const told = services.release?.told;
  if (!told) return notFound();
  const { comparison } = comparedIn(told, actor.municipality, context.req.query("indicator") ?? "");
  const { goal, chapters, similar, funnel, chosen } = comparison;
  const panels = [goal, ...chapters.flatMap((chapter) => chapter.panels), similar, funnel];
  const of = { of: "jamfor", round: told.document.round.id, indicator: chosen };
  return tableFile(
    visit,
    panels.filter((panel) => panel !== null),
    of,
  );
}

async function besideNation(visit: UnitVisit): Promise<Response> {
  const { context, services, actor, unit, at } = visit;
  const release = services.release?.told;
  const codebook = services.codebooks.of(actor.municipality);
  // In another codebook the same name may be another question; a municipality's own only adds to it.
  const isSame = (codebook.extends?.codebook ?? codebook.id) === release?.codebook.id;
  if (!release || !isSame) return notFound();
  const shares = release.tables.filter(({ counts, by }) => counts.kind === "share" && by === null);
  const asked = context.req.query("indicator") ?? "";
  const wanted = codebook.indicators.find(({ id, besideChange }) =>
    asked === "" ? besideChange === "goal" : id === asked,
  );
  const nation = shares.find(({ specification }) => specification.id === wanted?.id);
  const own = nation && (await services.figures.table(visit, unit, nation.specification.id));
  if (!own) return notFound();
  const view: UnitComparisonView = {
    unit: { id: unit.id, name: unit.name },
    countedAt: at,
    panel: unitBesideNation(own.table, nation, {
      unit: unit.name,
      codebook,
      language: "sv",
      survey: own.survey,
    }),
  };
  return Response.json(view);
}
