import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { type AccountId, isoDate, municipalityCode, unitId } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { NoticeList, StartView } from "./wire.ts";
import type { LogMarkLines, LogReviewView } from "./wire-of-log.ts";
import type { MadeLink, PersonView } from "./wire-of-people.ts";

/**
 * One administrator alone never comes to another person's cases: not by her leaving, not by somebody who
 * does not exist, not by a role that nobody hears of.
 */
let store: TestStore;
let given: GivenApp;
let eva: SignedIn;
let vera: SignedIn;
const own = municipalityCode("9001");
const administrator = [{ role: "administrator", unit: null }] as const;
const monday = "2026-11-02T08:00:00Z";

before(async () => {
  store = await openTestStore();
});
after(() => store.close());

let next = 0;
let municipality = own;
beforeEach(async () => {
  given = givenApp(store);
  municipality = municipalityCode(String(9100 + next++));
  // The municipality has had people for long: nothing is new but what the test makes.
  given.clock.set("2026-09-01T08:00:00Z");
  await given.givenUnit(municipality, "here");
  const [first, worker] = [
    await person("Eva", "administrator"),
    await person("Vera", "caseWorker"),
  ];
  given.clock.set(monday);
  eva = await signedInAgain(first.account);
  vera = await signedInAgain(worker.account);
});

type Named = "administrator" | "caseWorker" | "unitManager" | "logReviewer";

async function person(name: string, role: Named): Promise<SignedIn> {
  const place = role === "caseWorker" || role === "unitManager" ? { unit: "here" } : {};
  const made = await given.givenPerson({ name, municipality, role, ...place });
  await comeIn(made.account);
  return made;
}

async function comeIn(account: AccountId): Promise<void> {
  const way = { passwordHash: "argon2id$…", codeSealed: "…", codeLastStep: null };
  await store.within(municipality, async (tx) => {
    await tx.passwordWays.save(account, way);
    await tx.people.signedInOn(account, isoDate("2026-11-02"));
  });
}

/** Sessions last for a working day. */
async function signedInAgain(account: AccountId): Promise<SignedIn> {
  return given.givenSession(municipality, account);
}

async function told<Body>(answer: Promise<Response>, status = 200): Promise<Body> {
  const response = await answer;
  const text = await response.text();
  assert.equal(response.status, status, text);
  return (text === "" ? undefined : JSON.parse(text)) as Body;
}

async function refused(answer: Promise<Response>): Promise<string> {
  const body = (await (await answer).json()) as { problems: readonly { code: string }[] };
  return body.problems.map(({ code }) => code).join(" ");
}

/** Invited as an administrator by somebody who then uses the link herself. */
async function puppetOf(maker: SignedIn, name: string): Promise<SignedIn> {
  const invitation = { name, signInName: name.toLowerCase(), roles: administrator };
  const made = await told<MadeLink>(maker.request("POST /api/people", invitation), 201);
  await store.within(municipality, async (tx) => {
    const [link] = (await tx.accountLinks.listWaiting()).filter(
      ({ account }) => account === made.account,
    );
    assert.ok(await tx.accountLinks.use(link?.linkHash ?? "", given.clock.now()));
  });
  await comeIn(made.account);
  return signedInAgain(made.account);
}

async function asks(asker: SignedIn, whom: SignedIn = vera): Promise<string> {
  const path = `POST /api/people/${whom.account}/recovery`;
  const { recovery } = await told<PersonView>(asker.request(path));
  return recovery?.id ?? assert.fail();
}

function allows(by: SignedIn, id: string): Promise<Response> {
  return by.request(`PUT /api/recoveries/${id}`, { isAllowed: true });
}

async function sentencesOf(who: SignedIn): Promise<readonly string[]> {
  const { todo, more } = await told<StartView>(who.request("GET /api/start"));
  return [...todo, ...more].map(({ sentence }) => sentence);
}

test("one who leaves and is let back by one alone: no link, and the account stays closed", async () => {
  await told(eva.request(`POST /api/people/${vera.account}/leave`));
  const answer = await told<object>(eva.request(`POST /api/people/${vera.account}/return`));
  assert.ok(!("link" in answer && typeof answer.link === "string"));
  const waiting = await store.within(municipality, (tx) => tx.accountLinks.listWaiting());
  assert.deepEqual(waiting, []);
});

test("a puppet allows nothing that its maker asks, and the other way round", async () => {
  const puppet = await puppetOf(eva, "Puppet");
  const id = await asks(eva);
  assert.equal(await refused(allows(puppet, id)), "recovery-by-own-invitation");
  await told(eva.request(`PUT /api/recoveries/${id}`, { isAllowed: false }), 204);
  assert.equal(await refused(allows(eva, await asks(puppet))), "recovery-by-own-invitation");
});

