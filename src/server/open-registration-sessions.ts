import { holdsRole, unitsOf } from "#access";
import type { Visit } from "./http/route.ts";
import type { StartView } from "./wire.ts";

/** The registration sessions that are going on in the asker's units: one line each on Start. */
export async function openRegistrationSessions({
  tx,
  actor,
}: Pick<Visit, "tx" | "actor">): Promise<StartView["sessions"]> {
  const roles = ["caseWorker", "coordinator", "unitManager"] as const;
  if (!holdsRole(actor, roles)) return [];
  const held = unitsOf(actor, roles);
  const open = await tx.registrationSessions.open(held === "all" ? undefined : held);
  const units = new Map((await tx.units.list()).map(({ id, name }) => [id, name]));
  return open.map(({ id, name, unit }) => ({
    id,
    name,
    unit: { id: unit, name: units.get(unit) ?? "" },
  }));
}
