import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { type AccountId, type MunicipalityCode, municipalityCode } from "#kernel";
import type { Opening } from "../open-session.ts";
import { aboutUse } from "./offer-passkey.ts";
import type { PasskeyUse } from "./passkey-answers.ts";
import { passkeyPlace } from "./passkey-place.ts";

const Asked = z.object({ challenge: z.string() });

/** In whose rows to look for a passkey, as it says itself; who it is, is proved afterwards. */
export function municipalityOfPasskey({ answer }: PasskeyUse): MunicipalityCode | undefined {
  const said = Buffer.from(answer.response.userHandle, "base64url").toString("utf8");
  const [, code] = /^(\d{4})\./.exec(said) ?? [];
  return code === undefined ? undefined : municipalityCode(code);
}

/**
 * Whose passkey it is, when it answers what was asked, here, by somebody who showed the authenticator
 * that it is her. A passkey whose count goes backwards has been copied: it opens nothing any more.
 */
export async function proveByPasskey(
  { context, services, tx, at }: Opening,
  { challenge, answer }: PasskeyUse,
): Promise<AccountId | undefined> {
  const asked = Asked.safeParse(await services.challenges.take(aboutUse, challenge));
  const passkey = await tx.passkeys.find(answer.id);
  if (!asked.success || !passkey) return undefined;
  const { origin, host } = passkeyPlace(context);
  const proved = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: asked.data.challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.signCount,
    },
  }).catch(() => undefined);
  if (!proved?.verified) {
    tx.audit.append({ at, account: passkey.account, action: "passkey.refused" });
    return undefined;
  }
  await tx.passkeys.used(passkey.id, proved.authenticationInfo.newCounter, at);
  return passkey.account;
}