test("nor does a puppet's puppet, for a week in which the others were told of it", async () => {
  const hanna = await person("Hanna", "administrator");
  const lova = await person("Lova", "logReviewer");
  const one = await puppetOf(eva, "One");
  const two = await puppetOf(one, "Two");
  assert.equal(await refused(allows(two, await asks(eva))), "recovery-by-somebody-new");
  for (const who of [hanna, lova]) {
    const sentences = await sentencesOf(who);
    assert.ok(sentences.includes("Eva har gjort One till administratör"), sentences.join());
    assert.ok(sentences.includes("One har gjort Two till administratör"));
  }
  assert.ok(!(await sentencesOf(eva)).includes("Eva har gjort One till administratör"));
});

test("two who are known for a week give a way in; everybody who would object is told", async () => {
  given.clock.set("2026-09-01T08:00:00Z");
  const hanna = await person("Hanna", "administrator");
  const siv = await person("Siv", "administrator");
  const lova = await person("Lova", "logReviewer");
  given.clock.set(monday);
  const again = async (who: SignedIn) => signedInAgain(who.account);
  const [hannaNow, sivNow, lovaNow] = [await again(hanna), await again(siv), await again(lova)];
  const id = await asks(eva);
  const asked = "Eva har bett om en ny väg in till ditt konto: stämmer det?";
  assert.ok((await sentencesOf(vera)).includes(asked));
  assert.ok((await sentencesOf(lovaNow)).includes("Eva har bett om en ny väg in för Vera"));
  await told(allows(hannaNow, id), 201);
  for (const who of [eva, sivNow, lovaNow]) {
    assert.ok((await sentencesOf(who)).includes("Hanna har godkänt en ny väg in för Vera"));
  }
});

test("in the municipality's own first week nobody has been there longer", async () => {
  municipality = municipalityCode(String(9200 + next));
  await given.givenUnit(municipality, "here");
  const [ada, bea] = [await person("Ada", "administrator"), await person("Bea", "administrator")];
  const cleo = await person("Cleo", "caseWorker");
  await told(allows(bea, await asks(ada, cleo)), 201);
});

test("what an administrator has made and asked for goes with her role", async () => {
  given.clock.set("2026-09-01T08:00:00Z");
  const made = await person("Hanna", "administrator");
  given.clock.set(monday);
  const hanna = await signedInAgain(made.account);
  const invitation = { name: "Ny", signInName: "ny", roles: administrator };
  await told(hanna.request("POST /api/people", invitation), 201);
  const id = await asks(hanna);
  const change = {
    name: "Hanna",
    roles: [{ role: "analyst", unit: null }],
    seen: administrator,
  };
  await told(eva.request(`PUT /api/people/${hanna.account}`, change));
  assert.deepEqual(await store.within(municipality, (tx) => tx.accountLinks.listWaiting()), []);
  assert.equal(await refused(allows(eva, id)), "recovery-gone");
  const back = { ...change, roles: administrator, seen: change.roles };
  await told(eva.request(`PUT /api/people/${hanna.account}`, back));
  await told(hanna.request("POST /api/people", { ...invitation, signInName: "nyare" }), 201);
  await told(eva.request(`POST /api/people/${hanna.account}/leave`));
  assert.deepEqual(await store.within(municipality, (tx) => tx.accountLinks.listWaiting()), []);
});

test("an invitation opens no account that is open already, also of two at once", async () => {
  const made = await told<MadeLink>(
    eva.request("POST /api/people", { name: "Ny", signInName: "ny", roles: administrator }),
    201,
  );
  const at = given.clock.now();
  const later = given.clock.now().replace("2026-11-02", "2026-11-09") as typeof at;
  const invitation = { account: made.account, purpose: "invitation", madeBy: eva.account } as const;
  const times = { madeAt: at, expiresAt: later };
  await store.within(municipality, (tx) =>
    tx.accountLinks.insert({ ...invitation, ...times, linkHash: "first" }),
  );
  // She comes in while somebody renews the link: whichever is first, one of the two comes to nothing.
  const using = store.within(municipality, async (tx) => {
    const isUsed = await tx.accountLinks.use("first", at);
    const way = { passwordHash: "argon2id$…", codeSealed: "…", codeLastStep: null };
    if (isUsed) await tx.passwordWays.save(made.account, way);
    return isUsed;
  });
  const renewing = eva.request(`POST /api/people/${made.account}/link`);
  const [isUsed, renewed] = await Promise.all([using, renewing]);
  assert.notEqual(isUsed, renewed.status === 201);
  await comeIn(made.account);
  await store.within(municipality, (tx) =>
    tx.accountLinks.insert({ ...invitation, ...times, linkHash: "second" }),
  );
  const use = (hash: string, when = at) =>
    store.within(municipality, (tx) => tx.accountLinks.use(hash, when));
  assert.equal(await use("second"), false);
  await store.within(municipality, (tx) =>
    tx.accountLinks.insert({ ...invitation, ...times, purpose: "recovery", linkHash: "third" }),
  );
  assert.equal(await use("third", later), false, "too old");
  assert.equal(await use("third"), true);
});

