import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import {
  hashAccountLink,
  hashSessionSecret,
  newSessionToken,
  parseAccountLink,
  writeSessionToken,
} from "#access";
import { addHours, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, send } from "./testing/given-app.ts";
import type { FirstRunBeginning, FirstRunView, MadeLink } from "./wire-of-people.ts";

/** An empty store, and what the terminal has told. */
let store: TestStore;
let given: GivenApp;
let secret: string;

beforeEach(async () => {
  store = await openTestStore();
  given = givenApp(store);
  secret = given.services.firstRun.drawSecret();
});
afterEach(() => store.close());

const wish = {
  act: "begin",
  municipality: { code: "9071", name: "Granmyr" },
  administrator: { name: "Eva Stenmo", signInName: "eva.stenmo" },
};

async function ask(body: object): Promise<{ status: number; told: unknown }> {
  const response = await send(given.app, "POST", "/api/first-run", {}, { secret, ...body });
  return { status: response.status, told: await response.json() };
}

async function codesOf(answer: Promise<{ told: unknown }>): Promise<string> {
  const { problems } = (await answer).told as { problems: readonly { code: string }[] };
  return problems.map(({ code }) => code).join(" ");
}

/** As somebody who has used her link: with a way in, and a session. */
async function comeIn({ account, link }: MadeLink) {
  const municipality = municipalityCode(link.slice(0, 4));
  const token = newSessionToken(municipality, given.services.randomness);
  const at = given.clock.now();
  await store.within(municipality, async (tx) => {
    const way = { passwordHash: "argon2id$…", codeSealed: "…", codeLastStep: null };
    await tx.passwordWays.save(account, way);
    await tx.sessions.insert({
      tokenHash: hashSessionSecret(token.secret),
      account,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: addHours(at, 8),
      revokedAt: null,
    });
  });
  const headers = { Cookie: `skillnad=${writeSessionToken(token)}` };
  return async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const response = await send(given.app, method, path, headers, body);
    const text = await response.text();
    assert.ok(response.ok, text);
    return JSON.parse(text) as Body;
  };
}

async function signInOptions(): Promise<{ isFirstRun: boolean }> {
  return (await send(given.app, "GET", "/api/sign-in", {})).json() as Promise<{
    isFirstRun: boolean;
  }>;
}

test("the secret makes the municipality, its first administrator, and a link for her", async () => {
  assert.deepEqual(await signInOptions().then(({ isFirstRun }) => isFirstRun), true);
  const { status, told } = await ask(wish);
  assert.equal(status, 201, JSON.stringify(told));
  const link = parseAccountLink((told as MadeLink).link) ?? assert.fail();
  const [own] = await store.municipalities();
  const granmyr = { code: "9071", kind: "municipality", name: "Granmyr", county: "90" };
  assert.deepEqual(own, granmyr);
  const kept = await store.within(link.municipality, (tx) =>
    tx.accountLinks.find(hashAccountLink(link)),
  );
  assert.equal(kept?.madeBy, null);
  const account = await store.within(link.municipality, (tx) =>
    tx.accounts.find(kept?.account ?? assert.fail()),
  );
  assert.deepEqual(account?.grants, [{ role: "administrator", unit: null }]);
});

test("without the secret nothing is told and nothing is made; a wrong one is delayed, the right one never", async () => {
  const wrong = () => ask({ ...wish, secret: "A".repeat(22) });
  for (let slip = 0; slip < 4; slip++) {
    const { status } = await wrong();
    assert.equal(status, 401);
  }
  assert.equal(await codesOf(wrong()), "sign-in-too-fast");
  assert.deepEqual(await store.municipalities(), []);
  assert.equal((await ask({ act: "look" })).status, 200);
  given.services.firstRun.drawSecret();
  assert.equal(await codesOf(ask({ act: "look" })), "sign-in-too-fast");
});

test("of two who begin at once one comes first, and the other is told", async () => {
  const other = { ...wish, municipality: { code: "9072", name: "Norrlöv" } };
  const answers = await Promise.all([ask(wish), ask(other)]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409]);
  assert.equal((await store.municipalities()).length, 1);
});

