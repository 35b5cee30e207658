/** The machine's clock is set wrong, set right again, or jumps: nobody is let in by it and nothing is lost. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { isoDate, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import type { CaseHistory, CaseView, Refusal } from "./wire.ts";

const stores: TestStore[] = [];
let store: TestStore;
let given: GivenApp;
let anna: SignedIn;

beforeEach(async () => {
  store = await openTestStore();
  stores.push(store);
  given = givenApp(store);
  await given.givenUnit("9001", "familjefrid");
  anna = await given.givenPerson({
    ...{ name: "Anna", municipality: "9001", role: "caseWorker", unit: "familjefrid" },
  });
});
after(() => Promise.all(stores.map((each) => each.close())));

/** As `given` begins; Swedish time is an hour later. */
const now = "2026-11-02T08:00:00Z";

async function saved(code: string, number: number, key: string): Promise<CaseView> {
  const view = (await (await anna.request(`GET /api/cases/${code}`)).json()) as CaseView;
  const basedOn = view.marks.V02?.revision ?? 0;
  const body = { value: { kind: "number", number }, basedOn };
  const response = await anna.request(`PUT /api/cases/${code}/answers/V02`, body, key);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return JSON.parse(text) as CaseView;
}

test("a clock that is put back a little keeps the order of what was saved, and the log whole", async () => {
  const code = await anna.startCase("familjefrid");
  await saved(code, 1950, "before-the-jump");
  given.clock.set("2026-11-02T07:52:00Z");
  await saved(code, 1960, "after-the-jump");
  const read = await anna.request(`GET /api/cases/${code}/history`);
  const { revisions } = (await read.json()) as CaseHistory;
  const sorted = revisions.toSorted((one, other) => one.revision - other.revision);
  assert.deepEqual(
    sorted.map(({ revision }) => revision),
    [1, 2, 3],
  );
  assert.ok((sorted[2]?.at ?? "") < (sorted[1]?.at ?? ""), "each is told by the clock as it was");
  const verdict = await store.within(municipalityCode("9001"), (tx) => tx.audit.verify());
  assert.equal(verdict.kind, "intact");
});

test("a repeat is known by its key, whatever the clock says by then", async () => {
  const code = await anna.startCase("familjefrid");
  const body = { value: { kind: "number", number: 1970 }, basedOn: 0 };
  const route = `PUT /api/cases/${code}/answers/V02`;
  assert.equal((await anna.request(route, body, "same-key-1")).status, 200);
  for (const at of ["2026-11-02T07:50:00Z", "2026-11-02T08:10:00Z"]) {
    given.clock.set(at);
    const again = await anna.request(route, body, "same-key-1");
    assert.equal(((await again.json()) as CaseView).revision, 2, at);
  }
});

test("a session of a clock that was years ahead does not live for years", async () => {
  given.clock.set("2031-05-01T08:00:00Z");
  const early = await given.givenPerson({
    ...{ name: "Berit", municipality: "9001", role: "caseWorker", unit: "familjefrid" },
  });
  assert.equal((await early.request("GET /api/cases")).status, 200);
  given.clock.set(now);
  assert.equal((await early.request("GET /api/cases")).status, 401);
  given.clock.set("2026-11-02T08:01:00Z");
  assert.equal((await anna.request("GET /api/cases")).status, 200, "the others work on");
});

test("a clock that jumps a day ahead asks everybody to sign in", async () => {
  given.clock.set("2026-11-03T08:00:00Z");
  assert.equal((await anna.request("GET /api/cases")).status, 401);
});

test("who guessed at a password while the clock was years ahead waits for minutes, not for years", async () => {
  const guess = { municipality: "9001", name: "anna", password: "gissning", code: "123456" };
  const headers = { "Content-Type": "application/json" };
  const tryOnce = () => send(given.app, "POST", "/api/session", headers, guess);
  given.clock.set("2031-05-01T08:00:00Z");
  let failed = await tryOnce();
  for (let tries = 0; tries < 20 && failed.status !== 429; tries++) failed = await tryOnce();
  assert.equal(failed.status, 429);
  given.clock.set(now);
  const { problems } = (await (await tryOnce()).json()) as Refusal;
  const [{ code, details } = assert.fail()] = problems;
  assert.equal(code, "sign-in-too-fast");
  assert.ok(Number(details?.seconds) <= 300, JSON.stringify(details));
});

/** The nights when the clock is put forward and back in Sweden, and a day that comes every fourth year. */
const oddMoments = [
  ["2026-03-29T00:59:00Z", "2026-03-29T01:01:00Z", "2026-03-29"],
  ["2026-10-25T00:59:00Z", "2026-10-25T01:01:00Z", "2026-10-25"],
  ["2028-02-28T22:59:00Z", "2028-02-28T23:01:00Z", "2028-02-29"],
  ["2028-02-29T22:59:00Z", "2028-02-29T23:01:00Z", "2028-03-01"],
] as const;

for (const [before, later, day] of oddMoments) {
  test(`work goes on past ${later}, when it is ${day} in Sweden`, async () => {
    given.clock.set(before);
    const worker = { municipality: "9001", role: "caseWorker", unit: "familjefrid" } as const;
    const night = await given.givenPerson({ name: "Nadja", ...worker });
    const unit = "familjefrid";
    const first = await night.request("POST /api/cases", { startedOn: before.slice(0, 10), unit });
    assert.equal(first.status, 201, await first.clone().text());
    given.clock.set(later);
    const today = await night.request("POST /api/cases", { startedOn: isoDate(day), unit });
    assert.equal(today.status, 201, await today.clone().text());
  });
}
