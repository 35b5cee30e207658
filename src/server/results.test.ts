import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type HalfYear, municipalityCode } from "#kernel";
import { givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { givenLocalRelease } from "./testing/given-local-release.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { Refusal } from "./wire.ts";
import type { LocalResultsView, UnitResultsView } from "./wire-of-results.ts";

const municipality = "9071";
const unit = "9071-familjefrid";
const frozen = "2025-H2" as HalfYear;

let store: TestStore;
let given: GivenApp;
let worker: SignedIn;
let reader: SignedIn;

before(async () => {
  store = await openTestStore();
  await givenMunicipality(municipality)
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withCases(60)
    .writtenTo(store);
  given = givenApp(store);
  await given.givenUnit(municipality, "tom");
  worker = await given.givenPerson({ name: "Anna", municipality, role: "caseWorker" });
  reader = await given.givenPerson({ name: "Birgitta", municipality, role: "committeeReader" });
  const code = municipalityCode(municipality);
  await givenLocalRelease(store, code, frozen, reader.account);
});
after(() => store.close());

const results = async (question = "", at = unit) =>
  bodyOf<UnitResultsView>(await worker.request(`GET /api/units/${at}/results${question}`));
const sectionIds = ["who", "severity", "support", "difference", "client"];

test("a unit's results answer five questions, exactly, and are kept by no browser", async () => {
  const response = await worker.request(`GET /api/units/${unit}/results`);
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  const view = await bodyOf<UnitResultsView>(response);
  assert.deepEqual(
    view.results.sections.map(({ id }) => id),
    sectionIds,
  );
  assert.equal(view.cases, 60);
  assert.deepEqual(view.chosen, { period: null, group: null });
  const panels = view.results.sections.flatMap((section) => section.panels);
  assert.ok(panels.length > 25 && panels.every(({ lane }) => lane === "internal"));
  assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
});

test("the years in which anything happened are offered, alone and by two, and each counts its own", async () => {
  const { periods } = await results();
  const single = periods.filter(({ id }) => id.length === 4);
  assert.ok(single.length > 1 && periods.length > single.length);
  const counted = await Promise.all(single.map(({ id }) => results(`?period=${id}`)));
  assert.equal(
    counted.reduce((sum, { cases }) => sum + cases, 0),
    60,
  );
});

test("each of the seeds' groups can be chosen, and holds a part of the cases", async () => {
  const { groups } = await results();
  assert.deepEqual(
    groups.map(({ id }) => id),
    ["honour-related", "men", "aged-65", "with-children", "has-left"],
  );
  for (const { id } of groups) {
    const { cases, chosen } = await results(`?group=${id}`);
    assert.ok(cases < 60, id);
    assert.equal(chosen.group, id);
  }
  assert.ok((await results("?group=with-children")).cases > 0);
});

test("a unit without a case says what will stand there", async () => {
  const { cases, periods, results: told } = await results("", "tom");
  assert.deepEqual([cases, periods], [0, []]);
  assert.equal(told.headline, "Inga ärenden är registrerade än.");
  assert.ok(told.sections.some(({ note }) => note?.includes("första ärendet")));
});

test("an old address, a period and a group that are not there are told in words, with what to do", async () => {
  for (const [question, code] of [
    ["?period=1999", "results-unknown-period"],
    ["?period=2024-2027", "results-unknown-period"],
    ["?period=igår", "results-unknown-period"],
    ["?group=barnfamiljer", "results-unknown-group"],
  ] as const) {
    const refused = await worker.request(`GET /api/units/${unit}/results${encodeURI(question)}`);
    assert.equal(refused.status, 422);
    const { problems } = (await refused.json()) as Refusal;
    assert.deepEqual(
      problems.map((each) => each.code),
      [code],
    );
    assert.match(problems[0]?.sentence ?? "", /Välj en .* i listan, eller alla\.$/);
  }
});

test("who looks at what is in the log, once for each view, and never a count", async () => {
  const details = async () =>
    store.within(municipalityCode(municipality), async (tx) =>
      (await tx.audit.list(0, 100_000))
        .filter(({ action }) => action === "figures.viewed")
        .map((entry) => JSON.stringify(entry.details)),
    );
  const before = await details();
  await results("?group=with-children&period=2025");
  await results("?group=with-children&period=2025");
  const after = await details();
  const added = after.filter((each) => each.includes('"period"') && each.includes('"group"'));
  assert.equal(after.length - before.length, 2);
  const codebook = "su-kvinnofrid-2021";
  const told = { unit, codebook, period: "2025", group: "with-children" };
  assert.deepEqual(
    added.map((each) => JSON.parse(each)),
    [told, told],
  );
});

test("what is registered is there the next time anybody looks", async () => {
  const { cases } = await results("", "tom");
  await worker.startCase("tom");
  assert.equal((await results("", "tom")).cases, cases + 1);
});

test("everybody else in the municipality reads its release in the same five parts", async () => {
  const response = await reader.request(`GET /api/local-releases/${frozen}/results`);
  const view = await bodyOf<LocalResultsView>(response);
  assert.deepEqual(
    view.results.sections.map(({ id }) => id),
    sectionIds,
  );
  assert.deepEqual(view.periods, [{ id: frozen, label: "andra halvåret 2025" }]);
  assert.equal(view.results.strip.lane, "safe");
  const unknown = await reader.request(`GET /api/local-releases/${frozen}/results?group=men`);
  assert.deepEqual(await problemsOf(unknown), ["results-unknown-group"]);
  const none = await reader.request("GET /api/local-releases/2020-H1/results");
  assert.equal(none.status, 404);
});
