import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import { givenRelease } from "./testing/given-release.ts";
import { playCase } from "./testing/play-case.ts";
import type {
  ComparisonView,
  PublishedComparison,
  UnitComparisonView,
} from "./wire-of-comparison.ts";

let store: TestStore;
let given: GivenApp;
let worker: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { release: givenRelease("9001") });
  await given.givenUnit("9001", "frid");
  worker = await personIn("9001", "frid");
  await playCase(worker, "frid");
});
after(() => store.close());

async function personIn(municipality: string, unit?: string): Promise<SignedIn> {
  const role = unit ? "caseWorker" : "committeeReader";
  return given.givenPerson({ name: "Anna", municipality, role, ...(unit ? { unit } : {}) });
}

async function seenBy(person: SignedIn, query = ""): Promise<PublishedComparison> {
  const response = await person.request(`GET /api/comparison${query}`);
  assert.equal(response.status, 200);
  const { published } = (await response.json()) as ComparisonView;
  return published ?? assert.fail("nothing is published");
}

test("one's own municipality is the session's, whatever the address says", async () => {
  const own = await seenBy(worker, "?municipality=9002&own=9002");
  assert.deepEqual(own.own, { id: "9001", name: "Kommun 9001" });
  assert.deepEqual(
    own.comparison.goal?.tables[0]?.rows.map(({ label }) => label),
    ["Kommun 9001", "Riket"],
  );
  assert.deepEqual([own.comparison.goal?.lane, own.municipalities], ["safe", 4]);
});

test("whoever's municipality takes no part reads of the nation, and of others by name", async () => {
  const { own, comparison } = await seenBy(await personIn("9002"));
  assert.equal(own, null);
  assert.deepEqual(
    comparison.goal?.tables[0]?.rows.map(({ label }) => label),
    ["Riket"],
  );
  assert.deepEqual(
    comparison.funnel?.tables[0]?.rows.map(({ label }) => label),
    ["Kommun 9001", "Riket"],
  );
});

test("a key figure that there is none of gives the first, in the same bytes", async () => {
  const first = await (await worker.request("GET /api/comparison")).text();
  for (const unknown of ["constructor", "women", "x".repeat(3000)]) {
    const response = await worker.request(`GET /api/comparison?indicator=${unknown}`);
    assert.equal(await response.text(), first, unknown.slice(0, 20));
  }
});

test("before anything is published there is nothing to compare, and no unit's figure is fetched", async () => {
  const { app } = givenApp(store);
  const headers = { Cookie: worker.cookie };
  const response = await send(app, "GET", "/api/comparison", headers);
  assert.deepEqual(await response.json(), { published: null });
  const ofUnit = await send(app, "GET", "/api/units/frid/comparison", headers);
  assert.equal(ofUnit.status, 404);
});

async function views(): Promise<number> {
  const entries = await store.within(municipalityCode("9001"), (tx) => tx.audit.list(0, 10_000));
  return entries.filter(({ action }) => action === "figures.viewed").length;
}

test("a unit's exact share stands beside the nation's, and each look is in the log", async () => {
  const earlier = await views();
  const response = await worker.request("GET /api/units/frid/comparison");
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  const { unit, panel } = (await response.json()) as UnitComparisonView;
  assert.deepEqual([unit.name, panel.lane], ["frid", "internal"]);
  assert.deepEqual(
    panel.tables[0]?.rows.map(({ label }) => label),
    ["frid", "Riket"],
  );
  assert.equal((await views()) - earlier, 1);
});

test("what the nation does not tell, or is none, is not found; and nobody is let to the unit's", async () => {
  const earlier = await views();
  for (const indicator of ["women", "constructor", "V22", "cases%20started"]) {
    const response = await worker.request(`GET /api/units/frid/comparison?indicator=${indicator}`);
    assert.equal(response.status, 404, indicator);
  }
  assert.equal(await views(), earlier);
});
