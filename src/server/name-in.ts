import type { AccountId } from "#kernel";

/** Who it was, as people read it. */
export function nameIn(names: ReadonlyMap<AccountId, string>, account: AccountId): string {
  return names.get(account) ?? "okänd";
}
