import { parseHalfYear } from "#kernel";
import { findFrozen } from "../frozen-release.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { unitRoute } from "../http/unit-route.ts";
import { localResultsView } from "../local-results-view.ts";
import { tableFile } from "../table-file.ts";
import { unknownGroup } from "../unit-result-book.ts";
import type { LocalResultsView } from "../wire-of-results.ts";

export const resultRoutes: readonly Route[] = [
  // Exact: signed in, never stored by the browser, every view logged by the book.
  unitRoute("GET /api/units/:unit/results", async (visit) => {
    const asked = { period: chosenIn(visit, "period"), group: chosenIn(visit, "group") };
    const told = await visit.services.results.of(visit, visit.unit, asked);
    return told.kind === "refused" ? refusalOf(told.problems) : Response.json(told.value);
  }),
  // Protected figures that tell of no case, made to be looked at: looking is not logged.
  signedInRoute("GET /api/local-releases/:halfYear/results", (visit) =>
    ofRelease(visit, (view) => Response.json(view)),
  ),
  // To take a table away is.
  signedInRoute("GET /api/local-releases/:halfYear/results/table", (visit) =>
    ofRelease(visit, ({ results: { strip, sections }, chosen }) => {
      const panels = [strip, ...sections.flatMap((section) => section.panels)];
      return tableFile(visit, panels, { of: chosen.period ?? "", group: chosen.group });
    }),
  ),
];

async function ofRelease(
  visit: Visit,
  answer: (view: LocalResultsView) => Response,
): Promise<Response> {
  const { context, tx, actor } = visit;
  const halfYear = parseHalfYear(context.req.param("halfYear"));
  const found = halfYear && (await findFrozen(visit, halfYear));
  if (!found) return notFound();
  if (found.kind === "refused") return refusalOf(found.problems);
  const { kept, release, codebook } = found.value;
  const group = chosenIn(visit, "group");
  const others = (await tx.localReleases.list()).map((each) => each.halfYear);
  const name = (await tx.municipality.find())?.name ?? actor.municipality;
  const municipality = { code: actor.municipality, name };
  const view = localResultsView(kept, release, { codebook, municipality, group, others });
  return view ? answer(view) : refusal(unknownGroup(group ?? ""));
}

/** Nothing, and an empty choice, are all; no name of ours is longer. */
function chosenIn({ context }: Pick<Visit, "context">, name: string): string | null {
  return context.req.query(name)?.slice(0, longest) || null;
}

const longest = 100;
