import type { Context } from "hono";
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Services } from "../../services.ts";
import { keepFlow, type Purpose } from "./flow.ts";
import type { Provider } from "./provider.ts";
import { returnAddress } from "./return-address.ts";

/**
 * Where to send her, with what only she can bring back. Whoever has to be here herself is asked
 * anew by the provider, however lately she was there.
 *
 * @throws when the provider does not answer.
 */
export async function beginAtProvider(
  context: Context,
  services: Services,
  provider: Provider,
  purpose: Purpose,
): Promise<string> {
  const configuration = await services.providers.configuration(provider);
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  await keepFlow(context, services, { provider: provider.id, state, nonce, verifier, purpose });
  return buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(context, services),
    scope: "openid",
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    acr_values: provider.levels.join(" "),
    max_age: String(maxAgeOf(provider, purpose)),
    ...(asksAnew(purpose) ? { prompt: "login" } : {}),
  }).href;
}

/** Seconds since she showed the provider who she is; checked in its answer, whatever it was asked. */
export function maxAgeOf({ maxAgeHours }: Provider, purpose: Purpose): number {
  return asksAnew(purpose) ? 300 : maxAgeHours * 3600;
}

/**
 * A proof is of this moment. A link ties an account for good, and must not be tied to whoever was at
 * the provider last in this browser. And a session that ended here is not gone on with by one press.
 */
function asksAnew(purpose: Purpose): boolean {
  return purpose.kind !== "sign-in" || purpose.isAnew;
}
