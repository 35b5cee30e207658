import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import type { AccountId } from "#kernel";
import type { PasskeyChallenge } from "../../wire-of-sign-in.ts";
import type { Opening } from "../open-session.ts";
import { passkeyPlace } from "./passkey-place.ts";

/** What keys may sign by, as COSE names them: EdDSA, ES256 and RS256. All that is sold knows one of them. */
export const algorithms = [-8, -7, -257] as const;

/** What a challenge is about: one for coming in makes no passkey. */
export const aboutUse = "passkey-use";
export function aboutMaking(account: AccountId): string {
  return `passkey-making ${account}`;
}

/** For coming in, and for proving it once more: whoever it is says so by the passkey that she chooses. */
export async function offerUse({
  context,
  services,
}: Pick<Opening, "context" | "services">): Promise<PasskeyChallenge> {
  const options = await generateAuthenticationOptions({
    rpID: passkeyPlace(context).host,
    userVerification: "required",
  });
  return offered(services, aboutUse, options);
}

/** For one more passkey of this account; the authenticator refuses to make a second beside its own. */
export async function offerMaking(
  { context, services, tx }: Pick<Opening, "context" | "services" | "tx">,
  account: AccountId,
): Promise<PasskeyChallenge> {
  const [own, whose, held] = await Promise.all([
    tx.municipality.find(),
    tx.accounts.find(account),
    tx.passkeys.listOf(account),
  ]);
  if (!own || !whose) throw new Error("a passkey for nobody");
  const options = await generateRegistrationOptions({
    rpName: "Skillnad",
    rpID: passkeyPlace(context).host,
    userName: whose.signInName,
    userDisplayName: whose.displayName,
    userID: new TextEncoder().encode(userHandle(own.code, account)),
    attestationType: "none",
    supportedAlgorithmIDs: [...algorithms],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: held.map(({ id, transports }) => ({ id, transports: [...transports] })),
  });
  return offered(services, aboutMaking(account), options);
}

/** What a passkey says of its owner: in whose rows to look, and for whom. Nothing that names her. */
function userHandle(municipality: string, account: AccountId): string {
  return `${municipality}.${account}`;
}

async function offered(
  { challenges }: Opening["services"],
  about: string,
  options: { readonly challenge: string },
): Promise<PasskeyChallenge> {
  const challenge = await challenges.issue(about, { challenge: options.challenge });
  return { challenge, options: { ...options } };
}
