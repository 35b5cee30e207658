import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { type MunicipalityCode, municipalityCode } from "#kernel";
import { ownCookieName } from "../../http/session-cookie.ts";
import type { Services } from "../../services.ts";

const about = "provider-flow";

/** What somebody went to the provider for. */
export type Purpose =
  | {
      readonly kind: "sign-in";
      readonly path: string;
      /** A session has ended in this browser: the provider asks her, however lately it did. */
      readonly isAnew: boolean;
    }
  /** A one-time link that is used when she comes back. */
  | { readonly kind: "link"; readonly linkHash: string; readonly municipality: MunicipalityCode }
  /** To prove it once more, in this session. */
  | { readonly kind: "proof"; readonly session: string; readonly municipality: MunicipalityCode };

/** One way to the provider and back, by the same browser. */
export type Flow = {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly purpose: Purpose;
};

const code = z
  .string()
  .regex(/^\d{4}$/)
  .transform(municipalityCode);
const KeptFlow = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  purpose: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("sign-in"), path: z.string(), isAnew: z.boolean() }),
    z.object({ kind: z.literal("link"), linkHash: z.string(), municipality: code }),
    z.object({ kind: z.literal("proof"), session: z.string(), municipality: code }),
  ]),
});

function cookieName(services: Services): string {
  return `${ownCookieName(services)}-flow`;
}

/**
 * Sealed, in the browser itself, for five minutes. `Lax`: the provider sends her back from another
 * site, which a stricter cookie would not travel with.
 */
export async function keepFlow(context: Context, services: Services, flow: Flow): Promise<void> {
  const kept = await services.challenges.issue(about, flow);
  setCookie(context, cookieName(services), kept, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: services.isHttps,
    maxAge: 300,
  });
}

/** Once: `undefined` for somebody who has not been sent to a provider from here just now. */
export async function takeFlow(context: Context, services: Services): Promise<Flow | undefined> {
  const name = cookieName(services);
  const kept = getCookie(context, name);
  if (kept === undefined) return undefined;
  deleteCookie(context, name, { path: "/", secure: services.isHttps });
  const flow = KeptFlow.safeParse(await services.challenges.take(about, kept));
  return flow.success ? flow.data : undefined;
}
