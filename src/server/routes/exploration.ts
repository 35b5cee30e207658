import { askedQuestion } from "../exploration/asked-question.ts";
import { findSet, setsFor } from "../exploration/explored-sets.ts";
import { publishedView } from "../exploration/published-view.ts";
import { unitView } from "../exploration/unit-view.ts";
import { notFound, refusalOf } from "../http/refusal.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { unitRoute } from "../http/unit-route.ts";
import { tableFile } from "../table-file.ts";
import type { ExplorationView } from "../wire-of-exploration.ts";

export const explorationRoutes: readonly Route[] = [
  // Exact figures: signed in, never stored by the browser, every view logged by the book.
  unitRoute("GET /api/units/:unit/exploration", async (visit) =>
    Response.json(await unitView(visit, askedQuestion(visit.context), await setsFor(visit))),
  ),
  // Parts of what is published or frozen already, by protected tables alone: looking is not logged.
  signedInRoute("GET /api/published/exploration", (visit) =>
    explorePublished(visit, (view) => Response.json(view)),
  ),
  // To take a table away is.
  signedInRoute("GET /api/published/exploration/table", (visit) =>
    explorePublished(visit, ({ answer, chosen: { set, show, by, group } }) =>
      tableFile(visit, answer?.panels ?? [], { of: set, show, by, group }),
    ),
  ),
];

async function explorePublished(
  visit: Visit,
  answer: (view: ExplorationView<"safe">) => Response,
): Promise<Response> {
  const { context, services } = visit;
  const sets = await setsFor(visit);
  const frozen = sets.flatMap(({ choices }) => choices).map(({ id }) => id);
  const first = frozen.find((id) => !id.startsWith("unit:"));
  const set = await findSet(visit, context.req.query("set")?.slice(0, 100) || first || "");
  if (!set) return notFound();
  if (set.kind === "refused") return refusalOf(set.problems);
  const asked = askedQuestion(context);
  return answer(publishedView(set.value, asked, sets, (id) => services.codebooks.get(id)));
}
