import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import OidcProvider, { type Grant } from "oidc-provider";

/** Whom she says that she is, and how she showed it. */
export type Shown = { readonly person: string; readonly level: string };

export type GivenProvider = {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  readonly close: () => Promise<void>;
};

const client = { id: "skillnad", secret: "a-secret-of-thirty-two-characters" };

/**
 * A real provider of identities on a port of this machine. Its page asks for two things, which
 * others' pages find out by card, telephone or finger: who it is, and at what level she showed it.
 */
export async function givenProvider(redirects: readonly string[]): Promise<GivenProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: redirects,
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    acrValues: ["loa2", "loa3"],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ["of the tests alone"] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    async loadExistingGrant(context: Consented): Promise<Grant> {
      const { session, client: asking } = context.oidc;
      const grant = new provider.Grant({
        accountId: session.accountId,
        clientId: asking.clientId,
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    if (!pathname.startsWith("/interaction/")) return answer(request, response);
    const person = searchParams.get("person");
    if (person === null) {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      return response.end(page);
    }
    const login = { accountId: person, acr: searchParams.get("level") };
    void provider.interactionFinished(request, response, { login });
  });
  return {
    issuer,
    client,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

type Consented = {
  readonly oidc: {
    readonly session: { readonly accountId: string };
    readonly client: { readonly clientId: string };
  };
};

const page = `<!doctype html><html lang="sv"><title>Legitimera dig</title>
<form><label>Vem är du? <input name="person"></label>
<label>Nivå <input name="level" value="loa3"></label><button>Legitimera</button></form>`;
