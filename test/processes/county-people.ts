import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { hashSessionSecret, newSessionToken, writeSessionToken } from "#access";
import {
  type AccountId,
  addHours,
  type Clock,
  type Instant,
  type MunicipalityCode,
  randomId,
  strongRandomness,
} from "#kernel";
import type { Store } from "#store";

/** A clock that a story moves. */
export type StoryClock = Clock & { readonly set: (to: Instant) => void };

export function storyClock(start: Instant): StoryClock {
  let now = start;
  return {
    now: () => now,
    set: (to) => {
      now = to;
    },
  };
}

/** Somebody who uses the program through the months: signed in anew each time, as people are. */
export type StoryPerson = {
  readonly ask: <Answer>(route: string, body?: unknown) => Promise<Answer>;
  readonly text: (path: string) => Promise<string>;
  readonly status: (route: string, body?: unknown) => Promise<number>;
};

type Place = { readonly store: Store; readonly clock: Clock; readonly address: () => string };

export function storyPerson(
  { store, clock, address }: Place,
  municipality: MunicipalityCode,
  account: AccountId,
): StoryPerson {
  async function send(route: string, body?: unknown): Promise<Response> {
    const token = newSessionToken(municipality, strongRandomness);
    const at = clock.now();
    const times = { createdAt: at, lastSeenAt: at, expiresAt: addHours(at, 1), revokedAt: null };
    const tokenHash = hashSessionSecret(token.secret);
    await store.within(municipality, (tx) => tx.sessions.insert({ account, ...times, tokenHash }));
    const written = writeSessionToken(token);
    const [method = "", path = ""] = route.split(" ");
    return fetch(`${address()}${path}`, {
      method,
      headers: {
        Origin: address(),
        Cookie: `skillnad-demo=${written}; __Host-skillnad-demo=${written}`,
        "Content-Type": "application/json",
        "Idempotency-Key": randomId(strongRandomness),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
  return {
    async ask<Answer>(route: string, body?: unknown) {
      const response = await send(route, body);
      const text = await response.text();
      assert.ok(response.ok, `${route}: ${response.status} ${text}`);
      return JSON.parse(text) as Answer;
    },
    text: async (path) => (await send(`GET ${path}`)).text(),
    status: async (route, body) => (await send(route, body)).status,
  };
}

type Round = {
  readonly deliveries: readonly { readonly id: string; readonly state: string }[];
};
type Compiling = { readonly state: { readonly kind: string } };

/** Accepts what has come, compiles the final figures, and publishes them. */
export async function publishRound(lead: StoryPerson, id: string): Promise<void> {
  const path = `/api/rounds/${id}`;
  const { deliveries } = await lead.ask<Round>(`GET ${path}`);
  for (const each of deliveries.filter(({ state }) => state === "waiting")) {
    await lead.ask(`POST ${path}/deliveries/${each.id}/decision`, { state: "accepted" });
  }
  let told = await lead.ask<Compiling>(`POST ${path}/release`, { isInterim: false });
  while (told.state.kind === "running") {
    await setTimeout(100);
    told = await lead.ask<Compiling>(`GET ${path}/release`);
  }
  assert.equal(told.state.kind, "draft", JSON.stringify(told.state));
  await lead.ask(`POST ${path}/release/publication`);
}
