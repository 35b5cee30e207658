import { holdsRole, unitsOf } from "#access";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { todoOf } from "../todo.ts";
import type { StartView, UnitFigures } from "../wire.ts";

export const startRoutes: readonly Route[] = [
  signedInRoute("GET /api/start", async (visit) => {
    const body: StartView = { todo: await todoOf(visit), figures: await figuresOf(visit) };
    return Response.json(body);
  }),
];

/** «Er bild just nu»: exact figures, so only for those who may open the unit's cases. */
async function figuresOf(visit: Visit): Promise<UnitFigures | null> {
  const { services, tx, actor, at } = visit;
  const roles = ["caseWorker", "unitManager"] as const;
  if (!holdsRole(actor, roles)) return null;
  const held = unitsOf(actor, roles);
  const [first] = held === "all" ? (await tx.units.list()).map(({ id }) => id) : held;
  const unit = first && (await tx.units.find(first));
  if (!unit) return null;
  const figures = await services.figures.of(visit, unit);
  const details = { unit: unit.id, codebook: figures.codebook, cases: figures.cases };
  tx.audit.append({ at, account: actor.account, action: "figures.viewed", details });
  return inBrief(figures);
}

/** Start shows a few numbers: the pictures and the variables stand on the figures' own page. */
function inBrief(figures: UnitFigures): UnitFigures {
  const indicators = figures.indicators.map((figure) => ({ ...figure, picture: null, rows: [] }));
  return { ...figures, indicators, variables: [] };
}
