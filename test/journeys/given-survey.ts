import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Client } from "pg";
import type { APIRequestContext } from "playwright-core";
import { hashSessionSecret, newSessionToken, type Role, writeSessionToken } from "#access";
import {
  type AccountId,
  accountId,
  addHours,
  isoDate,
  municipalityCode,
  randomId,
  strongRandomness,
  systemClock,
  unitId,
} from "#kernel";
import { type CaseView, type SurveyInvitationReceipt, startServer } from "#server";
import { openTestStore, type TestStore } from "#store/testing";
import type { InvitedMode } from "#survey";
import { givenWayIn, type WayIn } from "../../src/server/testing/index.ts";
import { filesFolder } from "../files-folder.ts";

const municipality = municipalityCode("9001");
export const unit = unitId("familjefrid");

/** One unit with a worker and a coordinator, and a small page elsewhere where those end who leave. */
export type GivenSurvey = {
  readonly origin: string;
  /** Another server's: «Lämna sidan» leads there. */
  readonly leaveTo: string;
  readonly store: TestStore;
  /** A case of Anna's in which nothing is registered. */
  readonly startCase: () => Promise<string>;
  /** What Anna is told once. */
  readonly invite: (code: string, wish?: Wish) => Promise<SurveyInvitationReceipt>;
  /** As somebody with this role, in a session of her own for this one request. */
  readonly request: (role: Role, route: string, body?: unknown) => Promise<Response>;
  /** Somebody with this role comes in, by a one-time link: in this browser, or by these requests. */
  readonly comeIn: (role: Role, request: APIRequestContext) => Promise<WayIn>;
  /** What is kept of the case's survey, sealed; no route gives it. */
  readonly sealed: (code: string) => Promise<readonly Sealed[]>;
  readonly close: () => Promise<void>;
};

export type Sealed = { readonly mode: string; readonly answers: unknown };

type Wish = { readonly mode?: InvitedMode; readonly language?: string };

/** @param kind in earnest people come in by ways of their own, and every language but Swedish is a draft. */
export async function givenSurvey(kind: "demo" | "real" = "demo"): Promise<GivenSurvey> {
  const [store, elsewhere] = await Promise.all([openTestStore(), openElsewhere()]);
  const accounts = await writePeople(store);
  const started = await startServer({
    store: { ...store, kind },
    clock: systemClock,
    randomness: strongRandomness,
    environment: { port: 0, isPortChosen: true, origin: undefined, leaveTo: elsewhere.address },
    files: filesFolder(),
    demoAccounts: [],
    release: null,
  });
  if (started.kind === "refused") throw new Error(JSON.stringify(started.problems));
  const { address: origin, close } = started.value;

  const cookie = kind === "demo" ? "skillnad-demo" : "skillnad";

  async function request(role: Role, route: string, body?: unknown): Promise<Response> {
    const [method = "", path = ""] = route.split(" ");
    return await fetch(`${origin}${path}`, {
      method,
      headers: {
        Cookie: `${cookie}=${await signedIn(store, accounts.get(role))}`,
        Origin: origin,
        "Content-Type": "application/json",
        "Idempotency-Key": randomId(strongRandomness),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  return {
    origin,
    leaveTo: elsewhere.address,
    store,
    request,
    async startCase() {
      const start = { startedOn: isoDate("2026-09-01"), unit };
      const started = await request("caseWorker", "POST /api/cases", start);
      return (await told<CaseView>(started)).code;
    },
    async invite(code, { mode = "own-device", language = "sv" } = {}) {
      const wish = { mode, language, ...(mode === "own-device" ? { isDeviceSafe: true } : {}) };
      const route = `POST /api/cases/${code}/survey-invitations`;
      return await told<SurveyInvitationReceipt>(await request("caseWorker", route, wish));
    },
    async comeIn(role, browser) {
      const account = accounts.get(role);
      if (account === undefined) throw new Error(`nobody here is ${role}`);
      const headers = { Origin: origin };
      const post = async (path: string, data: object) => {
        const answer = await browser.post(path, { data, headers });
        return new Response(await answer.text(), { status: answer.status() });
      };
      // Each browser comes in by a link of its own, and a link opens no account that is open already.
      await store.within(municipality, (tx) => tx.people.removePassword(account));
      return givenWayIn({ store, clock: systemClock, post }, municipality, account);
    },
    sealed: (code) => sealedOf(store, code),
    async close() {
      await close();
      await store.close();
      elsewhere.close();
    },
  };
}

async function sealedOf({ owner }: TestStore, code: string): Promise<readonly Sealed[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query("select set_config('app.municipality', $1, false)", [municipality]);
    const { rows } = await client.query<Sealed>(
      `select mode, answers from survey_answers
       join cases using (municipality_code, case_id) where case_code = $1`,
      [code],
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function told<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Answer;
}

const people = [
  { role: "caseWorker", name: "Anna Tallvik" },
  { role: "coordinator", name: "Leila Aho" },
] as const;

async function writePeople(store: TestStore): Promise<ReadonlyMap<Role, AccountId>> {
  await store.within(municipality, async (tx) => {
    await tx.municipality.register({ kind: "municipality", name: "Granviken", county: null });
    await tx.units.insert({ id: unit, name: "Familjefrid", isOpenToColleagues: false });
    for (const { role, name } of people) {
      await tx.accounts.insert({
        id: accountId(role),
        signInName: name,
        displayName: name,
        passwordHash: null,
        createdAt: systemClock.now(),
        disabledAt: null,
        grants: [{ role, unit }],
      });
    }
  });
  return new Map(people.map(({ role }) => [role, accountId(role)]));
}

/** @returns what the cookie holds. */
async function signedIn(store: TestStore, account: AccountId | undefined): Promise<string> {
  if (account === undefined) throw new Error("nobody has that role");
  const token = newSessionToken(municipality, strongRandomness);
  const at = systemClock.now();
  const times = { createdAt: at, lastSeenAt: at, expiresAt: addHours(at, 8), revokedAt: null };
  await store.within(municipality, (tx) =>
    tx.sessions.insert({ tokenHash: hashSessionSecret(token.secret), account, ...times }),
  );
  return writeSessionToken(token);
}

async function openElsewhere() {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end("<!doctype html><html lang=sv><title>Väder</title><h1>Vädret i dag</h1>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
