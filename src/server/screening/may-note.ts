import { type Actor, holdsRoleInUnit, policy } from "#access";
import type { UnitId } from "#kernel";
import type { Campaign } from "#screening";

const { roles } = policy["POST /api/campaigns/:campaign/meetings"];

/** Those who meet people there, and lead those who do; a role in the whole municipality holds in all units. */
export function mayNoteIn(actor: Actor, unit: UnitId): boolean {
  return holdsRoleInUnit(actor, roles, unit);
}

/** The campaign's units that are hers, in the order of the plan. */
export function unitsToNote(actor: Actor, { units }: Campaign): readonly UnitId[] {
  return units.map(({ unit }) => unit).filter((unit) => mayNoteIn(actor, unit));
}
