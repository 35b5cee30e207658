import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { codeAt } from "#access";
import { addSeconds, municipalityCode, strongRandomness } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import { cookiesOf, givenLink, givenWayIn } from "./testing/given-way-in.ts";
import type { SessionView } from "./wire.ts";
import type { AccountLinkView } from "./wire-of-sign-in.ts";

const here = municipalityCode("9001");
const good = "kopparslagare vid ån";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let link: string;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { randomness: strongRandomness });
});
beforeEach(async () => {
  anna = await given.givenPerson({ name: "Anna Ek", municipality: here, role: "caseWorker" });
  link = await givenLink({ ...given, store }, here, anna.account);
});
after(() => store.close());

function post(path: string, body: object, headers = {}): Promise<Response> {
  return send(given.app, "POST", path, headers, body);
}

async function look(written = link): Promise<AccountLinkView> {
  const looked = await post("/api/account-link", { link: written });
  assert.equal(looked.status, 200);
  return (await looked.json()) as AccountLinkView;
}

type Chosen = { readonly password?: string; readonly sealed?: string; readonly code?: string };

async function choose({ codes }: AccountLinkView, chosen: Chosen = {}, written = link) {
  const { sealed, seed } = codes;
  const code = codeAt(seed, given.clock.now());
  const way = { kind: "password", password: good, sealed, code, ...chosen };
  return post("/api/account-link/way-in", { link: written, way });
}

async function told(response: Response): Promise<string> {
  return `${response.status} ${[...response.headers].join("\n")} ${await response.text()}`;
}

test("a link says whose it is, and opens the account once", async () => {
  const view = await look();
  assert.deepEqual(
    [view.name, view.purpose, view.municipality.code],
    ["Anna Ek", "invitation", here],
  );
  const opened = await choose(view);
  assert.equal(opened.status, 201);
  const session = (await opened.json()) as SessionView;
  assert.equal(session.account, anna.account);
  const [pair = ""] = cookiesOf(opened).split(";");
  assert.equal((await send(given.app, "GET", "/api/session", { Cookie: pair })).status, 200);
  assert.equal((await choose(view)).status, 410);
  const logged = await store.within(here, (tx) => tx.audit.list(0, 2));
  assert.deepEqual(
    logged.map(({ action }) => action),
    ["session.started", "account.opened"],
  );
});

test("looking burns nothing, and every look has a seed of its own", async () => {
  const first = await look();
  const second = await look();
  assert.notEqual(first.codes.seed, second.codes.seed);
  for (const path of [`/valkommen`, "/api/account-link"]) {
    await send(given.app, "GET", path, {});
    await send(given.app, "HEAD", path, {});
  }
  assert.equal((await choose(first)).status, 201, "the earlier picture works too");
});

test("used, too old, replaced, another's, closed and invented links give the same bytes", async () => {
  await choose(await look());
  const used = link;
  const replaced = await givenLink({ ...given, store }, here, anna.account);
  const old = await givenLink({ ...given, store }, here, anna.account);
  given.clock.set(addSeconds(given.clock.now(), 3601));
  const gone = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  const closed = await givenLink({ ...given, store }, here, gone.account);
  await store.within(here, (tx) => tx.accounts.setDisabled(gone.account, given.clock.now()));
  const invented = `${here}.${"A".repeat(22)}`;
  const elsewhere = `9099.${link.slice(5)}`;
  const answers = new Set<string>();
  for (const dead of [used, replaced, old, closed, invented, elsewhere, "", "x".repeat(100)]) {
    answers.add(await told(await post("/api/account-link", { link: dead })));
    const way = { kind: "password", password: good, sealed: "x", code: "123456" };
    answers.add(await told(await post("/api/account-link/way-in", { link: dead, way })));
  }
  assert.equal(answers.size, 1);
  assert.match([...answers].join(), /^410 .*account-link-dead/s);
});

test("a password that is guessed and a code that is not of the seed are told, and the link stays good", async () => {
  const view = await look();
  const wrong = [
    [await choose(view, { password: "kort" }), "password-too-short", "password"],
    [await choose(view, { password: "Sommaren2026" }), "password-guessable", "password"],
    [await choose(view, { password: "Anna Ek Anna Ek" }), "password-guessable", "password"],
    [await choose(view, { code: "000000" }), "code-refused", "code"],
    [await choose(view, { sealed: "AAAA" }), "code-refused", "code"],
  ] as const;
  for (const [answer, code, at] of wrong) {
    assert.equal(answer.status, 422);
    const { problems } = (await answer.json()) as { problems: { code: string; at: string }[] };
    assert.deepEqual(
      problems.map((each) => [each.code, each.at]),
      [[code, at]],
    );
  }
  assert.equal((await choose(view)).status, 201);
});

test("a seed that was offered for one link is of no use with another", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  const his = await givenLink({ ...given, store }, here, bo.account);
  const view = await look();
  assert.equal((await choose(view, {}, his)).status, 422);
});

test("of two who use the same link at the same moment one comes in", async () => {
  const view = await look();
  const both = await Promise.all([choose(view), choose(view)]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 410]);
});

test("a new way in after a loss takes the earlier ones away, with every session and known browser", async () => {
  const before = await givenWayIn({ ...given, store, post }, here, anna.account);
  given.clock.set(addSeconds(given.clock.now(), 120));
  const recovery = await givenLink({ ...given, store }, here, anna.account, "recovery");
  const view = await look(recovery);
  assert.equal(view.purpose, "recovery");
  assert.equal((await choose(view, {}, recovery)).status, 201);
  const out = await send(given.app, "GET", "/api/session", { Cookie: before.cookies });
  assert.equal(out.status, 401);
  const signIn = { municipality: here, name: before.signInName, password: before.password };
  const tried = await post("/api/session", { ...signIn, code: before.nextCode() });
  assert.equal(tried.status, 401);
});

test("the database keeps the seed sealed, to this account alone", async () => {
  const view = await look();
  await choose(view);
  const way = await store.within(here, (tx) => tx.passwordWays.find(anna.account));
  assert.ok(way && !way.codeSealed.includes(view.codes.seed));
  // Moved to another's row it opens nothing.
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  await store.within(here, (tx) =>
    tx.passwordWays.save(bo.account, { ...way, codeLastStep: null }),
  );
  given.clock.set(addSeconds(given.clock.now(), 60));
  const code = codeAt(view.codes.seed, given.clock.now());
  const typed = { municipality: here, name: bo.account, password: good, code };
  assert.equal((await post("/api/session", typed)).status, 401);
});
