import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type HalfYear, municipalityCode } from "#kernel";
import { givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "../testing/given-app.ts";
import { givenLocalRelease } from "../testing/given-local-release.ts";
import { givenRelease } from "../testing/given-release.ts";
import { bodyOf, problemsOf } from "../testing/given-team.ts";
import type { ExploredQuestion, SavedViews } from "../wire-of-exploration.ts";

const municipality = municipalityCode("9071");
const unit = "9071-familjefrid";
const plain = { show: "V22", by: null, time: null, period: null, group: null };
const exact: ExploredQuestion = { ...plain, set: `unit:${unit}`, by: "V01" };

let store: TestStore;
let given: GivenApp;
let worker: SignedIn;

before(async () => {
  store = await openTestStore();
  await givenMunicipality(municipality)
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withCases(12)
    .writtenTo(store);
  given = givenApp(store, { release: givenRelease(municipality) });
  worker = await given.givenPerson({ name: "Eva", role: "caseWorker", municipality, unit });
});
after(() => store.close());

const list = async (who = worker) => bodyOf<SavedViews>(await who.request("GET /api/saved-views"));
const save = (name: string, question: object, who = worker) =>
  who.request("POST /api/saved-views", { name, question });
const stateOf = async (name: string) => (await list()).views.find((view) => view.name === name);

test("a view is saved as a question, told whether its figures are still the same, and taken away", async () => {
  const { views } = await bodyOf<SavedViews>(await save("  Mål efter kön ", exact));
  const [saved] = views;
  assert.deepEqual(saved?.question, exact);
  assert.deepEqual(saved?.codebook.id, "su-kvinnofrid-2021");
  assert.deepEqual(
    [saved?.name, saved?.state, saved?.sentence],
    ["Mål efter kön", "same", "Samma uppgifter som när vyn sparades."],
  );
  await worker.startCase(unit);
  const changed = await stateOf("Mål efter kön");
  assert.equal(changed?.state, "changed");
  assert.match(changed?.sentence ?? "", /^Uppgifterna har ändrats sedan vyn sparades/);
  const left = await worker.request(`DELETE /api/saved-views/${saved?.id}`);
  assert.deepEqual((await bodyOf<SavedViews>(left)).views, []);
  assert.equal((await worker.request(`DELETE /api/saved-views/${saved?.id}`)).status, 404);
});

test("what is frozen is the same for ever; another release is another", async () => {
  const halfYear = "2025-H1" as HalfYear;
  await givenLocalRelease(store, municipality, halfYear, worker.account);
  assert.equal((await save("Riket", { ...plain, set: "nation" })).status, 200);
  await worker.startCase(unit);
  assert.equal((await stateOf("Riket"))?.state, "same");
  const published = givenRelease(municipality);
  const { document } = published.told;
  const round = { ...document.round, id: "2026-2027" };
  const next = { ...published, told: { ...published.told, document: { ...document, round } } };
  const later = givenApp(store, { release: next });
  const asLater = await later.app.request("http://127.0.0.1:3210/api/saved-views", {
    headers: { Cookie: worker.cookie },
  });
  const { views } = await bodyOf<SavedViews>(asLater);
  assert.equal(views.find(({ name }) => name === "Riket")?.state, "changed");
});

test("a view whose figures or question are gone says what and what to do", async () => {
  const views = [
    { name: "Borta", question: { ...plain, set: "local:2019-H1" } },
    { name: "Annans", question: { ...plain, set: "unit:9071-annan" } },
    { name: "Fråga", question: { ...plain, set: "nation", show: "V99" } },
  ];
  for (const { name, question } of views) {
    await store.within(municipality, (tx) =>
      tx.savedViews.insert({
        id: name,
        account: worker.account,
        name,
        question,
        codebook: { id: "su-kvinnofrid-2021", version: "1.0.0" },
        countedFrom: "0".repeat(64),
        at: given.clock.now(),
      }),
    );
  }
  for (const name of ["Borta", "Annans"]) {
    const { state, sentence } = (await stateOf(name)) ?? assert.fail(name);
    assert.equal(state, "gone");
    assert.match(sentence, /finns inte, eller så får du inte se dem längre. Välj andra siffror/);
  }
  assert.match((await stateOf("Fråga"))?.sentence ?? "", /«V99» är ingen fråga/);
});

test("a name that asked of something else under an older codebook is not the same question", async () => {
  await store.within(municipality, (tx) =>
    tx.savedViews.insert({
      id: "older",
      account: worker.account,
      name: "Gammal",
      question: { ...plain, set: "nation" },
      codebook: { id: "su-kvinnofrid-1999", version: "1.0.0" },
      countedFrom: "0".repeat(64),
      at: given.clock.now(),
    }),
  );
  const { state, sentence } = (await stateOf("Gammal")) ?? assert.fail();
  assert.equal(state, "gone");
  assert.match(sentence, /kodboken su-kvinnofrid-1999 finns inte, eller frågar om något annat/);
});

test("what cannot be asked, or of figures that are not one's own, is not saved", async () => {
  const before = (await list()).views.length;
  assert.deepEqual(await problemsOf(await save("  ", exact)), ["saved-view-name-needed"]);
  assert.deepEqual(await problemsOf(await save("x".repeat(81), exact)), ["text-too-long"]);
  const asked = { ...exact, show: "nothing" };
  assert.deepEqual(await problemsOf(await save("Vy", asked)), ["exploration-unknown-question"]);
  const elsewhere = { ...exact, set: "unit:9071-annan" };
  assert.deepEqual(await problemsOf(await save("Vy", elsewhere)), ["not-found"]);
  assert.deepEqual(
    await problemsOf(await save("Vy", { set: "nation" })).then((all) => all[0]),
    "malformed-request",
  );
  assert.equal((await list()).views.length, before);
});

test("nobody sees another's views, and nobody has more than fifty", async () => {
  const lova = await given.givenPerson({ name: "Lova", role: "logReviewer", municipality });
  assert.deepEqual((await list(lova)).views, []);
  const question = { ...plain, set: "nation", show: await firstShown(lova) };
  for (let saved = 0; saved < 50; saved++) {
    assert.equal((await save(`Vy ${saved}`, question, lova)).status, 200);
  }
  assert.deepEqual(await problemsOf(await save("En till", question, lova)), [
    "saved-view-too-many",
  ]);
  const [view] = (await list(lova)).views;
  assert.equal((await worker.request(`DELETE /api/saved-views/${view?.id}`)).status, 404);
});

async function firstShown(who: SignedIn): Promise<string> {
  const told = await who.request("GET /api/published/exploration?set=nation");
  return (await bodyOf<{ chosen: ExploredQuestion }>(told)).chosen.show;
}

test("saving twice by one press is saving once", async () => {
  const before = (await list()).views.length;
  const body = { name: "En gång", question: exact };
  const key = "samma-tryck";
  await worker.request("POST /api/saved-views", body, key);
  const again = await worker.request("POST /api/saved-views", body, key);
  assert.equal((await bodyOf<SavedViews>(again)).views.length, before + 1);
});
