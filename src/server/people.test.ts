import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hashAccountLink, parseAccountLink } from "#access";
import { accountId, isoDate, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { hostileTexts } from "./testing/hostile-texts.ts";
import type { StartView } from "./wire.ts";
import type { MadeLink, PeopleView, PersonView, UnitsView } from "./wire-of-people.ts";

let store: TestStore;
let given: GivenApp;
/** Both keep accounts, and can come in. */
let eva: SignedIn;
let hanna: SignedIn;
let maria: SignedIn;
const own = municipalityCode("9001");

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "here");
  await given.givenUnit("9001", "there");
  await given.givenUnit("9002", "elsewhere");
  eva = await withPassword(administrator("Eva"));
  hanna = await withPassword(administrator("Hanna"));
  maria = await given.givenPerson({
    name: "Maria",
    municipality: "9001",
    role: "unitManager",
    unit: "here",
  });
});
after(() => store.close());

function administrator(name: string) {
  return given.givenPerson({ name, municipality: "9001", role: "administrator" });
}

async function withPassword(person: Promise<SignedIn>): Promise<SignedIn> {
  await givePassword(own, (await person).account);
  return person;
}

async function givePassword(where: typeof own, account: SignedIn["account"]): Promise<void> {
  const way = { passwordHash: "argon2id$…", codeSealed: "…", codeLastStep: null };
  await store.within(where, async (tx) => {
    await tx.passwordWays.save(account, way);
    await tx.people.signedInOn(account, isoDate("2026-11-02"));
  });
}

/** A worker of the unit with her own way in. */
function worker(name: string, unit = "here") {
  return withPassword(given.givenPerson({ name, municipality: "9001", role: "caseWorker", unit }));
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

const inHere = { role: "caseWorker", unit: "here" } as const;
const inThere = { role: "caseWorker", unit: "there" } as const;

function invite(name: string, signInName: string, roles: readonly object[] = [inHere]) {
  return eva.request("POST /api/people", { name, signInName, roles });
}

function personOf(account: string): Promise<PersonView> {
  return told<PersonView>(eva.request(`GET /api/people/${account}`));
}

test("somebody invited has an account, a link that is kept as its hash, and no way in", async () => {
  const made = await told<MadeLink>(invite("  Cilla   Björk ", "cilla.bjork"), 201);
  const link = parseAccountLink(made.link) ?? assert.fail();
  const kept = await store.within(own, (tx) => tx.accountLinks.find(hashAccountLink(link)));
  assert.equal(kept?.account, made.account);
  assert.equal(kept?.purpose, "invitation");
  assert.equal(kept?.madeBy, eva.account);
  const cilla = await personOf(made.account);
  assert.equal(cilla.name, "Cilla Björk");
  assert.equal(cilla.state, "invited");
  assert.deepEqual(cilla.roles, [inHere]);
  assert.equal(cilla.link?.isTooOld, false);
  const { people } = await told<PeopleView>(eva.request("GET /api/people"));
  assert.ok(people.some(({ signInName }) => signInName === "cilla.bjork"));

  const again = await told<MadeLink>(eva.request(`POST /api/people/${made.account}/link`), 201);
  assert.notEqual(again.link, made.link);
  const dead = await store.within(own, (tx) => tx.accountLinks.find(hashAccountLink(link)));
  assert.equal(dead, undefined);
});

test("what cannot be an account is told, all of it at once", async () => {
  assert.equal(
    await refused(invite("", "två ord", [])),
    "name-needed sign-in-name-form role-needed",
  );
  assert.equal(
    await refused(invite("Doris", "CILLA.björk".replace("ö", "o"))),
    "sign-in-name-taken",
  );
  const number = hostileTexts.find(({ name }) => name === "personnummer")?.text ?? "";
  assert.equal(await refused(invite("Doris", number)), "looks-like-personnummer");
  const roles = [{ role: "caseWorker", unit: null }];
  assert.equal(await refused(invite("Doris", "doris", roles)), "role-not-there");
  for (const impossible of [
    { role: "caseWorker", unit: "elsewhere" },
    { role: "administrator", unit: "here" },
    { role: "nationalAnalyst", unit: null },
  ]) {
    assert.equal(await refused(invite("Doris", "doris", [impossible])), "role-not-there");
  }
  assert.equal((await invite("Doris", "doris", [{ role: "owner", unit: null }])).status, 400);
});

test("two who invite by the same name at once: one of them is told that it is taken", async () => {
  const answers = await Promise.all([invite("Egon", "egon"), invite("Egil", "egon")]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409]);
});

