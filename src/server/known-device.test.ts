import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { addSeconds, municipalityCode, strongRandomness } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import { cookiesOf, givenWayIn, type WayIn } from "./testing/given-way-in.ts";

const here = municipalityCode("9001");

let store: TestStore;
let given: GivenApp;
let person: SignedIn;
/** Her browser, and how she comes in by it. */
let anna: WayIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { randomness: strongRandomness });
});
beforeEach(async () => {
  person = await given.givenPerson({ name: "Anna", municipality: here, role: "caseWorker" });
  anna = await givenWayIn({ ...given, store, post }, here, person.account);
  pass(120);
});
after(() => store.close());

function pass(seconds: number): void {
  given.clock.set(addSeconds(given.clock.now(), seconds));
}

function post(path: string, body: object, headers = {}): Promise<Response> {
  return send(given.app, "POST", path, headers, body);
}

type From = { readonly cookies?: string; readonly address?: string };

/** The app is asked without a port: it is a proxy on this machine that says from where. */
function signIn(
  { cookies = "", address = "198.51.100.7" }: From,
  typed: { readonly name?: string; readonly password?: string; readonly code?: string } = {},
): Promise<Response> {
  const { signInName: name, password } = anna;
  const body = { municipality: here, name, password, code: "000000", ...typed };
  const headers = { "Content-Type": "application/json", Origin: "http://127.0.0.1:3210" };
  return Promise.resolve(
    given.app.request(
      "http://127.0.0.1:3210/api/session",
      {
        method: "POST",
        headers: { ...headers, Cookie: cookies, "X-Forwarded-For": address },
        body: JSON.stringify(body),
      },
      { incoming: { socket: { remoteAddress: "127.0.0.1" } } },
    ),
  );
}

const browserOf = ({ cookies }: WayIn) => ({ cookies });

test("five hundred guesses from many addresses keep her out of nothing: her own browser opens at once", async () => {
  const guesses = Array.from({ length: 500 }, (_, guess) => {
    const address = `203.0.${Math.floor(guess / 250)}.${guess % 250}`;
    return signIn({ address }, { password: `gissning nummer ${guess}` });
  });
  const during = await signIn(browserOf(anna), { code: anna.nextCode() });
  assert.equal(during.status, 201, "also while they come");
  const answers = await Promise.all(guesses);
  const statuses = answers.map(({ status }) => status);
  assert.deepEqual([...new Set(statuses)].toSorted(), [401, 429]);
  const lookedAt = statuses.filter((status) => status === 401).length;
  assert.equal(lookedAt, 4, "the others were not looked at");

  const after = await signIn({ cookies: cookiesOf(during) }, { code: anna.nextCode() });
  assert.equal(after.status, 201);
  const attackers = await signIn({ address: "192.0.2.1" }, { code: anna.nextCode() });
  assert.equal(attackers.status, 429, "not even with the right password and code");
});

test("slips in her own browser are delayed there, and clear when she comes in", async () => {
  for (let slip = 0; slip < 4; slip++) {
    assert.equal((await signIn(browserOf(anna), { password: "fel" })).status, 401);
  }
  assert.equal((await signIn(browserOf(anna), { code: anna.nextCode() })).status, 429);
  // They count for nobody else.
  assert.equal((await signIn({ address: "192.0.2.2" }, { password: "fel" })).status, 401);
  pass(300);
  assert.equal((await signIn(browserOf(anna), { code: anna.nextCode() })).status, 201);
});

test("every sign-in gives the browser a new mark, and the old one is nobody's when it is ended", async () => {
  const first = await signIn(browserOf(anna), { code: anna.nextCode() });
  const cookies = cookiesOf(first);
  const mark = (text: string) => /skillnad-device=([^;]+)/.exec(text)?.[1];
  assert.notEqual(mark(cookies), mark(anna.cookies));
  pass(1);
  await store.within(here, (tx) => tx.sessions.revokeAllOf(person.account, given.clock.now()));
  for (let guess = 0; guess < 4; guess++) await signIn({ address: `192.0.2.${guess}` });
  assert.equal((await signIn({ cookies }, { code: anna.nextCode() })).status, 429);
});

