import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import type { AccountId } from "#kernel";
import type { Opening } from "../open-session.ts";
import { aboutMaking, algorithms } from "./offer-passkey.ts";
import type { PasskeyMaking } from "./passkey-answers.ts";
import { passkeyPlace } from "./passkey-place.ts";

const Asked = z.object({ challenge: z.string() });

/**
 * Keeps the passkey that an authenticator has made for this account.
 *
 * @returns its id as the authenticator vouched for it: what stands beside that is anybody's word.
 * `undefined`: the answer is not to what was asked, it was made elsewhere, nobody showed the
 * authenticator that it is her, or it is taken.
 */
export async function addPasskey(
  { context, services, tx, at }: Opening,
  account: AccountId,
  { name, challenge, answer }: PasskeyMaking,
): Promise<string | undefined> {
  const asked = Asked.safeParse(await services.challenges.take(aboutMaking(account), challenge));
  if (!asked.success) return undefined;
  const { origin, host } = passkeyPlace(context);
  const made = await verifyRegistrationResponse({
    response: { ...answer, response: definedOf(answer.response) },
    expectedChallenge: asked.data.challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => undefined);
  if (!made?.verified) return undefined;
  const { credential } = made.registrationInfo;
  const isNew = await tx.passkeys.insert({
    id: credential.id,
    account,
    name,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    signCount: credential.counter,
    transports: credential.transports ?? [],
    createdAt: at,
    lastUsedAt: null,
  });
  if (!isNew) return undefined;
  tx.audit.append({ at, account, action: "passkey.added" });
  return credential.id;
}

function definedOf({ transports, ...response }: PasskeyMaking["answer"]["response"]) {
  return transports === undefined ? response : { ...response, transports };
}
