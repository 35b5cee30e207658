import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hashPassword } from "#access";
import { accountId, municipalityCode, strongRandomness, unitId } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, send } from "./testing/given-app.ts";
import type { SessionView, SignInOptions } from "./wire.ts";

let store: TestStore;
let given: GivenApp;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "familjefrid");
  const passwordHash = await hashPassword("hallon", strongRandomness);
  await store.within(municipalityCode("9001"), (tx) =>
    tx.accounts.insert({
      id: accountId("anna"),
      signInName: "Anna",
      displayName: "Anna Ek",
      passwordHash,
      createdAt: given.clock.now(),
      disabledAt: null,
      grants: [{ role: "caseWorker", unit: unitId("familjefrid") }],
    }),
  );
});
after(() => store.close());

function signIn(password: string, name = "anna", municipality = "9001"): Promise<Response> {
  return send(given.app, "POST", "/api/session", {}, { municipality, name, password });
}

test("the right name and password open a session, in a cookie that scripts cannot read", async () => {
  const response = await signIn("hallon");
  assert.equal(response.status, 201);
  const view = (await response.json()) as SessionView;
  assert.equal(view.name, "Anna Ek");
  assert.deepEqual(view.grants, [
    { role: "caseWorker", unit: { id: "familjefrid", name: "familjefrid" } },
  ]);
  const cookie = response.headers.get("set-cookie") ?? "";
  assert.match(cookie, /^skillnad=9001\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const [pair = ""] = cookie.split(";");
  assert.equal((await send(given.app, "GET", "/api/session", { Cookie: pair })).status, 200);
});

test("behind TLS the cookie is bound to the host", async () => {
  const overTls = givenApp(store, { isHttps: true, randomness: strongRandomness });
  const body = { municipality: "9001", name: "anna", password: "hallon" };
  const response = await send(overTls.app, "POST", "/api/session", {}, body);
  const cookie = response.headers.get("set-cookie") ?? "";
  assert.match(cookie, /^__Host-skillnad=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  assert.ok(response.headers.get("strict-transport-security"));
});

test("wrong password, unknown name and unknown municipality get the same answer", async () => {
  const responses = [
    await signIn("fel"),
    await signIn("hallon", "okänd"),
    await signIn("hallon", "anna", "9099"),
  ];
  const told = await Promise.all(
    responses.map(async (each) => `${each.status} ${await each.text()}`),
  );
  assert.equal(new Set(told).size, 1);
  assert.ok(told[0]?.startsWith("401"));
});

test("guessing is slowed down, and waiting opens the door again", async () => {
  await signIn("hallon");
  for (let guess = 0; guess < 4; guess++) assert.equal((await signIn(`fel ${guess}`)).status, 401);
  const tooFast = await signIn("hallon");
  assert.equal(tooFast.status, 429);
  assert.match(await tooFast.text(), /Vänta 2 sekunder/);
  given.clock.set("2026-11-02T08:00:02Z");
  assert.equal((await signIn("hallon")).status, 201);
  assert.equal((await signIn("hallon")).status, 201);
});

test("a disabled account and a revoked session are out at the next request", async () => {
  const [pair = ""] = ((await signIn("hallon")).headers.get("set-cookie") ?? "").split(";");
  const at = given.clock.now();
  await store.within(municipalityCode("9001"), (tx) =>
    tx.accounts.setDisabled(accountId("anna"), at),
  );
  assert.equal((await send(given.app, "GET", "/api/start", { Cookie: pair })).status, 401);
  assert.equal((await signIn("hallon")).status, 401);
  await store.within(municipalityCode("9001"), (tx) =>
    tx.accounts.setDisabled(accountId("anna"), null),
  );
});

test("signing out tells the browser to forget", async () => {
  given.clock.set("2026-11-02T09:00:00Z");
  const [pair = ""] = ((await signIn("hallon")).headers.get("set-cookie") ?? "").split(";");
  const response = await send(given.app, "DELETE", "/api/session", { Cookie: pair });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get("clear-site-data"), '"cache", "storage"');
  assert.match(response.headers.get("set-cookie") ?? "", /^skillnad=; Max-Age=0/);
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
