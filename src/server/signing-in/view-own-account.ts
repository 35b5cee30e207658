import { createHash } from "node:crypto";
import { isSessionAlive } from "#access";
import type { Visit } from "../http/route.ts";
import type { OwnAccountView, OwnSession } from "../wire-of-sign-in.ts";

/** How she comes in, and where she is signed in. */
export async function viewOwnAccount({
  services,
  tx,
  actor,
  at,
  session,
}: Visit): Promise<OwnAccountView> {
  const { account, municipality } = actor;
  const [own, way, passkeys, issuers, sessions] = await Promise.all([
    tx.accounts.find(account),
    tx.passwordWays.find(account),
    tx.passkeys.listOf(account),
    tx.providerIdentities.issuersOf(account),
    tx.sessions.listOf(account),
  ]);
  return {
    name: actor.name,
    signInName: own?.signInName ?? "",
    hasPassword: way !== undefined,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
    })),
    providers: services.providers
      .of(municipality)
      .filter(({ issuer }) => issuers.includes(issuer))
      .map(({ id, name }) => ({ id, name })),
    sessions: sessions
      .filter((each) => isSessionAlive(each, at))
      .map(({ tokenHash, createdAt, lastSeenAt, method = "password", device = "" }): OwnSession => {
        const isThis = tokenHash === session;
        return { handle: handleOf(tokenHash), isThis, method, device, createdAt, lastSeenAt };
      }),
  };
}

/** Names a session among hers, and opens nothing: not even the hash of what does can be told from it. */
export function handleOf(tokenHash: string): string {
  return createHash("sha256").update(`handle ${tokenHash}`).digest("hex").slice(0, 24);
}
