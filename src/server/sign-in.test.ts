import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Hono } from "hono";
import {
  accountId,
  addHours,
  addSeconds,
  municipalityCode,
  strongRandomness,
  unitId,
} from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { openSession } from "./signing-in/open-session.ts";
import { type GivenApp, givenApp, send } from "./testing/given-app.ts";
import { givenWayIn, type WayIn } from "./testing/given-way-in.ts";
import type { SessionView, SignInOptions } from "./wire.ts";

const here = municipalityCode("9001");

let store: TestStore;
let given: GivenApp;
let anna: WayIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "familjefrid");
  await store.within(here, (tx) =>
    tx.accounts.insert({
      id: accountId("anna"),
      signInName: "Anna",
      displayName: "Anna Ek",
      passwordHash: null,
      createdAt: given.clock.now(),
      disabledAt: null,
      grants: [{ role: "caseWorker", unit: unitId("familjefrid") }],
    }),
  );
  anna = await givenWayIn({ ...given, store, post }, here, accountId("anna"));
});
after(() => store.close());

function post(path: string, body: object): Promise<Response> {
  return send(given.app, "POST", path, {}, body);
}

type Typed = {
  readonly municipality?: string;
  readonly name?: string;
  readonly password?: string;
  readonly code?: string;
};

function signIn({ code = anna.nextCode(), ...typed }: Typed = {}): Promise<Response> {
  const right = { municipality: "9001", name: "anna", password: anna.password };
  return post("/api/session", { ...right, ...typed, code });
}

/** Long enough for new codes, and for the failures of this address to be forgotten. */
async function later(): Promise<void> {
  const pass = () =>
    given.clock.set(new Date(Date.parse(given.clock.now()) + 3_600_000).toISOString());
  pass();
  assert.equal((await signIn()).status, 201);
  pass();
}

test("name, password and code open a session, in a cookie that scripts cannot read", async () => {
  await later();
  const response = await signIn();
  assert.equal(response.status, 201);
  const view = (await response.json()) as SessionView;
  assert.equal(view.name, "Anna Ek");
  assert.deepEqual(view.grants, [
    { role: "caseWorker", unit: { id: "familjefrid", name: "familjefrid" } },
  ]);
  const [cookie = "", device = ""] = response.headers.getSetCookie();
  assert.match(cookie, /^skillnad=9001\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  assert.match(
    device,
    /^skillnad-device=[\w.~-]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const [pair = ""] = cookie.split(";");
  assert.equal((await send(given.app, "GET", "/api/session", { Cookie: pair })).status, 200);
});

test("behind TLS the cookies are bound to the host", async () => {
  await later();
  const { clock, services } = given;
  const { keys, passwordGate } = services;
  const overTls = givenApp(store, {
    isHttps: true,
    randomness: strongRandomness,
    clock,
    keys,
    passwordGate,
  });
  const { password, nextCode } = anna;
  const body = { municipality: "9001", name: "anna", password, code: nextCode() };
  const response = await send(overTls.app, "POST", "/api/session", {}, body);
  const [cookie = "", device = ""] = response.headers.getSetCookie();
  assert.match(cookie, /^__Host-skillnad=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  assert.match(device, /^__Host-skillnad-device=[^;]+; .*Path=\/; HttpOnly; Secure/);
  assert.ok(response.headers.get("strict-transport-security"));
});

test("wrong password, wrong code, unknown name and unknown municipality get the same answer", async () => {
  await later();
  const responses = [
    await signIn({ password: "fel" }),
    await signIn({ code: "000000" }),
    await signIn({ code: "inte en kod" }),
    await signIn({ name: "okänd" }),
    await signIn({ municipality: "9099" }),
  ];
  const told = await Promise.all(
    responses.map(async (each) => `${each.status} ${await each.text()}`),
  );
  assert.equal(new Set(told).size, 1);
  assert.ok(told[0]?.startsWith("401"));
});

test("a code is used once, and the right code with a wrong password is not used up", async () => {
  await later();
  const code = anna.nextCode();
  assert.equal((await signIn({ code, password: "fel" })).status, 401);
  assert.equal((await signIn({ code })).status, 201);
  assert.equal((await signIn({ code })).status, 401);
  assert.equal((await signIn()).status, 201, "the next one opens again");
});

test("of two who send the same code at the same moment one comes in", async () => {
  await later();
  const code = anna.nextCode();
  const both = await Promise.all([signIn({ code }), signIn({ code })]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 401]);
});

test("guessing is slowed down, and waiting opens the door again", async () => {
  await later();
  for (let guess = 0; guess < 4; guess++) {
    assert.equal((await signIn({ password: `fel ${guess}` })).status, 401);
  }
  const tooFast = await signIn();
  assert.equal(tooFast.status, 429);
  assert.match(await tooFast.text(), /Vänta 2 sekunder/);
  await later();
  assert.equal((await signIn()).status, 201);
});

test("guesses at the same moment get no more answers than guesses in a row", async () => {
  await later();
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, guess) => signIn({ password: `fel ${guess}`, code: "000000" })),
  );
  const statuses = all.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 401).length, 4);
  assert.equal(statuses.filter((status) => status === 429).length, 16);
});

