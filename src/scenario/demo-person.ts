import { hashSessionSecret, newSessionToken, writeSessionToken } from "#access";
import { addHours, randomId, strongRandomness, systemClock } from "#kernel";
import type { Store } from "#store";
import type { Organisation, Person } from "./world.ts";

/** Whoever asks the demo's own server for something, as her browser would. */
export type DemoPerson = {
  /** @throws for any answer but a good one. */
  readonly ask: <Answer>(route: string, body?: unknown) => Promise<Answer>;
  readonly read: (path: string) => Promise<string>;
  readonly leave: () => Promise<void>;
};

export type DemoServer = {
  readonly store: Store;
  /** Where it listens on this machine. */
  readonly base: string;
  /** What its pages are reached by. */
  readonly origin: string;
};

/** Signed in as if she had been: only some of the demo's people have a way in by one click. */
export async function demoPerson(
  { store, base, origin }: DemoServer,
  { code }: Pick<Organisation, "code">,
  { account }: Pick<Person, "account">,
): Promise<DemoPerson> {
  const token = newSessionToken(code, strongRandomness);
  const at = systemClock.now();
  const expiresAt = addHours(at, 1);
  const session = { account, createdAt: at, lastSeenAt: at, expiresAt, revokedAt: null };
  const tokenHash = hashSessionSecret(token.secret);
  await store.within(code, (tx) => tx.sessions.insert({ ...session, tokenHash }));
  const written = writeSessionToken(token);
  const cookie = `skillnad-demo=${written}; __Host-skillnad-demo=${written}`;

  async function send(route: string, body?: unknown): Promise<Response> {
    const [method = "", path = ""] = route.split(" ");
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        Origin: origin,
        Cookie: cookie,
        "Content-Type": "application/json",
        "Idempotency-Key": randomId(strongRandomness),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
    return response;
  }
  return {
    ask: async <Answer>(route: string, body?: unknown) =>
      (await (await send(route, body)).json()) as Answer,
    read: async (path) => (await send(`GET ${path}`)).text(),
    leave: () => store.within(code, (tx) => tx.sessions.revoke(tokenHash, systemClock.now())),
  };
}
