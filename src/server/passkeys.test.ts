import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hashAccountLink, newAccountLink, writeAccountLink } from "#access";
import { type AccountId, addSeconds, municipalityCode, strongRandomness } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import {
  type Asked,
  type Authenticator,
  givenAuthenticator,
} from "./testing/given-authenticator.ts";
import { givenLink } from "./testing/given-way-in.ts";
import type { PasskeyChallenge } from "./wire-of-sign-in.ts";

/** Passkeys belong to a name: the same program, reached by one. */
const origin = "http://localhost:3210";
const here = municipalityCode("9001");

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { allowedOrigins: [origin], randomness: strongRandomness });
  anna = await given.givenPerson({ name: "Anna", municipality: here, role: "administrator" });
});
after(() => store.close());

function post(path: string, body: object, cookie = ""): Promise<Response> {
  return send(given.app, "POST", path, { Origin: origin, Cookie: cookie }, body);
}

async function challenged(path: string, cookie = ""): Promise<PasskeyChallenge> {
  return (await (await post(path, {}, cookie)).json()) as PasskeyChallenge;
}

async function withPasskey(person: SignedIn): Promise<Authenticator> {
  const key = givenAuthenticator();
  const asked = await challenged("/api/own-account/passkeys/challenge", person.cookie);
  const answer = key.make(asked.options as Asked);
  const body = { name: "Telefonen", challenge: asked.challenge, answer };
  assert.equal((await post("/api/own-account/passkeys", body, person.cookie)).status, 204);
  return key;
}

async function comeIn(
  key: Authenticator,
  dials: Parameters<Authenticator["use"]>[1] = {},
): Promise<Response> {
  const { challenge, options } = await challenged("/api/passkey-challenge");
  return post("/api/passkey-session", { challenge, answer: key.use(options as Asked, dials) });
}

test("a passkey made on one's own page lets its owner in, and nobody needs to say who she is", async () => {
  const key = await withPasskey(anna);
  const response = await comeIn(key);
  assert.equal(response.status, 201);
  assert.equal(((await response.json()) as { account: AccountId }).account, anna.account);
  const [cookie = ""] = (response.headers.get("set-cookie") ?? "").split(";");
  const session = await send(given.app, "GET", "/api/session", { Cookie: cookie });
  assert.equal(session.status, 200);
  const kept = await store.within(here, (tx) => tx.passkeys.listOf(anna.account));
  assert.ok(kept.find(({ id }) => id === key.id)?.lastUsedAt);
});

test("an answer made elsewhere, for elsewhere, or by nobody in particular opens nothing", async () => {
  const key = await withPasskey(anna);
  const wrong = [
    { origin: "http://localhost.example" },
    { host: "localhost.example" },
    { isVerified: false },
    { challenge: Buffer.from("another").toString("base64url") },
  ];
  const answers = [];
  for (const dials of wrong) answers.push(await comeIn(key, dials));
  answers.push(await comeIn(givenAuthenticator(), { userHandle: userHandleOf(anna) }));
  answers.push(await comeIn(givenAuthenticator(), { userHandle: "" }));
  const texts = await Promise.all(answers.map((each) => each.text()));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [401]);
  assert.equal(new Set(texts).size, 1, "all are refused with the same words");
  assert.equal((await comeIn(key)).status, 201);
});

function userHandleOf({ account }: SignedIn): string {
  return Buffer.from(`${here}.${account}`).toString("base64url");
}

test("an answer is taken once, within five minutes, and not as an answer to something else", async () => {
  const key = await withPasskey(anna);
  const { challenge, options } = await challenged("/api/passkey-challenge");
  const body = { challenge, answer: key.use(options as Asked) };
  assert.equal((await post("/api/passkey-session", body)).status, 201);
  assert.equal((await post("/api/passkey-session", body)).status, 401);

  const late = await challenged("/api/passkey-challenge");
  const answer = key.use(late.options as Asked);
  const now = given.clock.now();
  given.clock.set(addSeconds(now, 360));
  assert.equal((await post("/api/passkey-session", { ...late, answer })).status, 400);
  assert.equal(
    (await post("/api/passkey-session", { challenge: late.challenge, answer })).status,
    401,
  );
  given.clock.set(now);

  const making = await challenged("/api/own-account/passkeys/challenge", anna.cookie);
  const used = key.use(making.options as Asked, { host: "localhost" });
  const crossed = { challenge: making.challenge, answer: used };
  assert.equal((await post("/api/passkey-session", crossed)).status, 401);
});

test("a copied passkey, whose count goes backwards, opens nothing, and that is logged", async () => {
  const key = await withPasskey(anna);
  assert.equal((await comeIn(key, { signCount: 9 })).status, 201);
  assert.equal((await comeIn(key, { signCount: 5 })).status, 401);
  const log = await store.within(here, (tx) => tx.audit.list(0, 1));
  assert.equal(log[0]?.action, "passkey.refused");
});

