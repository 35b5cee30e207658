import { holdsRole, unitsOf } from "#access";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { openRegistrationSessions } from "../open-registration-sessions.ts";
import { pauseOf } from "../pause.ts";
import { todoOf } from "../todo/todo-of.ts";
import type { StartView, UnitFigures } from "../wire.ts";
import type { UnitQuality } from "../wire-of-units.ts";

export const startRoutes: readonly Route[] = [
  signedInRoute("GET /api/start", async (visit) => {
    const known = {
      ...(await todoOf(visit)),
      sessions: await openRegistrationSessions(visit),
      figures: await figuresOf(visit),
      quality: await qualityOf(visit),
    };
    const body: StartView = { ...known, pause: await pauseOf(visit, known) };
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

/** Units on Start; whoever leads more of them finds the others on «Registreringsläget». */
const mostUnits = 3;

/** The state of registration, for those who keep it going. */
async function qualityOf(visit: Visit): Promise<readonly UnitQuality[]> {
  const { services, tx, actor, at } = visit;
  const roles = ["coordinator", "unitManager"] as const;
  if (!holdsRole(actor, roles)) return [];
  const held = unitsOf(actor, roles);
  const units = (await tx.units.list()).filter(({ id }) => held === "all" || held.includes(id));
  const told: UnitQuality[] = [];
  for (const unit of units.slice(0, mostUnits)) {
    told.push(await services.quality.of(visit, unit));
    const details = { unit: unit.id };
    tx.audit.append({ at, account: actor.account, action: "quality.viewed", details });
  }
  return told;
}

/** Start shows a few numbers: the pictures and the variables stand on the figures' own page. */
function inBrief(figures: UnitFigures): UnitFigures {
  const indicators = figures.indicators.map((figure) => ({ ...figure, picture: null, rows: [] }));
  return { ...figures, indicators, variables: [] };
}
