import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, unitId } from "#kernel";
import { openTestStore, type TestStore, tablesHolding } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { happy } from "./testing/play-case.ts";
import type { Refusal, StartView } from "./wire.ts";

const here = { municipality: "9001", unit: "here" };
const keyedIn = { answeredOn: "2026-11-02", answers: happy };

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let coordinator: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "here");
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...here });
  coordinator = await given.givenPerson({ name: "Kim", role: "coordinator", ...here });
});
after(() => store.close());

async function offered(more: object = {}, by = anna): Promise<string> {
  const code = await by.startCase("here");
  await settle(code, more, by);
  return code;
}

async function settle(code: string, more: object, by = anna): Promise<void> {
  const survey = { kind: "offered", on: "2026-11-02", ...more };
  const response = await by.request(`PUT /api/cases/${code}/survey`, { survey });
  assert.equal(response.status, 200, await response.text());
}

/** What the coordinator is asked to do about a survey. */
async function linesOf(code: string): Promise<readonly string[]> {
  const start = (await (await coordinator.request("GET /api/start")).json()) as StartView;
  return [...start.todo, ...start.more].flatMap(({ kind, caseCode, sentence }) =>
    kind === "key-in" && caseCode === code ? [sentence] : [],
  );
}

test("the coordinator is asked for what is on paper or is to be read aloud, and for nothing else", async () => {
  const old = await offered();
  const paper = await offered({ mode: "paper" });
  for (const code of [old, paper]) {
    assert.deepEqual(await linesOf(code), [
      `Enkäten är erbjuden i ${code}: nyckla in den när svaret har kommit`,
    ]);
  }
  const aloud = await offered({ mode: "read-aloud" });
  assert.deepEqual(await linesOf(aloud), [
    `Klienten i ${aloud} vill få enkäten uppläst: läs upp den och för in svaren`,
  ]);
  for (const mode of ["in-the-room", "own-device"]) {
    assert.deepEqual(await linesOf(await offered({ mode })), [], mode);
  }
  await settle(paper, { mode: "paper", unanswered: "lost-contact" });
  assert.deepEqual(await linesOf(paper), []);
});

test("the way in which she answered is kept with the answers, and nothing of the case comes back", async () => {
  for (const mode of ["paper", "read-aloud"]) {
    const code = await offered({ mode });
    const response = await coordinator.request(`POST /api/survey-answers/${code}`, {
      mode,
      ...keyedIn,
    });
    assert.equal(response.status, 201, await response.clone().text());
    assert.deepEqual(await response.json(), {
      caseCode: code,
      receivedAt: "2026-11-02T08:00:00.000Z",
    });
    const kept = await tablesHolding(store, municipalityCode("9001"), `"mode": "${mode}"`);
    assert.ok(kept.includes("survey_answers"), mode);
    assert.deepEqual(await linesOf(code), []);
  }
  const code = await offered();
  for (const mode of ["in-the-room", "own-device", ""]) {
    const response = await coordinator.request(`POST /api/survey-answers/${code}`, {
      mode,
      ...keyedIn,
    });
    assert.equal(response.status, 400, mode);
  }
});

test("whoever works on the case keys in nothing of its survey, whatever else she may", async () => {
  const both = await given.givenPerson({ name: "Eva", role: "caseWorker", ...here });
  await store.within(municipalityCode("9001"), (tx) =>
    tx.accounts.setGrants(both.account, [
      { role: "caseWorker", unit: unitId("here") },
      { role: "coordinator", unit: unitId("here") },
    ]),
  );
  const own = await offered({}, both);
  const response = await both.request(`POST /api/survey-answers/${own}`, keyedIn);
  const { problems } = (await response.json()) as Refusal;
  assert.deepEqual([response.status, problems[0]?.code], [409, "survey-of-own-case"]);
  const others = await offered();
  assert.equal((await both.request(`POST /api/survey-answers/${others}`, keyedIn)).status, 201);
  assert.equal((await coordinator.request(`POST /api/survey-answers/${own}`, keyedIn)).status, 201);
});

test("two who key in the same survey at once: one is kept, the other is told", async () => {
  const code = await offered();
  const both = await Promise.all(
    [1, 2].map(() => coordinator.request(`POST /api/survey-answers/${code}`, keyedIn)),
  );
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409]);
});
