import { holdsRoleInUnit, type Role } from "#access";
import type { Account, MunicipalityTransaction, Unit } from "#store";

const deciding: readonly Role[] = ["coordinator", "unitManager"];

/** Whether somebody coordinates or manages every unit: a municipality's cases are disposed of together. */
export function coversAll(granted: Pick<Account, "grants">, units: readonly Unit[]): boolean {
  return units.length > 0 && units.every(({ id }) => holdsRoleInUnit(granted, deciding, id));
}

/** Everybody who may propose and execute, with an open account. */
export async function whoDisposes(
  tx: Pick<MunicipalityTransaction, "accounts" | "units">,
): Promise<readonly Account[]> {
  const units = await tx.units.list();
  const accounts = await tx.accounts.list();
  return accounts.filter((each) => each.disabledAt === null && coversAll(each, units));
}
