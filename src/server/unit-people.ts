import { caseReadingRoles, holdsRole, holdsRoleInUnit, type Role } from "#access";
import type { AccountId, UnitId } from "#kernel";
import type { Account, MunicipalityTransaction } from "#store";

type Accounts = Pick<MunicipalityTransaction, "accounts">;

/** Nobody (`null`) may always have a case; somebody, where she is a case worker of the unit. */
export async function mayHaveCase(
  tx: Accounts,
  account: AccountId | null,
  unit: UnitId,
): Promise<boolean> {
  if (account === null) return true;
  const found = await tx.accounts.find(account);
  return found !== undefined && isIn(found, "caseWorker", unit);
}

export async function managersOf(tx: Accounts, unit: UnitId): Promise<readonly AccountId[]> {
  const accounts = await tx.accounts.list();
  return accounts.filter((each) => isIn(each, "unitManager", unit)).map(({ id }) => id);
}

/** Whether all of them have an open account with a role that can come to open cases. */
export async function mayAllRead(tx: Accounts, readers: readonly AccountId[]): Promise<boolean> {
  const accounts = (await tx.accounts.list()).filter(
    (each) => each.disabledAt === null && holdsRole(each, caseReadingRoles),
  );
  return readers.every((reader) => accounts.some(({ id }) => id === reader));
}

export function isIn({ disabledAt, grants }: Account, role: Role, unit: UnitId): boolean {
  return disabledAt === null && holdsRoleInUnit({ grants }, [role], unit);
}
