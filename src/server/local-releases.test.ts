import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type HalfYear, municipalityCode } from "#kernel";
import { givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { givenLocalRelease } from "./testing/given-local-release.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { LogView } from "./wire.ts";
import type { LocalReleaseList, LocalReleaseView } from "./wire-of-local-releases.ts";
import type { LocalResultsView } from "./wire-of-results.ts";

const municipality = "9071";
const frozenBefore = "2025-H2" as HalfYear;

let store: TestStore;
let given: GivenApp;
let coordinator: SignedIn;
let reader: SignedIn;

before(async () => {
  store = await openTestStore();
  await givenMunicipality(municipality)
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withCases(7)
    .writtenTo(store);
  given = givenApp(store);
  coordinator = await given.givenPerson({ name: "Leila", municipality, role: "coordinator" });
  reader = await given.givenPerson({ name: "Birgitta", municipality, role: "committeeReader" });
  await givenLocalRelease(store, municipalityCode(municipality), frozenBefore, coordinator.account);
});
after(() => store.close());

const list = async (who: SignedIn) =>
  bodyOf<LocalReleaseList>(await who.request("GET /api/local-releases"));
const freeze = (halfYear: string) => coordinator.request("POST /api/local-releases", { halfYear });

test("everybody in the municipality reads what is frozen, and only who may freeze sees what can be", async () => {
  const read = await list(reader);
  assert.deepEqual(
    read.releases.map(({ halfYear }) => halfYear),
    [frozenBefore],
  );
  assert.deepEqual([read.mayFreeze, read.refused, read.freezing], [[], null, null]);
  assert.deepEqual((await list(coordinator)).mayFreeze, ["2026-H1", "2025-H1", "2024-H2"]);
});

test("a frozen half-year tells its protected figures, how many cases, and the auditor's verdict", async () => {
  const response = await reader.request(`GET /api/local-releases/${frozenBefore}`);
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  const view = await bodyOf<LocalReleaseView>(response);
  assert.deepEqual([view.cases, view.closed], [60, 60]);
  assert.deepEqual([view.from, view.through], ["2025-07-01", "2025-12-31"]);
  assert.match(view.verdict, /0 av 0 dolda tal kan räknas ut/);
  assert.equal(view.group, null);
});

test("another municipality has frozen nothing, and finds nothing of this one's", async () => {
  const other = await given.givenPerson({
    name: "Yasmin",
    municipality: "9072",
    role: "coordinator",
  });
  assert.deepEqual((await list(other)).releases, []);
  const response = await other.request(`GET /api/local-releases/${frozenBefore}`);
  assert.equal(response.status, 404);
});

test("a half-year that has not ended, one that is frozen, and one that is none are refused in words", async () => {
  assert.deepEqual(await problemsOf(await freeze("2026-H2")), ["local-release-not-ended"]);
  assert.deepEqual(await problemsOf(await freeze("2027-H1")), ["local-release-not-ended"]);
  assert.deepEqual(await problemsOf(await freeze(frozenBefore)), ["local-release-frozen"]);
  assert.deepEqual(await problemsOf(await freeze("2026")), ["malformed-request"]);
  assert.deepEqual(await problemsOf(await freeze("1999-H1")), ["local-release-empty"]);
});

test("what is frozen stays, byte for byte, whatever happens to the cases and whoever tries again", async () => {
  const read = async () => (await reader.request(`GET /api/local-releases/${frozenBefore}`)).text();
  const first = await read();
  const worker = await given.givenPerson({
    name: "Anna",
    municipality,
    role: "caseWorker",
    unit: "9071-familjefrid",
  });
  const started = await worker.request("POST /api/cases", {
    startedOn: "2025-11-03",
    unit: "9071-familjefrid",
  });
  assert.equal(started.status, 201);
  await freeze(frozenBefore);
  assert.equal(await read(), first);
});

test("what has been altered in the database is not shown", async () => {
  const code = municipalityCode(municipality);
  const kept = await store.within(code, (tx) => tx.localReleases.find(frozenBefore));
  assert.ok(kept);
  const changed = { ...kept, halfYear: "2020-H1" as HalfYear, sha256: "0".repeat(64) };
  await store.within(code, (tx) => tx.localReleases.insert(changed));
  const response = await reader.request("GET /api/local-releases/2020-H1");
  assert.deepEqual([response.status, await problemsOf(response)], [500, ["local-release-damaged"]]);
});

test("freezing goes on by itself; what becomes of it is told to those who may freeze, and logged if it is kept", async () => {
  const code = municipalityCode("9073");
  await givenMunicipality("9073")
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withCases(40)
    .writtenTo(store);
  const where = { municipality: "9073" };
  const leila = await given.givenPerson({ name: "Leila", role: "coordinator", ...where });
  const oskar = await given.givenPerson({ name: "Oskar", role: "analyst", ...where });
  const log = await given.givenPerson({ name: "Johan", role: "logReviewer", ...where });
  const begun = await leila.request("POST /api/local-releases", { halfYear: "2026-H1" });
  assert.equal((await bodyOf<LocalReleaseList>(begun, 202)).freezing?.halfYear, "2026-H1");
  const again = await leila.request("POST /api/local-releases", { halfYear: "2025-H2" });
  assert.deepEqual(await problemsOf(again), ["local-release-busy"]);
  await given.services.localReleases.settled();
  const { releases, refused, freezing } = await list(leila);
  assert.equal(freezing, null);
  const kept = await store.within(code, (tx) => tx.localReleases.find("2026-H1" as HalfYear));
  const { entries } = await bodyOf<LogView>(await log.request("GET /api/log"));
  const logged = entries.filter(({ action }) => action === "local-release.frozen").length;
  // Which of them it is depends on who the invented people are; that it is one of them does not.
  assert.equal(releases.length, kept ? 1 : 0);
  assert.equal(logged, kept ? 1 : 0);
  assert.equal(refused === null, kept !== undefined);
  assert.equal((await list(oskar)).refused, null);
  if (!kept) return;
  const view = await bodyOf<LocalReleaseView>(
    await oskar.request("GET /api/local-releases/2026-H1"),
  );
  const figures = view.chapters.flatMap((chapter) => chapter.figures);
  assert.ok(figures.length > 20 && figures.every(({ lane }) => lane === "safe"));
  const { results, groups } = await bodyOf<LocalResultsView>(
    await oskar.request("GET /api/local-releases/2026-H1/results"),
  );
  const panels = results.sections.flatMap((section) => section.panels);
  assert.equal(panels.length, figures.length);
  assert.ok(panels.every(({ lane }) => lane === "safe"));
  for (const { id } of groups) {
    const response = await oskar.request(`GET /api/local-releases/2026-H1/results?group=${id}`);
    assert.equal((await bodyOf<LocalResultsView>(response)).chosen.group, id);
  }
});
