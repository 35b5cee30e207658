import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { CaseView } from "./wire.ts";
import type { WaitingToKeyIn } from "./wire-of-survey.ts";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let coordinator: SignedIn;
let elsewhere: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const unit of ["here", "there"]) await given.givenUnit("9001", unit);
  const here = { municipality: "9001", unit: "here" };
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...here });
  coordinator = await given.givenPerson({ name: "Kim", role: "coordinator", ...here });
  const there = { municipality: "9001", unit: "there" };
  elsewhere = await given.givenPerson({ name: "Bo", role: "coordinator", ...there });
});
after(() => store.close());

async function settle(code: string, survey: object): Promise<void> {
  const response = await anna.request(`PUT /api/cases/${code}/survey`, { survey });
  assert.equal(response.status, 200);
}

async function waitingOf(person: SignedIn): Promise<WaitingToKeyIn["surveys"]> {
  const response = await person.request("GET /api/waiting-surveys");
  assert.equal(response.status, 200);
  return ((await response.json()) as WaitingToKeyIn).surveys;
}

test("a coordinator is told what waits to be keyed in or read aloud, and nothing else", async () => {
  const [paper, aloud, phone, settled] = [
    await anna.startCase("here"),
    await anna.startCase("here"),
    await anna.startCase("here"),
    await anna.startCase("here"),
  ];
  await anna.startCase("here");
  const started = await anna.request(`GET /api/cases/${paper}`);
  const { startedOn: on } = (await started.json()) as CaseView;
  await settle(paper, { kind: "offered", on });
  await settle(aloud, { kind: "offered", on, mode: "read-aloud" });
  await settle(phone, { kind: "offered", on, mode: "own-device" });
  await settle(settled, { kind: "offered", on, mode: "paper" });
  await settle(settled, { kind: "offered", on, mode: "paper", unanswered: "no-time" });
  const byCode = (await waitingOf(coordinator)).toSorted((one, other) =>
    one.caseCode < other.caseCode ? -1 : 1,
  );
  const wanted = [
    // Before the ways were recorded it was always on paper.
    { caseCode: paper, mode: "paper", offeredOn: on },
    { caseCode: aloud, mode: "read-aloud", offeredOn: on },
  ].toSorted((one, other) => (one.caseCode < other.caseCode ? -1 : 1));
  assert.deepEqual(byCode, wanted);
  assert.deepEqual(await waitingOf(elsewhere), []);
});
