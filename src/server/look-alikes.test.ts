import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AnswerValue } from "#codebook";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseLookAlikes, StartView } from "./wire.ts";
import type { LookAlikes } from "./wire-of-units.ts";

const place = { municipality: "9001", unit: "here" };
let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let berit: SignedIn;
let chief: SignedIn;
let leila: SignedIn;
let first: string;
let second: string;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "here");
  await given.givenUnit("9001", "there");
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...place });
  berit = await given.givenPerson({ name: "Berit", role: "caseWorker", ...place });
  chief = await given.givenPerson({ name: "Chief", role: "unitManager", ...place });
  leila = await given.givenPerson({ name: "Leila", role: "coordinator", ...place });
  first = await caseOf(anna, 1988);
  second = await caseOf(berit, 1988);
  await caseOf(berit, 1971);
});
after(() => store.close());

async function caseOf(worker: SignedIn, birthYear: number): Promise<string> {
  const code = await worker.startCase("here");
  const answers: { readonly [variable: string]: AnswerValue } = {
    V01: { kind: "codes", codes: [1] },
    V02: { kind: "number", number: birthYear },
    V03: { kind: "codes", codes: [4] },
  };
  for (const [variable, value] of Object.entries(answers)) {
    const body = { value, basedOn: 0 };
    const response = await worker.request(`PUT /api/cases/${code}/answers/${variable}`, body);
    assert.equal(response.status, 200);
  }
  return code;
}

async function pairsFor(person: SignedIn): Promise<readonly string[]> {
  const response = await person.request("GET /api/units/here/look-alikes");
  const { pairs } = (await response.json()) as LookAlikes;
  return pairs.map(({ codes }) => codes.toSorted().join(" "));
}

async function alikeFor(person: SignedIn, code: string): Promise<readonly string[]> {
  const response = await person.request(`GET /api/cases/${code}/look-alikes`);
  assert.equal(response.status, 200);
  return ((await response.json()) as CaseLookAlikes).codes;
}

function pair(): string {
  return [first, second].toSorted().join(" ");
}

test("two cases that resemble each other are a hint in codes, on the page and among things to do", async () => {
  assert.deepEqual(await pairsFor(leila), [pair()]);
  assert.deepEqual(await pairsFor(chief), [pair()]);
  const { todo } = (await (await leila.request("GET /api/start")).json()) as StartView;
  assert.deepEqual(
    todo.map(({ kind, path }) => `${kind} ${path}`),
    ["look-alike /laget?enhet=here#samma-person"],
  );
});

test("at the case itself only cases that she may open without a reason are named", async () => {
  assert.deepEqual(await alikeFor(anna, first), []);
  assert.deepEqual(await alikeFor(chief, first), [second]);
  await berit.request(`PUT /api/cases/${second}/share`, {
    share: { unit: "there", assignee: null },
  });
  assert.deepEqual(await alikeFor(anna, first), []);
  const reason = { reason: "Berit är sjuk." };
  await anna.request(`POST /api/cases/${second}/access-reasons`, reason);
  assert.deepEqual(await alikeFor(anna, first), [second]);
});

test("a restricted case is in no pair for those who are not its readers", async () => {
  const named = { readers: [berit.account, chief.account], seen: null };
  assert.equal((await chief.request(`PUT /api/cases/${second}/readers`, named)).status, 200);
  assert.deepEqual(await pairsFor(leila), []);
  assert.deepEqual(await pairsFor(chief), [pair()]);
  assert.deepEqual(await alikeFor(anna, first), []);
  // Nor can she say anything about it, and she is not told that she could not.
  await leila.request("POST /api/units/here/look-alikes/dismissal", { codes: [first, second] });
  assert.deepEqual(await pairsFor(chief), [pair()]);
  await chief.request(`PUT /api/cases/${second}/readers`, {
    readers: null,
    seen: named.readers,
  });
});

test("«Nej, det är två» is said once and holds for everybody", async () => {
  const path = "POST /api/units/here/look-alikes/dismissal";
  for (const codes of [
    [second, first],
    [first, second],
    [first, first],
    [first, "M-2345-6"],
  ]) {
    const response = await leila.request(path, { codes });
    assert.equal(response.status, 200);
    assert.deepEqual(((await response.json()) as LookAlikes).pairs, []);
  }
  assert.deepEqual(await pairsFor(chief), []);
  assert.deepEqual(await alikeFor(chief, first), []);
});

test("another unit's leader and a worker are answered as if there were nothing", async () => {
  const other = await given.givenPerson({
    name: "Olle",
    municipality: "9001",
    role: "coordinator",
    unit: "there",
  });
  const dismissal = "POST /api/units/here/look-alikes/dismissal";
  for (const person of [anna, other]) {
    assert.equal((await person.request("GET /api/units/here/look-alikes")).status, 404);
    assert.equal((await person.request(dismissal, { codes: [first, second] })).status, 404);
  }
});
