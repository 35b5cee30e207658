import { type UnitsVisit, unitsReachedWith } from "./units-reached.ts";
import type { StartView } from "./wire.ts";

/** The registration sessions that are going on in the asker's units: one line each on Start. */
export async function openRegistrationSessions(visit: UnitsVisit): Promise<StartView["sessions"]> {
  const reached = unitsReachedWith(visit, "caseWorker", "coordinator", "unitManager");
  if (reached.length === 0) return [];
  const units = new Map(reached.map(({ id, name }) => [id, name]));
  const open = await visit.tx.registrationSessions.open([...units.keys()]);
  return open.map(({ id, name, unit }) => ({
    id,
    name,
    unit: { id: unit, name: units.get(unit) ?? "" },
  }));
}
