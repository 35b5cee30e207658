import { municipalityNamed } from "#kernel";
import type { Unit } from "#store";
import type { Visit } from "./http/route.ts";
import type { SessionView } from "./wire.ts";

export async function viewSession({
  services,
  tx,
  actor,
}: Pick<Visit, "services" | "tx" | "actor">): Promise<SessionView> {
  const municipality = await tx.municipality.find();
  const units = new Map((await tx.units.list()).map((unit) => [unit.id, unit]));
  // Asked for only where a reception serves more than its own: most do not.
  const servesOthers = [...units.values()].some(({ serves = [] }) => serves.length > 0);
  const known = servesOthers ? await tx.municipality.all() : [];
  return {
    kind: services.kind,
    account: actor.account,
    name: actor.name,
    municipality: { code: actor.municipality, name: municipality?.name ?? "" },
    grants: actor.grants.map(({ role, unit }) => ({
      role,
      unit: unit === null ? null : { id: unit, ...unitInWords(units.get(unit), known) },
    })),
    units: [...units.values()].map(({ id, name }) => ({ id, name })),
    contact: await tx.municipality.contact(),
    ...(services.practiceAt === undefined ? {} : { practiceAt: services.practiceAt }),
  };
}

function unitInWords(
  unit: Unit | undefined,
  known: readonly { readonly code: string; readonly name: string }[],
) {
  const serves = (unit?.serves ?? []).map((code) => ({
    code,
    name: known.find((each) => each.code === code)?.name ?? municipalityNamed(code) ?? code,
  }));
  return { name: unit?.name ?? "", ...(serves.length > 0 ? { serves } : {}) };
}
