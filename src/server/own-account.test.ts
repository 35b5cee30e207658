import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { addSeconds, municipalityCode, strongRandomness } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import { cookiesOf, givenWayIn, type WayIn } from "./testing/given-way-in.ts";
import type { OwnAccountView } from "./wire-of-sign-in.ts";

const here = municipalityCode("9001");

let store: TestStore;
let given: GivenApp;
let person: SignedIn;
let anna: WayIn;
/** What her browser keeps now. */
let cookies: string;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { randomness: strongRandomness });
});
beforeEach(async () => {
  person = await given.givenPerson({ name: "Anna Ek", municipality: here, role: "coordinator" });
  const reached = {
    ...given,
    store,
    post: (path: string, body: object) => ask("POST", path, body),
  };
  cookies = "";
  anna = await givenWayIn(reached, here, person.account);
  cookies = anna.cookies;
});
after(() => store.close());

function pass(minutes: number): void {
  given.clock.set(addSeconds(given.clock.now(), minutes * 60));
}

function ask(method: string, path: string, body?: object, sent = cookies): Promise<Response> {
  const key = strongRandomness
    .below(2 ** 31)
    .toString(16)
    .padStart(8, "0");
  return send(given.app, method, path, { Cookie: sent, "Idempotency-Key": key }, body);
}

/** Needs a proof, and answers «not found» once it is there. */
const needy = ["POST", "/api/deliveries/r/1/package"] as const;

function prove(typed: { readonly password?: string; readonly code?: string } = {}) {
  const { code = anna.nextCode(), password = anna.password } = typed;
  return ask("POST", "/api/session/proof", { kind: "password", password, code });
}

test("what asks for a proof is refused ten minutes after the sign-in, and let through after a new one", async () => {
  pass(9);
  assert.equal((await ask(...needy)).status, 404);
  pass(2);
  const refused = await ask(...needy);
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /"step-up-needed"/);
  const proof = await prove();
  assert.equal(proof.status, 204);
  const old = cookies;
  cookies = cookiesOf(proof);
  assert.equal((await ask(...needy)).status, 404);
  assert.equal(
    (await ask("GET", "/api/session", undefined, old)).status,
    401,
    "the old secret is out",
  );
  pass(11);
  assert.equal((await ask(...needy)).status, 403);
});

test("whoever may not is told that there is no such thing, and is not asked who she is", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  pass(11);
  assert.equal((await bo.request("POST /api/deliveries/r/1/package")).status, 404);
});

test("a wrong password and a wrong code get the same answer, leave the session as it is, and are delayed", async () => {
  const wrong = [
    await prove({ password: "fel" }),
    await prove({ code: "000000" }),
    await prove({ code: "000000" }),
    await prove({ code: "000000" }),
  ];
  const told = await Promise.all(wrong.map(async (each) => `${each.status} ${await each.text()}`));
  assert.equal(new Set(told).size, 1);
  assert.ok(told[0]?.startsWith("403"));
  assert.equal((await prove()).status, 429);
  assert.equal((await ask("GET", "/api/session")).status, 200);
  const { password } = anna;
  pass(5);
  const body = { municipality: here, name: anna.signInName, password, code: anna.nextCode() };
  assert.equal((await ask("POST", "/api/session", body, "")).status, 201, "and hold up no sign-in");
});

test("a proof is logged, and so is one that was refused", async () => {
  await prove({ code: "000000" });
  pass(1);
  await prove();
  const logged = await store.within(here, (tx) => tx.audit.list(0, 2));
  assert.deepEqual(
    logged.map(({ action }) => action),
    ["session.proved", "session.proof-refused"],
  );
});

test("outside the demo nobody proves anything by a click, nor with what is another's", async () => {
  assert.equal((await ask("POST", "/api/session/proof", { kind: "demo" })).status, 403);
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  const asBo = (path: string, body: object) => ask("POST", path, body, "");
  const his = await givenWayIn({ ...given, store, post: asBo }, here, bo.account);
  pass(1);
  assert.equal((await prove({ code: his.nextCode() })).status, 403);
});

test("in the demo one press is proof enough, and the session's secret changes there too", async () => {
  const demo = givenApp(store, { kind: "demo", randomness: strongRandomness });
  const person = { name: "Ulla", municipality: "9002", role: "coordinator" } as const;
  const ulla = await demo.givenPerson(person);
  const proof = await ulla.request("POST /api/session/proof", { kind: "demo" });
  assert.equal(proof.status, 204);
  assert.equal((await ulla.request("GET /api/session")).status, 401);
  const Cookie = cookiesOf(proof);
  assert.equal((await send(demo.app, "GET", "/api/session", { Cookie })).status, 200);
});

