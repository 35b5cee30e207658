import { deliveryDue } from "../delivering/delivery-due.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import { openRegistrationSessions } from "../open-registration-sessions.ts";
import { pauseOf } from "../pause.ts";
import { todoOf } from "../todo/todo-of.ts";
import { type UnitsVisit, unitsReachedWith } from "../units-reached.ts";
import type { StartView, UnitFigures } from "../wire.ts";
import type { UnitQuality } from "../wire-of-units.ts";

export const startRoutes: readonly Route[] = [
  signedInRoute("GET /api/start", async (asked) => {
    const visit = { ...asked, units: await asked.tx.units.list() };
    const known = {
      ...(await todoOf(visit)),
      sessions: await openRegistrationSessions(visit),
      figures: await figuresOf(visit),
      quality: await qualityOf(visit),
      delivery: await deliveryDue(visit),
    };
    const body: StartView = { ...known, pause: await pauseOf(visit, known) };
    return Response.json(body);
  }),
];

/** «Er bild just nu»: exact figures, so only for those who may open the unit's cases. */
async function figuresOf(visit: UnitsVisit): Promise<UnitFigures | null> {
  const [unit] = unitsReachedWith(visit, "caseWorker", "unitManager");
  return unit ? inBrief(await visit.services.figures.of(visit, unit)) : null;
}

/** Units on Start; whoever leads more of them finds the others on «Registreringsläget». */
const mostUnits = 3;

/** The state of registration, for those who keep it going. */
async function qualityOf(visit: UnitsVisit): Promise<readonly UnitQuality[]> {
  const { services, tx, actor, at } = visit;
  const units = unitsReachedWith(visit, "coordinator", "unitManager");
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