test("another's challenge makes no passkey, and the same passkey is not had by two", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  const key = givenAuthenticator();
  const asked = await challenged("/api/own-account/passkeys/challenge", anna.cookie);
  const made = {
    name: "Min",
    challenge: asked.challenge,
    answer: key.make(asked.options as Asked),
  };
  assert.equal((await post("/api/own-account/passkeys", made, bo.cookie)).status, 422);

  const again = await challenged("/api/own-account/passkeys/challenge", anna.cookie);
  const answer = key.make(again.options as Asked);
  const body = { name: "Min", challenge: again.challenge, answer };
  assert.equal((await post("/api/own-account/passkeys", body, anna.cookie)).status, 204);
  const his = await challenged("/api/own-account/passkeys/challenge", bo.cookie);
  const taken = { name: "Min", challenge: his.challenge, answer: key.make(his.options as Asked) };
  assert.equal((await post("/api/own-account/passkeys", taken, bo.cookie)).status, 422);
});

test("of two passkeys one can be taken away, and of one none, where there is no other way in", async () => {
  const cia = await given.givenPerson({ name: "Cia", municipality: here, role: "analyst" });
  const [first, second] = [await withPasskey(cia), await withPasskey(cia)];
  const remove = (key: Authenticator, by = cia) =>
    send(given.app, "DELETE", `/api/own-account/passkeys/${key.id}`, {
      Origin: origin,
      Cookie: by.cookie,
    });
  assert.equal((await remove(first, anna)).status, 404);
  assert.equal((await remove(first)).status, 204);
  assert.equal((await comeIn(first)).status, 401);
  assert.equal((await remove(second)).status, 409);
  assert.equal((await comeIn(second)).status, 201);
});

test("of two passkeys taken away at the same moment one stays, where there is no other way in", async () => {
  for (let again = 0; again < 5; again++) {
    const eva = await given.givenPerson({ name: "Eva", municipality: here, role: "analyst" });
    const keys = [await withPasskey(eva), await withPasskey(eva)];
    const removed = await Promise.all(
      keys.map((key) =>
        send(given.app, "DELETE", `/api/own-account/passkeys/${key.id}`, {
          Origin: origin,
          Cookie: eva.cookie,
        }),
      ),
    );
    assert.deepEqual(removed.map(({ status }) => status).toSorted(), [204, 409]);
  }
});

test("after a loss the passkey that the authenticator vouches for is kept, and none that is named beside", async () => {
  const fia = await given.givenPerson({ name: "Fia", municipality: here, role: "analyst" });
  const lost = await withPasskey(fia);
  const link = await givenLink({ ...given, store }, here, fia.account, "recovery");
  const asked = await post("/api/account-link/passkey-challenge", { link });
  const { challenge, options } = (await asked.json()) as PasskeyChallenge;
  const found = givenAuthenticator();
  const answer = { ...found.make(options as Asked), id: lost.id, rawId: lost.id };
  const way = { kind: "passkey", name: "Ny", challenge, answer };
  const opened = await post("/api/account-link/way-in", { link, way });
  assert.equal(opened.status, 201);
  const kept = await store.within(here, (tx) => tx.passkeys.listOf(fia.account));
  assert.deepEqual(
    kept.map(({ id }) => id),
    [found.id],
  );
});

test("a closed account's passkey opens nothing", async () => {
  const dan = await given.givenPerson({ name: "Dan", municipality: here, role: "analyst" });
  const key = await withPasskey(dan);
  await store.within(here, (tx) => tx.accounts.setDisabled(dan.account, given.clock.now()));
  assert.equal((await comeIn(key)).status, 401);
});

test("a one-time link tells what its owner's authenticator needs, as often as it likes while it is good", async () => {
  const link = newAccountLink(here, strongRandomness);
  const at = given.clock.now();
  await store.within(here, (tx) =>
    tx.accountLinks.insert({
      linkHash: hashAccountLink(link),
      account: anna.account,
      purpose: "invitation",
      madeBy: null,
      madeAt: at,
      expiresAt: addSeconds(at, 600),
    }),
  );
  const path = "/api/account-link/passkey-challenge";
  const asked = await post(path, { link: writeAccountLink(link) });
  const { options } = (await asked.json()) as PasskeyChallenge;
  assert.equal((options as Asked).user?.id, userHandleOf(anna));
  assert.equal((await post(path, { link: writeAccountLink(link) })).status, 200);
  const dead = await post(path, { link: `9001.${"A".repeat(22)}` });
  const nowhere = await post(path, { link: `9099.${"A".repeat(22)}` });
  assert.deepEqual([dead.status, await dead.text()], [nowhere.status, await nowhere.text()]);
  assert.equal(dead.status, 410);
});

test("what is no answer of an authenticator is refused with its place", async () => {
  const { challenge } = await challenged("/api/passkey-challenge");
  const response = await post("/api/passkey-session", { challenge, answer: { id: "x" } });
  assert.equal(response.status, 400);
});