test("a clock that was put back delays nobody for longer than the delay itself", async () => {
  await later();
  const back = given.clock.now();
  given.clock.set(addHours(back, 2));
  for (let guess = 0; guess < 4; guess++) await signIn({ password: "fel", code: "000000" });
  given.clock.set(back);
  assert.equal((await signIn({ code: "000000" })).status, 429);
  given.clock.set(addSeconds(back, 3));
  assert.equal((await signIn()).status, 201);
});

test("a closed account's sign-in leaves no trace of a session", async () => {
  await later();
  const { services, clock } = given;
  const at = clock.now();
  const app = new Hono().get("/", (context) =>
    store.within(here, async (tx) => {
      await tx.accounts.setDisabled(accountId("anna"), at);
      return openSession({ context, services, tx, at }, accountId("anna"), "passkey");
    }),
  );
  const logged = () => store.within(here, (tx) => tx.audit.list(0, 1));
  const [before] = await logged();
  assert.equal((await app.request("http://127.0.0.1:3210/")).status, 401);
  assert.deepEqual(await logged(), [before]);
  const sessions = await store.within(here, (tx) => tx.sessions.listOf(accountId("anna")));
  assert.ok(sessions.every(({ method }) => method !== "passkey"));
  await store.within(here, (tx) => tx.accounts.setDisabled(accountId("anna"), null));
});

test("a disabled account and a revoked session are out at the next request", async () => {
  await later();
  const [pair = ""] = ((await signIn()).headers.get("set-cookie") ?? "").split(";");
  const at = given.clock.now();
  await store.within(here, (tx) => tx.accounts.setDisabled(accountId("anna"), at));
  const out = await send(given.app, "GET", "/api/start", { Cookie: pair });
  assert.equal(out.status, 401);
  assert.match(await out.text(), /"session-ended"/);
  const stranger = await send(given.app, "GET", "/api/start", {
    Cookie: `skillnad=9001.${"A".repeat(43)}`,
  });
  assert.match(await stranger.text(), /"not-signed-in"/);
  assert.equal((await signIn()).status, 401);
  await store.within(here, (tx) => tx.accounts.setDisabled(accountId("anna"), null));
});

test("signing out tells the browser to forget, but for its being known here", async () => {
  await later();
  const [pair = ""] = ((await signIn()).headers.get("set-cookie") ?? "").split(";");
  const response = await send(given.app, "DELETE", "/api/session", { Cookie: pair });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get("clear-site-data"), '"cache", "storage"');
  const told = response.headers.getSetCookie();
  assert.equal(told.length, 1, "where nobody comes in by a provider nothing else is left");
  assert.match(told[0] ?? "", /^skillnad=; Max-Age=0/);
});

test("outside the demo nobody signs in by a click, and no account is listed", async () => {
  const options = await send(given.app, "GET", "/api/sign-in", {});
  assert.deepEqual(((await options.json()) as SignInOptions).demoAccounts, []);
  const body = { municipality: "9001", account: "anna" };
  assert.equal((await send(given.app, "POST", "/api/demo-session", {}, body)).status, 404);
});

test("every answer carries the headers that protect it", async () => {
  const page = await send(given.app, "GET", "/arenden", {});
  const policy = page.headers.get("content-security-policy") ?? "";
  const nonce = /script-src 'nonce-([\w-]{24})'/.exec(policy)?.[1] ?? "";
  assert.ok((await page.text()).includes(`nonce=${nonce}`));
  assert.ok(policy.startsWith("default-src 'none'") && !policy.includes("unsafe"));
  const again = await send(given.app, "GET", "/arenden", {});
  assert.ok(!again.headers.get("content-security-policy")?.includes(nonce));
  for (const response of [page, await send(given.app, "GET", "/api/session", {})]) {
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.equal(response.headers.get("referrer-policy"), "no-referrer");
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  }
});

test("an unknown address under /api is not a page", async () => {
  const response = await send(given.app, "GET", "/api/inget", {});
  assert.equal(response.status, 404);
  assert.match(response.headers.get("content-type") ?? "", /json/);
});