test("what cannot be is told, all of it at once, and nothing is made", async () => {
  const bad = {
    act: "begin",
    municipality: { code: "148", name: " " },
    administrator: { name: "", signInName: "eva stenmo" },
  };
  assert.equal(
    await codesOf(ask(bad)),
    "municipality-code-form name-needed name-needed sign-in-name-form",
  );
  const nation = { ...wish, municipality: { code: "0000", name: "Riket" } };
  assert.equal(await codesOf(ask(nation)), "municipality-code-form");
  assert.deepEqual(await store.municipalities(), []);
});

test("stopped in the middle: the next start goes on with the same administrator and another link", async () => {
  const first = (await ask(wish)).told as MadeLink;
  given = givenApp(store);
  assert.equal(await codesOf(ask({ act: "look" })), "setup-secret-wrong");
  secret = given.services.firstRun.drawSecret();
  const { told } = await ask({ act: "look" });
  const begun = { municipality: "Granmyr", administrator: "Eva Stenmo" };
  assert.deepEqual((told as FirstRunBeginning).begun, begun);
  assert.equal(await codesOf(ask(wish)), "first-run-over");
  const again = (await ask({ act: "continue" })).told as MadeLink;
  assert.equal(again.account, first.account);
  assert.notEqual(again.link, first.link);
  const dead = parseAccountLink(first.link) ?? assert.fail();
  const kept = await store.within(dead.municipality, (tx) =>
    tx.accountLinks.find(hashAccountLink(dead)),
  );
  assert.equal(kept, undefined);
});

test("once somebody can come in the secret opens nothing, and no later start tells one", async () => {
  await comeIn((await ask(wish)).told as MadeLink);
  assert.equal((await signInOptions()).isFirstRun, false);
  for (const act of ["look", "continue"]) {
    assert.equal(await codesOf(ask({ act })), "first-run-over", act);
  }
  assert.equal(await codesOf(ask(wish)), "first-run-over");
  assert.equal(await givenApp(store).services.firstRun.isOpen(), false);
});

test("no other link is told while she is coming in by hers", async () => {
  const made = (await ask(wish)).told as MadeLink;
  const link = parseAccountLink(made.link) ?? assert.fail();
  let asked: Promise<string> | undefined;
  await store.within(link.municipality, async (tx) => {
    assert.ok(await tx.accountLinks.use(hashAccountLink(link), given.clock.now()));
    asked = codesOf(ask({ act: "continue" }));
    const way = { passwordHash: "argon2id$…", codeSealed: "…", codeLastStep: null };
    await tx.passwordWays.save(made.account, way);
    // Long enough for the other to have read what there was before.
    for (let read = 0; read < 100; read++) await tx.people.list();
  });
  assert.equal(await asked, "first-run-over");
});

test("how far it has come is read from what there is, until it is ended", async () => {
  const eva = await comeIn((await ask(wish)).told as MadeLink);
  const begun = await eva<FirstRunView>("GET", "/api/first-run");
  assert.deepEqual(begun.units, []);
  assert.equal(begun.isUnderWay, true);
  assert.equal(begun.codebook.isSeen, false);
  assert.ok(begun.codebook.questions > begun.codebook.reconstructed);
  const unit = { name: "Familjefrid", kind: "both", isOpenToColleagues: false, serves: [] };
  const { units } = await eva<{ units: readonly { id: string }[] }>("POST", "/api/units", unit);
  await eva("PUT", "/api/first-run/codebook");
  const roles = [{ role: "caseWorker", unit: units[0]?.id }];
  await eva("POST", "/api/people", { name: "Anna", signInName: "anna", roles });
  const later = await eva<FirstRunView>("GET", "/api/first-run");
  assert.deepEqual(
    [later.units.length, later.codebook.isSeen, later.people, later.caseWorkers],
    [1, true, 1, 1],
  );
  assert.equal(later.isCaseWorker, false);
  const ended = await eva<FirstRunView>("PUT", "/api/first-run/end");
  assert.equal(ended.isUnderWay, false);
});

test("a demo has people already, and is begun by nobody", async () => {
  const demo = givenApp(store, { kind: "demo" });
  assert.equal(await demo.services.firstRun.isOpen(), false);
});
