import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import type { LogView, NoticeList } from "./wire.ts";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let berit: SignedIn;
let reviewer: SignedIn;
let manager: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit("9001", "familjefrid");
  const unit = { municipality: "9001", unit: "familjefrid" };
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...unit });
  berit = await given.givenPerson({ name: "Berit", role: "caseWorker", ...unit });
  manager = await given.givenPerson({ name: "Maria", role: "unitManager", ...unit });
  reviewer = await given.givenPerson({ name: "Lova", role: "logReviewer", municipality: "9001" });
});
after(() => store.close());

async function log(): Promise<LogView> {
  return (await (await reviewer.request("GET /api/log")).json()) as LogView;
}

/** What the log says of a case, oldest first. */
async function logOf(code: string): Promise<readonly string[]> {
  const { entries } = await log();
  const own = entries.filter(({ caseCode }) => caseCode === code).reverse();
  return own.map(({ by, action }) => `${by}: ${action}`);
}

test("every read and every write of a case is in the chain, in order", async () => {
  const code = await anna.startCase("familjefrid");
  const answer = { value: { kind: "codes", codes: [1] }, basedOn: 0 };
  await anna.request(`PUT /api/cases/${code}/answers/V01`, answer);
  await anna.request(`GET /api/cases/${code}`);
  await anna.request(`GET /api/cases/${code}/history`);
  await manager.request(`GET /api/cases/${code}`);
  assert.deepEqual(await logOf(code), [
    "Anna: case.started",
    "Anna: case.answered",
    "Anna: case.read",
    "Anna: case.history-read",
    "Maria: case.read",
  ]);
  assert.ok((await log()).intact);
});

test("an answer to a conflict shows the case, and is logged as a read", async () => {
  const code = await anna.startCase("familjefrid");
  const route = `PUT /api/cases/${code}/answers/V01`;
  await anna.request(route, { value: { kind: "codes", codes: [1] }, basedOn: 0 });
  await anna.request(route, { value: { kind: "codes", codes: [2] }, basedOn: 0 });
  assert.equal((await logOf(code)).at(-1), "Anna: case.read");
});

test("who tries other people's cases is seen, and a colleague's reason reaches the manager", async () => {
  const code = await anna.startCase("familjefrid");
  assert.equal((await berit.request(`GET /api/cases/${code}`)).status, 403);
  const reason = "Anna är sjuk och klienten ringer.";
  assert.equal(
    (await berit.request(`POST /api/cases/${code}/access-reasons`, { reason })).status,
    201,
  );
  assert.equal((await berit.request(`GET /api/cases/${code}`)).status, 200);
  assert.deepEqual((await logOf(code)).slice(1), [
    "Berit: case.reason-asked",
    "Berit: case.opened-with-reason",
    "Berit: case.read",
  ]);
  const { notices } = (await (await manager.request("GET /api/notices")).json()) as NoticeList;
  const [latest] = notices;
  assert.deepEqual([latest?.by, latest?.caseCode, latest?.reason], ["Berit", code, reason]);
});

test("a reason ends with the working day, and needs words", async () => {
  const code = await anna.startCase("familjefrid");
  const route = `POST /api/cases/${code}/access-reasons`;
  assert.equal((await berit.request(route, { reason: "  " })).status, 422);
  assert.equal((await berit.request(route, { reason: "Anna är ledig." })).status, 201);
  given.clock.set("2026-11-02T15:59:00Z");
  // Her session has been used all day.
  await berit.request("GET /api/start");
  const view = await berit.request(`GET /api/cases/${code}`);
  assert.equal(view.status, 401);
  given.clock.set("2026-11-02T08:00:00Z");
});

test("the log holds no answers and no reasons", async () => {
  const code = await anna.startCase("familjefrid");
  const year = { value: { kind: "number", number: 1957 }, basedOn: 0 };
  await anna.request(`PUT /api/cases/${code}/answers/V02`, year);
  await berit.request(`POST /api/cases/${code}/access-reasons`, { reason: "Kanariefågel sjunger" });
  const text = JSON.stringify(await log());
  assert.ok(!text.includes("1957") && !text.includes("Kanariefågel"));
});
