import type { Visit } from "./http/route.ts";
import type { SessionView } from "./wire.ts";

export async function viewSession({
  services,
  tx,
  actor,
}: Pick<Visit, "services" | "tx" | "actor">): Promise<SessionView> {
  const municipality = await tx.municipality.find();
  const units = new Map((await tx.units.list()).map((unit) => [unit.id, unit.name]));
  return {
    kind: services.kind,
    account: actor.account,
    name: actor.name,
    municipality: { code: actor.municipality, name: municipality?.name ?? "" },
    grants: actor.grants.map(({ role, unit }) => ({
      role,
      unit: unit === null ? null : { id: unit, name: units.get(unit) ?? "" },
    })),
    contact: await tx.municipality.contact(),
  };
}
