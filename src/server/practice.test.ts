/** Practising beside a real installation on the same host: browsers send the cookies of both to both. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import type { SessionView } from "./wire.ts";

const anna = { name: "Anna", municipality: "9001", role: "caseWorker", unit: "here" } as const;

let stores: readonly TestStore[];
let real: GivenApp;
let practice: GivenApp;
let inReal: SignedIn;
let inPractice: SignedIn;

before(async () => {
  const opened = await Promise.all([openTestStore(), openTestStore()]);
  stores = opened;
  real = givenApp(opened[0], { kind: "real", practiceAt: "https://ovning.kommunen.example" });
  practice = givenApp(opened[1], { kind: "demo", practiceAt: "https://ovning.kommunen.example" });
  for (const given of [real, practice]) await given.givenUnit("9001", "here");
  inReal = await real.givenPerson(anna);
  inPractice = await practice.givenPerson(anna);
});
after(() => Promise.all((stores ?? []).map((store) => store.close())));

test("a session of the one is none in the other", async () => {
  const path = "/api/start";
  assert.equal((await send(real.app, "GET", path, { Cookie: inReal.cookie })).status, 200);
  assert.equal((await send(practice.app, "GET", path, { Cookie: inPractice.cookie })).status, 200);
  assert.equal((await send(real.app, "GET", path, { Cookie: inPractice.cookie })).status, 401);
  assert.equal((await send(practice.app, "GET", path, { Cookie: inReal.cookie })).status, 401);
});

test("with both in the browser each reads its own, and signing out of one leaves the other", async () => {
  const both = { Cookie: `${inReal.cookie}; ${inPractice.cookie}` };
  const kindIn = async ({ app }: GivenApp) => {
    const response = await send(app, "GET", "/api/session", both);
    return ((await response.json()) as SessionView).kind;
  };
  assert.deepEqual([await kindIn(real), await kindIn(practice)], ["real", "demo"]);

  const left = await send(practice.app, "DELETE", "/api/session", both);
  assert.equal(left.status, 204);
  assert.match(left.headers.get("Set-Cookie") ?? "", /^skillnad-demo=;/);
  assert.equal(await kindIn(real), "real");
});

test("nobody signs in by one click where cases are real", async () => {
  const response = await send(real.app, "POST", "/api/demo-session", {}, { municipality: "9001" });
  assert.equal(response.status, 404);
});

test("the real one says where to practise", async () => {
  const response = await send(real.app, "GET", "/api/session", { Cookie: inReal.cookie });
  const { practiceAt } = (await response.json()) as SessionView;
  assert.equal(practiceAt, "https://ovning.kommunen.example");
});