async function own(sent = cookies): Promise<OwnAccountView> {
  return (await (await ask("GET", "/api/own-account", undefined, sent)).json()) as OwnAccountView;
}

async function signInElsewhere(): Promise<string> {
  pass(1);
  const { signInName: name, password } = anna;
  const body = { municipality: here, name, password, code: anna.nextCode() };
  const headers = { "User-Agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0" };
  const opened = await send(given.app, "POST", "/api/session", headers, body);
  assert.equal(opened.status, 201);
  return cookiesOf(opened);
}

test("she sees where she is signed in, and ends one or all others at once", async () => {
  const elsewhere = await signInElsewhere();
  const third = await signInElsewhere();
  const { sessions, hasPassword, signInName } = await own();
  assert.deepEqual([hasPassword, signInName], [true, anna.signInName]);
  // The fourth is the one that tests give everybody.
  assert.equal(sessions.length, 4);
  assert.equal(sessions.filter(({ isThis }) => isThis).length, 1);
  const [newest, second] = sessions;
  assert.deepEqual([newest?.device, newest?.method], ["Firefox på Windows", "password"]);
  const ended = await ask("DELETE", `/api/own-account/sessions/${second?.handle}`);
  assert.equal(ended.status, 204);
  assert.equal((await ask("GET", "/api/session", undefined, elsewhere)).status, 401);
  assert.equal((await ask("GET", "/api/session", undefined, third)).status, 200);
  assert.equal((await ask("DELETE", "/api/own-account/sessions/others")).status, 204);
  const out = await ask("GET", "/api/session", undefined, third);
  assert.match(await out.text(), /"session-ended"/);
  assert.equal((await own()).sessions.length, 1);
});

test("a handle opens nothing, and another's or this session's own ends nothing", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  const view = (await (await bo.request("GET /api/own-account")).json()) as OwnAccountView;
  const [his] = view.sessions;
  const mine = (await own()).sessions.find(({ isThis }) => isThis);
  for (const handle of [his?.handle, mine?.handle, "0".repeat(24)]) {
    assert.equal((await ask("DELETE", `/api/own-account/sessions/${handle}`)).status, 404);
  }
  assert.ok(!cookies.includes(mine?.handle ?? "-"));
});

test("a session that has grown too old is not listed", async () => {
  await signInElsewhere();
  pass(14);
  await ask("GET", "/api/start");
  pass(3);
  assert.equal((await own()).sessions.length, 1);
});

test("a new password takes the place of the old one, and the codes go on", async () => {
  const password = "igelkottens nya paraply";
  assert.equal((await ask("POST", "/api/own-account/password", { password: "kort" })).status, 422);
  assert.equal((await ask("POST", "/api/own-account/password", { password })).status, 204);
  pass(1);
  const typed = { municipality: here, name: anna.signInName, code: anna.nextCode() };
  const old = await ask("POST", "/api/session", { ...typed, password: anna.password });
  assert.equal(old.status, 401);
  assert.equal((await ask("POST", "/api/session", { ...typed, password })).status, 201);
});

test("a new password puts out whoever came in by the old one, and not her", async () => {
  const elsewhere = await signInElsewhere();
  const body = { password: "igelkottens nya paraply" };
  assert.equal((await ask("POST", "/api/own-account/password", body)).status, 204);
  assert.equal((await ask("GET", "/api/session", undefined, elsewhere)).status, 401);
  assert.equal((await own()).sessions.length, 1);
});

/** Both places where passwords are worked on are taken until the answer is called. */
function busyGate(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (let place = 0; place < 2; place++) {
    void given.services.passwordGate.enter(true, () => promise);
  }
  return resolve;
}

test("a password that was taken away while its sign-in waited lets nobody in", async () => {
  pass(2);
  const go = busyGate();
  const { signInName: name, password } = anna;
  const code = anna.nextCode();
  const late = ask("POST", "/api/session", { municipality: here, name, password, code }, "");
  const another = ask("POST", "/api/own-account/password", { password: "igelkottens paraply ny" });
  // Both have been looked up, and stand in line.
  await new Promise((soon) => setTimeout(soon, 300));
  await store.within(here, async (tx) => {
    const way = await tx.passwordWays.find(person.account);
    assert.ok(way);
    await tx.passwordWays.save(person.account, { ...way, passwordHash: "of another time" });
  });
  go();
  assert.equal((await late).status, 401);
  assert.equal((await another).status, 403);
  const kept = await store.within(here, (tx) => tx.passwordWays.find(person.account));
  assert.equal(kept?.passwordHash, "of another time");
});

test("whoever has no password makes none here: a link is for that", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  const password = "igelkottens nya paraply";
  assert.equal((await bo.request("POST /api/own-account/password", { password })).status, 404);
});
