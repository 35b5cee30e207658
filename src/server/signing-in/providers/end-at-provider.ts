import type { Context } from "hono";
import { authorizationCodeGrant } from "openid-client";
import { type Instant, instant } from "#kernel";
import type { ProviderIdentity } from "#store";
import type { Services } from "../../services.ts";
import { maxAgeOf } from "./begin-at-provider.ts";
import { type Purpose, takeFlow } from "./flow.ts";
import type { Provider } from "./provider.ts";
import { returnAddress } from "./return-address.ts";

/** Who came back, and what she went for. */
export type Returned = {
  readonly provider: Provider;
  readonly purpose: Purpose;
  readonly identity: ProviderIdentity;
  /** When she showed the provider who she is: an hour ago, where it has not asked anew. */
  readonly provedAt: Instant;
};

/**
 * Somebody comes back from the provider. `undefined`: not sent by us, in another browser, twice, too
 * late, with somebody else's answer, or at a level that is not enough.
 */
export async function endAtProvider(
  context: Context,
  services: Services,
): Promise<Returned | undefined> {
  const flow = await takeFlow(context, services);
  const provider = flow && services.providers.find(flow.provider);
  if (!flow || !provider) return undefined;
  const { purpose } = flow;
  try {
    const configuration = await services.providers.configuration(provider);
    const address = new URL(returnAddress(context, services));
    address.search = new URL(context.req.url).search;
    const tokens = await authorizationCodeGrant(configuration, address, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
      maxAge: maxAgeOf(provider, purpose),
    });
    const claims = tokens.claims();
    const level = claims?.acr;
    if (!claims || typeof level !== "string" || !provider.levels.includes(level)) return undefined;
    const { auth_time: shownAt } = claims;
    if (shownAt === undefined) return undefined;
    const subjectKey = await services.providers.subjectKey(provider, claims.sub);
    const provedAt = instant(new Date(shownAt * 1000).toISOString());
    return { provider, purpose, identity: { issuer: provider.issuer, subjectKey }, provedAt };
  } catch (error) {
    services.telemetry.failed(error);
    return undefined;
  }
}