test("roles that are taken away count at the next request of an open session", async () => {
  const frida = await worker("Frida");
  const code = await frida.startCase("here");
  assert.equal((await frida.request(`GET /api/cases/${code}`)).status, 200);
  const change = { name: "Frida", roles: [inThere], seen: [inHere] };
  const changed = await told<PersonView>(eva.request(`PUT /api/people/${frida.account}`, change));
  assert.deepEqual(changed.roles, [inThere]);
  assert.equal((await frida.request(`GET /api/cases/${code}`)).status, 404);
  // What she had there waits for the manager, and stands as a number alone.
  assert.deepEqual(changed.toHandOver, [{ unit: "here", cases: 1 }]);
  assert.doesNotMatch(JSON.stringify(changed), new RegExp(code));
  assert.equal(
    await refused(eva.request(`PUT /api/people/${frida.account}`, change)),
    "person-changed-meanwhile",
  );
});

test("whoever leaves is out at the next request, with nothing left that opens the account", async () => {
  const gun = await worker("Gun");
  await gun.startCase("here");
  await gun.startCase("here");
  const left = await told<PersonView>(eva.request(`POST /api/people/${gun.account}/leave`));
  assert.equal((await gun.request("GET /api/start")).status, 401);
  assert.equal(left.state, "left");
  assert.deepEqual(left.waysIn, { password: false, passkeys: 0, providers: 0 });
  assert.deepEqual(left.toHandOver, [{ unit: "here", cases: 2 }]);
  assert.equal(
    await refused(eva.request(`POST /api/people/${gun.account}/leave`)),
    "person-has-left",
  );

  const start = await told<StartView>(maria.request("GET /api/start"));
  const line = start.todo.find(({ kind }) => kind === "hand-over");
  assert.equal(line?.sentence, "Två ärenden efter Gun ska lämnas över i here");
  assert.equal(line?.path, `/arenden?enhet=here&lamna-over=${gun.account}`);

  const body = { from: gun.account, to: null, reason: "Hon har slutat." };
  await told(maria.request("POST /api/units/here/hand-over", body));
  assert.deepEqual((await personOf(gun.account)).toHandOver, []);
  const { todo } = await told<StartView>(maria.request("GET /api/start"));
  assert.ok(!todo.some(({ sentence }) => sentence.includes("Gun")));
});

test("whoever comes back has her roles, and makes a new way in when two have said so", async () => {
  const helga = await worker("Helga");
  await told(eva.request(`POST /api/people/${helga.account}/leave`));
  const renewed = eva.request(`POST /api/people/${helga.account}/link`);
  assert.equal(await refused(renewed), "person-has-left");
  const asking = () => told<PersonView>(eva.request(`POST /api/people/${helga.account}/return`));
  const asked = await asking();
  assert.deepEqual([asked.state, asked.recovery?.isReturn], ["left", true]);
  assert.equal((await asking()).recovery?.id, asked.recovery?.id);
  const allowing = (who: SignedIn) =>
    who.request(`PUT /api/recoveries/${asked.recovery?.id}`, { isAllowed: true });
  assert.equal(await refused(allowing(eva)), "recovery-needs-another");
  assert.equal((await personOf(helga.account)).state, "left");
  const { todo } = await told<StartView>(hanna.request("GET /api/start"));
  assert.ok(todo.some(({ sentence }) => sentence === "Låt Helga komma tillbaka, eller avslå"));
  const made = await told<MadeLink>(allowing(hanna), 201);
  assert.ok(parseAccountLink(made.link));
  const back = await personOf(helga.account);
  assert.deepEqual([back.state, back.roles, back.takesTwo], ["invited", [inHere], true]);
  // The session from before stays ended.
  assert.equal((await helga.request("GET /api/start")).status, 401);
  // The link grows old: it takes two again, and not one of them alone.
  const alone = eva.request(`POST /api/people/${helga.account}/link`);
  assert.equal(await refused(alone), "person-can-come-in");
  const again = await told<PersonView>(eva.request(`POST /api/people/${helga.account}/recovery`));
  assert.equal(again.recovery?.isReturn, false);
});

