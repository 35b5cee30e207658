import type { AccountId } from "#kernel";
import type { Opening } from "../open-session.ts";

/**
 * Whoever has lost a way in does not know who has found it. To be done before the new one is kept,
 * @param but a passkey that has been made just now.
 */
export async function removeEarlierWays(
  { tx, at }: Pick<Opening, "tx" | "at">,
  account: AccountId,
  but?: string,
): Promise<void> {
  await tx.people.removePassword(account);
  for (const passkey of await tx.passkeys.listOf(account)) {
    if (passkey.id !== but) await tx.passkeys.remove(account, passkey.id);
  }
  await tx.providerIdentities.removeAllOf(account);
  await tx.sessions.revokeAllOf(account, at);
}