test("who was linked to a provider that is listed no longer cannot come in, and is not counted", async () => {
  given.clock.set("2026-09-01T08:00:00Z");
  const role = "administrator";
  const made = await given.givenPerson({ name: "Hanna", municipality, role });
  given.clock.set(monday);
  const identity = { issuer: "https://borta.example", subjectKey: "0".repeat(64) };
  await store.within(municipality, (tx) =>
    tx.providerIdentities.insert(identity, made.account, given.clock.now()),
  );
  const hanna = await told<PersonView>(eva.request(`GET /api/people/${made.account}`));
  assert.deepEqual([hanna.state, hanna.waysIn.providers, hanna.takesTwo], ["invited", 0, true]);
  assert.equal(
    await refused(eva.request(`POST /api/people/${eva.account}/leave`)),
    "last-administrator",
  );
});

test("who gives herself a unit is a line for the reviewer, and news for its manager", async () => {
  const maria = await person("Maria", "unitManager");
  const code = await vera.startCase("here");
  await told(eva.request(`GET /api/cases/${code}`), 404);
  const manager = { role: "unitManager", unit: unitId("here") } as const;
  const change = { name: "Eva", roles: [...administrator, manager], seen: administrator };
  await told(eva.request(`PUT /api/people/${eva.account}`, change));
  await told(eva.request(`GET /api/cases/${code}`));
  const undo = { name: "Eva", roles: administrator, seen: change.roles };
  await told(eva.request(`PUT /api/people/${eva.account}`, undo));
  assert.ok((await sentencesOf(maria)).includes("Eva har fått en roll i here"));
  const { newcomers } = await told<NoticeList>(maria.request("GET /api/notices"));
  assert.deepEqual(
    newcomers.map(({ name, role, unit, by }) => [name, role, unit, by]),
    [["Eva", "unitManager", "here", "Eva"]],
  );

  const lova = await person("Lova", "logReviewer");
  const review = await told<LogReviewView>(lova.request("POST /api/log-reviews"));
  const marks = review.kinds.find(({ kind }) => kind === "power")?.marks ?? [];
  assert.deepEqual(
    marks.map(({ by, sentence }) => [by, sentence]),
    [["Eva", "Gav roller eller en väg in"]],
  );
  const { entries } = await told<LogMarkLines>(
    lova.request(`GET /api/log-reviews/1/marks/${marks[0]?.number}`),
  );
  assert.deepEqual(JSON.parse(entries[0]?.details ?? ""), {
    account: "Eva",
    added: ["unitManager@here"],
    removed: [],
  });
  // What she opened was hers to open then, and the one before the role was not.
  const colleague = review.kinds.find(({ kind }) => kind === "colleague")?.marks ?? [];
  assert.deepEqual(colleague, []);
});

test("whose a case was goes by the roles of the day, taken away since or given since", async () => {
  const [maria, bo] = [await person("Maria", "unitManager"), await person("Bo", "caseWorker")];
  const code = await vera.startCase("here");
  await told(maria.request(`GET /api/cases/${code}`));
  const reason = { reason: "Vi delar rum" };
  await told(bo.request(`POST /api/cases/${code}/access-reasons`, reason), 201);
  const at = { unit: unitId("here") };
  const [manager, worker] = [
    { role: "unitManager", ...at },
    { role: "caseWorker", ...at },
  ] as const;
  const change = (who: SignedIn, name: string, seen: object, role: object) =>
    eva.request(`PUT /api/people/${who.account}`, { name, roles: [role], seen: [seen] });
  await told(change(maria, "Maria", manager, worker));
  await told(change(bo, "Bo", worker, manager));
  const lova = await person("Lova", "logReviewer");
  const review = await told<LogReviewView>(lova.request("POST /api/log-reviews"));
  const colleague = review.kinds.find(({ kind }) => kind === "colleague")?.marks ?? [];
  assert.deepEqual(
    colleague.map(({ by }) => by),
    ["Bo"],
  );
});

test("whoever was made a reviewer by an act does not find that act in order", async () => {
  const roles = [{ role: "logReviewer", unit: null }] as const;
  const change = { name: "Vera", roles, seen: [{ role: "caseWorker", unit: unitId("here") }] };
  await told(eva.request(`PUT /api/people/${vera.account}`, change));
  const review = await told<LogReviewView>(vera.request("POST /api/log-reviews"));
  const [mark] = review.kinds.find(({ kind }) => kind === "power")?.marks ?? [];
  assert.ok(mark?.isOwn);
  const settling = vera.request(`PUT /api/log-reviews/1/marks/${mark.number}`, {
    verdict: "in-order",
    note: "",
  });
  assert.equal(await refused(settling), "log-review-own");
});