test("whoever was invited, left and never came has nothing that two would have to guard", async () => {
  const made = await told<MadeLink>(invite("Ylva", "ylva"), 201);
  await told(eva.request(`POST /api/people/${made.account}/leave`));
  const back = await told<MadeLink>(eva.request(`POST /api/people/${made.account}/return`), 201);
  assert.ok(parseAccountLink(back.link));
});

test("signed out everywhere, she can come in again as before", async () => {
  const ida = await worker("Ida");
  await told(eva.request(`DELETE /api/people/${ida.account}/sessions`), 204);
  assert.equal((await ida.request("GET /api/start")).status, 401);
  assert.equal((await personOf(ida.account)).state, "active");
});

test("the last administrator who can come in neither leaves nor loses the role", async () => {
  const away = municipalityCode("9003");
  const all = { municipality: "9003", role: "administrator" } as const;
  const alone = await given.givenPerson({ ...all, name: "Rut" });
  await givePassword(away, alone.account);
  // Invited, and has never come.
  const invited = await given.givenPerson({ ...all, name: "Siv" });
  const leaving = () => alone.request(`POST /api/people/${alone.account}/leave`);
  const change = {
    name: "Rut",
    roles: [{ role: "logReviewer", unit: null }],
    seen: [{ role: "administrator", unit: null }],
  };
  const losing = () => alone.request(`PUT /api/people/${alone.account}`, change);
  assert.equal(await refused(leaving()), "last-administrator");
  assert.equal(await refused(losing()), "last-administrator");
  await givePassword(away, invited.account);
  // Both at once: one of them stays.
  const answers = await Promise.all([
    leaving(),
    invited.request(`POST /api/people/${invited.account}/leave`),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
});

test("a way back in takes two administrators; the first link is for those who have never come", async () => {
  const jenny = await worker("Jenny");
  const path = `/api/people/${jenny.account}`;
  assert.equal(await refused(eva.request(`POST ${path}/link`)), "person-can-come-in");
  const asked = await told<PersonView>(eva.request(`POST ${path}/recovery`));
  const id = asked.recovery?.id ?? assert.fail();
  assert.equal(asked.recovery?.mayAllow, false);
  const twice = await told<PersonView>(hanna.request(`POST ${path}/recovery`));
  assert.equal(twice.recovery?.id, id);
  assert.equal(twice.recovery?.askedBy, "Eva");

  const allow = { isAllowed: true };
  assert.equal(
    await refused(eva.request(`PUT /api/recoveries/${id}`, allow)),
    "recovery-needs-another",
  );
  const made = await told<MadeLink>(hanna.request(`PUT /api/recoveries/${id}`, allow), 201);
  const link = parseAccountLink(made.link) ?? assert.fail();
  const kept = await store.within(own, (tx) => tx.accountLinks.find(hashAccountLink(link)));
  assert.equal(kept?.purpose, "recovery");
  assert.equal(kept?.account, jenny.account);
  assert.equal(await refused(hanna.request(`PUT /api/recoveries/${id}`, allow)), "recovery-gone");
  // Until it is used, what she had still opens.
  assert.equal((await personOf(jenny.account)).state, "active");
});

test("the database itself refuses that the one who asked allows", async () => {
  const recovery = {
    id: "r1",
    account: maria.account,
    askedBy: eva.account,
    askedAt: given.clock.now(),
  };
  await store.within(own, (tx) => tx.recoveries.insert(recovery));
  await assert.rejects(
    store.within(own, (tx) => tx.recoveries.allow("r1", eva.account, given.clock.now())),
    /check constraint/,
  );
  await told(eva.request("PUT /api/recoveries/r1", { isAllowed: false }), 204);
});

test("a question about a way back in waits a day", async () => {
  const kerstin = await worker("Kerstin");
  const asked = await told<PersonView>(eva.request(`POST /api/people/${kerstin.account}/recovery`));
  const before = given.clock.now();
  given.clock.set("2026-11-03T08:00:01Z");
  const late = await withPassword(administrator("Lena"));
  const allowing = late.request(`PUT /api/recoveries/${asked.recovery?.id}`, { isAllowed: true });
  assert.equal(await refused(allowing), "recovery-gone");
  given.clock.set(before);
});

test("what changes accounts asks for a proof of ten minutes; looking does not", async () => {
  const before = given.clock.now();
  const nora = await withPassword(administrator("Nora"));
  given.clock.set("2026-11-02T08:11:00Z");
  const invitation = { name: "Olle", signInName: "olle", roles: [inHere] };
  assert.equal(await refused(nora.request("POST /api/people", invitation)), "step-up-needed");
  assert.equal((await nora.request("GET /api/people")).status, 200);
  const signOut = nora.request(`DELETE /api/people/${maria.account}/sessions`);
  assert.equal((await signOut).status, 204);
  given.clock.set(before);
});

test("a unit is added and changed, and its name is nobody else's", async () => {
  const unit = {
    name: " Familjefrid ",
    kind: "provider",
    isOpenToColleagues: true,
    serves: ["9002", "9001", "9002"],
  };
  const { units } = await told<UnitsView>(eva.request("POST /api/units", unit));
  const added = units.find(({ name }) => name === "Familjefrid") ?? assert.fail();
  const serves = [{ code: "9002", name: "Kommun 9002" }];
  assert.deepEqual(added, { ...unit, id: added.id, name: "Familjefrid", serves });
  const change = { ...unit, name: "Frid", isOpenToColleagues: false, serves: [] };
  const changed = await told<UnitsView>(eva.request(`PUT /api/units/${added.id}`, change));
  assert.ok(changed.units.some(({ name, serves }) => name === "Frid" && serves.length === 0));
  const again = { ...unit, name: "frid" };
  assert.equal(await refused(eva.request("POST /api/units", again)), "unit-name-taken");
  assert.equal((await eva.request("PUT /api/units/elsewhere", change)).status, 404);
});

test("the log tells who did what to whose account, and no name", async () => {
  const { entries } = await store.within(own, async (tx) => ({
    entries: await tx.audit.list(0, 500),
  }));
  const ours = entries.filter(({ action }) => /^(?:person|people|recovery|unit)\./.test(action));
  const actions = new Set(ours.map(({ action }) => action));
  for (const action of ["person.invited", "person.link-made", "person.changed", "person.left"]) {
    assert.ok(actions.has(action), action);
  }
  for (const action of ["person.came-back", "person.signed-out", "recovery.asked"]) {
    assert.ok(actions.has(action), action);
  }
  assert.ok(actions.has("recovery.allowed") && actions.has("recovery.declined"));
  const names = /Cilla|Björk|Frida|Gun|Helga|Ida|Jenny|Kerstin|Familjefrid|bjork/;
  for (const { details, action } of ours)
    assert.doesNotMatch(JSON.stringify(details), names, action);
});

test("somebody of another municipality is nobody here", async () => {
  const stranger = await given.givenPerson({
    name: "Tea",
    municipality: "9002",
    role: "administrator",
  });
  for (const route of [
    `GET /api/people/${maria.account}`,
    `POST /api/people/${maria.account}/leave`,
    `DELETE /api/people/${accountId("nobody")}/sessions`,
  ]) {
    assert.equal((await stranger.request(route)).status, 404, route);
  }
});
