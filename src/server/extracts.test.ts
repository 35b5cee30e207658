import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, unitId } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { bodyOf } from "./testing/given-team.ts";
import { happy, keyIn, playCase } from "./testing/play-case.ts";
import type { LogView, Refusal } from "./wire.ts";
import type { CaseExtract, SurveyExtract } from "./wire-of-extracts.ts";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let bo: SignedIn;
let chief: SignedIn;
let leila: SignedIn;
let code: string;

const here = { municipality: "9001", unit: "here" };

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "here");
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...here });
  bo = await given.givenPerson({ name: "Bo", role: "caseWorker", ...here });
  chief = await given.givenPerson({ name: "Chefen", role: "unitManager", ...here });
  leila = await given.givenPerson({ name: "Leila", role: "coordinator", ...here });
  code = await playCase(anna, "here");
  await keyIn(code, { worker: anna, coordinator: leila }, happy);
  const reason = { reason: "Anna är sjuk i dag" };
  await bo.request(`POST /api/cases/${code}/access-reasons`, reason);
  await bo.request(`GET /api/cases/${code}`);
});
after(() => store?.close());

async function problemsOf(response: Response): Promise<readonly string[]> {
  return ((await response.json()) as Refusal).problems.map((each) => each.code);
}

test("an extract holds the answers, every change and who has opened the case, and says that a survey came", async () => {
  for (const person of [anna, chief]) {
    const told = await person.request(`GET /api/cases/${code}/extract`);
    const extract: CaseExtract = await bodyOf(told);
    assert.equal(extract.case.code, code);
    assert.ok(extract.history.revisions.length > 20);
    const readers = extract.lookers.lookers.map(({ by, reasons }) => [by, ...reasons].join(": "));
    assert.ok(readers.includes("Bo: Anna är sjuk i dag"), readers.join());
    assert.equal(extract.hasSurveyAnswers, true);
  }
});

test("no answer of the client's own is in it: these are printed apart, and nothing of the case with them", async () => {
  const extract = await (await anna.request(`GET /api/cases/${code}/extract`)).text();
  for (const variable of Object.keys(happy))
    assert.doesNotMatch(extract, new RegExp(`"${variable}"`));
  const apart: SurveyExtract = await bodyOf(
    await leila.request(`GET /api/survey-answers/${code}/extract`),
  );
  assert.deepEqual(apart.answers, happy);
  assert.equal(apart.answeredOn, "2026-10-12");
  assert.deepEqual(Object.keys(apart).sort(), [
    "answeredOn",
    "answers",
    "caseCode",
    "codebook",
    "contact",
    "dataProtection",
    "madeAt",
    "madeBy",
    "mode",
    "municipality",
  ]);
});

test("a colleague with a reason, the coordinator and the worker get no part that is not theirs", async () => {
  for (const person of [bo, leila]) {
    assert.equal((await person.request(`GET /api/cases/${code}/extract`)).status, 404);
  }
  for (const person of [anna, bo, chief]) {
    assert.equal((await person.request(`GET /api/survey-answers/${code}/extract`)).status, 404);
  }
});

test("whoever works on the case does not print its answers, whatever other role she has", async () => {
  const own = await anna.startCase("here");
  await store.within(municipalityCode("9001"), (tx) => {
    const unit = unitId("here");
    const both = (["caseWorker", "coordinator"] as const).map((role) => ({ role, unit }));
    return tx.accounts.setGrants(anna.account, both);
  });
  const refused = await anna.request(`GET /api/survey-answers/${own}/extract`);
  assert.deepEqual(await problemsOf(refused), ["survey-extract-of-own-case"]);
});

test("nor does she once she has given it away, nor a colleague who has written in it", async () => {
  const both = (person: SignedIn) =>
    store.within(municipalityCode("9001"), (tx) => {
      const unit = unitId("here");
      const grants = (["caseWorker", "coordinator"] as const).map((role) => ({ role, unit }));
      return tx.accounts.setGrants(person.account, grants);
    });
  const own = await anna.startCase("here");
  const given = await chief.request(`PUT /api/cases/${own}/assignee`, { assignee: bo.account });
  assert.equal(given.status, 200, await given.text());
  const theirs = await bo.startCase("here");
  await anna.request(`POST /api/cases/${theirs}/access-reasons`, { reason: "Bo är sjuk i dag" });
  const answer = { value: { kind: "codes", codes: [1] }, basedOn: 0 };
  const wrote = await anna.request(`PUT /api/cases/${theirs}/answers/V01`, answer);
  assert.equal(wrote.status, 200, await wrote.text());
  await both(anna);
  for (const each of [own, theirs]) {
    const refused = await anna.request(`GET /api/survey-answers/${each}/extract`);
    assert.deepEqual(await problemsOf(refused), ["survey-extract-of-own-case"], each);
  }
});

test("where no survey has come in, the coordinator is told so", async () => {
  const silent = await bo.startCase("here");
  const refused = await leila.request(`GET /api/survey-answers/${silent}/extract`);
  assert.deepEqual(await problemsOf(refused), ["survey-not-answered"]);
});

test("both are logged, and ask for a new proof of who she is", async () => {
  const reviewer = await given.givenPerson({
    name: "Lova",
    role: "logReviewer",
    municipality: "9001",
  });
  const { entries }: LogView = await bodyOf(await reviewer.request("GET /api/log"));
  const told = new Set(entries.map(({ by, action }) => `${by}: ${action}`));
  for (const line of ["Anna: case.extract-made", "Leila: survey.extract-made"]) {
    assert.ok(told.has(line), [...told].join("; "));
  }
  given.clock.set("2026-11-02T08:11:00Z");
  for (const [person, path] of [
    [anna, `/api/cases/${code}/extract`],
    [leila, `/api/survey-answers/${code}/extract`],
    [leila, "/api/survey-answers/M-2345-6/extract"],
  ] as const) {
    assert.deepEqual(await problemsOf(await person.request(`GET ${path}`)), ["step-up-needed"]);
  }
});
