import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import {
  answerAll,
  type ChosenAnswers,
  chosen,
  complete,
  happy,
  keyIn,
  playCase as playClosed,
} from "./testing/play-case.ts";
import type { Refusal, UnitFigures } from "./wire.ts";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let coordinator: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "familjefrid");
  const unit = { municipality: "9001", unit: "familjefrid" };
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...unit });
  coordinator = await given.givenPerson({ name: "Kim", role: "coordinator", ...unit });
});
after(() => store.close());

async function figures(): Promise<UnitFigures> {
  return (await (await anna.request("GET /api/units/familjefrid/figures")).json()) as UnitFigures;
}

/** One whole case, through all five phases; the survey is keyed in by somebody else. */
async function playCase(clientAnswers?: ChosenAnswers): Promise<string> {
  const code = await playClosed(anna, "familjefrid");
  if (clientAnswers) await keyIn(code, { worker: anna, coordinator }, clientAnswers);
  return code;
}

function frequency(found: UnitFigures, variable: string, code: number): number | null | undefined {
  const figure = found.variables.find(({ id }) => id === variable);
  return figure?.rows.find((row) => row.code === code)?.count;
}

test("a case goes through five phases and stands in the unit's figures", async () => {
  const before = await figures();
  assert.equal(before.cases, 0);
  await playCase(happy);
  const found = await figures();
  assert.deepEqual([found.cases, found.closed], [1, 1]);
  assert.equal(frequency(found, "V01", 1), 1);
  assert.equal(frequency(found, "V17", 4), 1);
  assert.equal(frequency(found, "V22", 1), 1);
});

test("the client's answers stand in no figure before five have come, and in no case", async () => {
  const seen: ReturnType<typeof frequency>[] = [frequency(await figures(), "V26", 1)];
  for (let survey = 2; survey <= 6; survey++) {
    const code = await playCase(happy);
    seen.push(frequency(await figures(), "V26", 1));
    const read = await (await anna.request(`GET /api/cases/${code}`)).text();
    assert.ok(!read.includes("V26"));
    assert.ok(read.includes('"kind":"answered"'));
  }
  assert.deepEqual(seen, [0, 0, 0, 0, 5, 5]);
});

test("a survey that was not offered, or is keyed in twice, is refused", async () => {
  const code = await playCase();
  const keyedIn = { answeredOn: "2026-10-12", answers: happy };
  const route = `POST /api/survey-answers/${code}`;
  const early = (await (await coordinator.request(route, keyedIn)).json()) as Refusal;
  assert.equal(early.problems[0]?.code, "survey-not-offered");
  const survey = { kind: "offered", on: "2026-10-12" };
  await anna.request(`PUT /api/cases/${code}/survey`, { survey });
  const partly = { ...keyedIn, answers: { V26: chosen(1), V14: chosen(1) } };
  const incomplete = (await (await coordinator.request(route, partly)).json()) as Refusal;
  assert.deepEqual(
    incomplete.problems.map(({ code: problem, at }) => `${problem} ${at}`),
    ["answer-missing V27", "answer-missing V28", "answer-missing V29", "unknown-variable V14"],
  );
  assert.equal((await coordinator.request(route, keyedIn)).status, 201);
  const twice = (await (await coordinator.request(route, keyedIn)).json()) as Refusal;
  assert.equal(twice.problems[0]?.code, "survey-already-answered");
});

test("a phase that lacks answers says which, all at once", async () => {
  const code = await anna.startCase("familjefrid");
  await answerAll(anna, code, { V01: chosen(1), V05: chosen(1) });
  const refusal = (await (await complete(anna, code, "background")).json()) as Refusal;
  assert.deepEqual(
    refusal.problems.map(({ code: problem, at }) => `${problem} ${at}`),
    ["answer-missing V02", "answer-missing V03", "answer-missing V04", "answer-missing V06"],
  );
});

test("a finished phase and a closed case are changed only after they are opened with a reason", async () => {
  const code = await playCase();
  const route = `PUT /api/cases/${code}/answers/V01`;
  const answer = { value: chosen(2), basedOn: 2 };
  assert.equal((await anna.request(route, answer)).status, 409);
  const reopening = `POST /api/cases/${code}/reopening`;
  assert.equal((await anna.request(reopening, { reason: "" })).status, 422);
  assert.equal((await anna.request(reopening, { reason: "Fel kön angivet." })).status, 200);
  assert.equal((await anna.request(route, answer)).status, 409);
  const phase = `POST /api/cases/${code}/phases/background/reopening`;
  assert.equal((await anna.request(phase, { reason: "Fel kön angivet." })).status, 200);
  assert.equal((await anna.request(route, answer)).status, 200);
});