test("the mark of one person is of no use for another, nor is one that somebody has made", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "caseWorker" });
  const his = await givenWayIn({ ...given, store, post }, here, bo.account);
  for (let guess = 0; guess < 4; guess++) await signIn({ address: `192.0.2.1${guess}` });
  const made = `skillnad-device=${Date.parse(given.clock.now())}.${"A".repeat(22)}.${"B".repeat(43)}`;
  const code = anna.nextCode();
  for (const cookies of [his.cookies, made, "skillnad-device=~~~", ""]) {
    const tried = await signIn({ cookies, address: "192.0.2.99" }, { code });
    assert.equal(tried.status, 429);
  }
  assert.equal((await signIn(browserOf(anna), { code })).status, 201);
});

test("two who share a browser are both known in it, and the cookie names neither", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "caseWorker" });
  const shared = (path: string, body: object) => post(path, body, { Cookie: anna.cookies });
  const his = await givenWayIn({ ...given, store, post: shared }, here, bo.account);
  assert.ok(!his.cookies.includes(bo.account) && !his.cookies.includes(person.account));
  for (let guess = 0; guess < 5; guess++) await signIn({ address: `192.0.2.3${guess}` });
  assert.equal((await signIn({ cookies: his.cookies }, { code: anna.nextCode() })).status, 201);
});

test("an earlier mark of a browser counts together with its newest", async () => {
  const first = anna.cookies;
  const second = cookiesOf(await signIn(browserOf(anna), { code: anna.nextCode() }));
  for (let guess = 0; guess < 4; guess++) {
    assert.equal((await signIn({ cookies: first }, { password: "fel" })).status, 401);
  }
  const again = await signIn({ cookies: second }, { password: "fel" });
  assert.equal(again.status, 429, "whoever has copied the earlier one gets no tries of his own");
});

test("a right sign-in from an address takes away no failures but its own", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "caseWorker" });
  const his = await givenWayIn({ ...given, store, post }, here, bo.account);
  const address = "203.0.113.200";
  const guess = async (nth: number) =>
    (await signIn({ address }, { name: `okänd ${nth}`, password: "fel" })).status;
  assert.deepEqual([await guess(1), await guess(2), await guess(3)], [401, 401, 401]);
  const typed = { name: his.signInName, password: his.password };
  for (let time = 0; time < 3; time++) {
    pass(31);
    assert.equal((await signIn({ address }, { ...typed, code: his.nextCode() })).status, 201);
  }
  assert.equal(await guess(4), 401, "what was right counts as no failure");
  assert.equal(await guess(5), 429, "and what was wrong before still does");
});

test("browsers forgotten in the future, by a clock that was put back, are known again after a sign-in", async () => {
  const back = given.clock.now();
  given.clock.set(addSeconds(back, 7200));
  await store.within(here, (tx) => tx.sessions.revokeAllOf(person.account, given.clock.now()));
  given.clock.set(back);
  const opened = await signIn({ address: "192.0.2.60" }, { code: anna.nextCode() });
  assert.equal(opened.status, 201);
  pass(60);
  for (let guess = 0; guess < 4; guess++) await signIn({ address: `192.0.2.6${guess}` });
  const hers = await signIn({ cookies: cookiesOf(opened) }, { code: anna.nextCode() });
  assert.equal(hers.status, 201);
});

test("what is counted says neither whose name nor which address it is of", async () => {
  await signIn({ address: "203.0.113.77" }, { password: "fel" });
  const heading = await store.within(here, (tx) =>
    tx.signInAttempts.find("account", anna.signInName.toLowerCase(), given.clock.now()),
  );
  assert.equal(heading, undefined);
  assert.equal(
    await store.within(here, (tx) =>
      tx.signInAttempts.find("address", "203.0.113.77", given.clock.now()),
    ),
    undefined,
  );
});
