import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { canonicalJson, type HalfYear, instant, type JsonValue, municipalityCode } from "#kernel";
import { givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "../testing/given-app.ts";
import { givenRelease } from "../testing/given-release.ts";
import { bodyOf } from "../testing/given-team.ts";
import type { ExplorationView } from "../wire-of-exploration.ts";

const municipality = municipalityCode("9071");
const unit = "9071-familjefrid";
const halfYear = "2025-H2" as HalfYear;

let store: TestStore;
let given: GivenApp;
let worker: SignedIn;
let reader: SignedIn;

before(async () => {
  store = await openTestStore();
  await givenMunicipality(municipality)
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withCases(120)
    .withUnit("Boende")
    .withWorker("Bo")
    .withCases(3)
    .writtenTo(store);
  given = givenApp(store, { release: givenRelease(municipality) });
  const person = (name: string, role: "caseWorker" | "committeeReader") =>
    given.givenPerson({ name, role, municipality, ...(role === "caseWorker" ? { unit } : {}) });
  worker = await person("Eva", "caseWorker");
  reader = await person("Birgitta", "committeeReader");
  await freeze();
});
after(() => store.close());

/** One question of all cases and of two groups, in one of which an answer is hidden. */
async function freeze(): Promise<void> {
  const asked = { kind: "frequencies", variable: "V22" } as const;
  const within = (code: number) => ({ answer: "V01", in: [code] });
  const group = (code: number) => ({
    id: `sex-${code}:V22`,
    population: "closed",
    measure: asked,
    within: within(code),
    subgroup: `sex-${code}`,
  });
  const rows = (counts: readonly (number | null)[]) =>
    counts.map((count, at) => ({ codes: [at + 1], isMissing: false, count }));
  const told = (total: number | null, counts: readonly (number | null)[]) => ({
    by: null,
    counts: {
      kind: "frequencies",
      base: { eligible: total, asked: total, answered: total, valid: total },
      rows: rows(counts),
    },
  });
  const specifications = [
    { id: "cases started", population: "started", measure: { kind: "cases" } },
    { id: "V22", population: "closed", measure: asked },
    { id: "V23", population: "closed", measure: { kind: "frequencies", variable: "V23" } },
    group(1),
    group(2),
  ];
  const content = {
    format: "skillnad-local-release-1",
    specifications,
    tables: [
      {
        specification: "cases started",
        written: { by: null, counts: { kind: "cases", cases: 150 } },
      },
      { specification: "V22", written: told(140, [60, 40, 25, 15]) },
      { specification: "sex-1:V22", written: told(100, [50, 30, 12, 8]) },
      { specification: "sex-2:V22", written: told(40, [10, 10, null, null]) },
    ],
    verdict: {
      kind: "passed",
      hidden: 2,
      opened: 0,
      faults: 0,
      leastInterval: null,
      participants: 2,
      pairs: { tried: 1, opened: 0 },
      earlierPublications: 0,
      roundedNumbers: 0,
      components: 0,
      exactTries: 0,
      provedByMove: 0,
      provedBySolver: 0,
      programs: 0,
    },
  } as unknown as JsonValue;
  const sha256 = createHash("sha256").update(canonicalJson(content)).digest("hex");
  const kept = { halfYear, codebook: "su-kvinnofrid-2021", content, sha256 };
  const stamp = { by: worker.account, at: instant("2026-02-14T09:00:00Z") };
  await store.within(municipality, (tx) => tx.localReleases.insert({ ...kept, ...stamp }));
}

async function explored(question: string, who = worker): Promise<ExplorationView> {
  const response = await who.request(`GET /api/units/${unit}/exploration${question}`);
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  return bodyOf<ExplorationView>(response);
}

async function published(question: string, who = reader): Promise<ExplorationView> {
  return bodyOf<ExplorationView>(await who.request(`GET /api/published/exploration${question}`));
}

function onlyPanel({ answer, problems }: ExplorationView) {
  assert.deepEqual(problems, []);
  const [panel, ...others] = answer?.panels ?? [];
  assert.deepEqual(others, []);
  return panel ?? assert.fail("nothing is told");
}

function sentences({ answer, problems }: ExplorationView): readonly string[] {
  assert.equal(answer, null);
  return problems.map(({ sentence }) => sentence);
}

test("one is met by an answer: whether the goal was attained, with its picture, base and numbers", async () => {
  const view = await explored("");
  assert.deepEqual([view.chosen.show, view.chosen.by, view.set.id], ["V22", null, `unit:${unit}`]);
  const panel = onlyPanel(view);
  assert.equal(panel.lane, "internal");
  assert.ok(panel.picture);
  assert.match(panel.title, /^Måluppfyllelse: vanligast är/);
  assert.ok((panel.base?.answered ?? 0) > 0);
  assert.ok((view.answer?.findings?.toTalkAbout.length ?? 0) > 0);
});

test("a question is divided by another: counts of every answer, how many they are of, and shares", async () => {
  const panel = onlyPanel(await explored("?show=V10&by=V01"));
  const [told, counts, shares] = panel.tables;
  assert.deepEqual(
    told?.columns.map(({ label }) => label),
    ["Antal", "Av", "Andel", "Osäkerhet från", "Osäkerhet till"],
  );
  const labels = counts?.rows.map(({ label }) => label) ?? [];
  assert.deepEqual(labels.slice(-2), ["Har svar", "Ärenden"]);
  assert.ok(labels.includes("Vet ej"));
  const column = counts?.columns.findIndex(({ label }) => label === "Kvinna") ?? -1;
  const inColumn = (rows: typeof labels, of = counts) =>
    rows.map((label) => of?.rows.find((row) => row.label === label)?.cells[column]);
  const [answered] = inColumn(["Har svar"]);
  assert.ok(typeof answered === "number" && answered >= 30);
  const share = shares?.rows[0];
  const [count] = inColumn([share?.label ?? ""]);
  assert.equal(share?.cells[column], Number(count) / answered);
});

test("two groups stand side by side, and groups of fewer than ten have counts and no share", async () => {
  const two = onlyPanel(await explored("?show=V22&by=V12"));
  assert.match(JSON.stringify(two.picture), /Punktdiagram|Stapeldiagram/);
  const bySex = onlyPanel(await explored("?show=V10&by=V01"));
  const [told] = bySex.tables;
  for (const { cells } of told?.rows ?? []) {
    const [count, of, share] = cells;
    assert.equal(share === "none", Number(of) < 10);
    if (share !== "none") assert.equal(share, Number(count) / Number(of));
  }
  assert.equal(two.certainty, "uncertain");
});

test("a share is followed along time, step by step", async () => {
  const panel = onlyPanel(await explored("?show=very-severe-violence&time=half-year"));
  assert.match(JSON.stringify(panel.picture), /Linjediagram/);
  const [steps] = panel.tables;
  assert.match(steps?.rows[0]?.label ?? "", /^(jan–juni|juli–dec) 20\d\d$/);
});

test("a period and a group narrow what is counted, and are told in the answer", async () => {
  const { choices } = await explored("");
  const [year] = choices.periods;
  const all = onlyPanel(await explored("?show=V10")).base?.eligible ?? 0;
  const some = onlyPanel(await explored(`?show=V10&group=with-children&period=${year?.id}`));
  assert.ok((some.base?.eligible ?? 0) < all);
  assert.match(some.title, new RegExp(String(year?.label)));
});

test("the client's answers are neither divided nor chosen among: it is said, with what can be done", async () => {
  for (const question of ["?show=V26&by=V01", "?show=V22&by=V26", "?show=V26&period=2025"]) {
    const [sentence = ""] = sentences(await explored(question));
    assert.match(sentence, /^Klientens svar kan inte delas upp.*Ta bort uppdelning/, question);
  }
  assert.ok((await explored("?show=V26")).answer);
});

test("what cannot be asked is answered by what can be done, and the choices stay", async () => {
  const cases: readonly (readonly [question: string, told: RegExp])[] = [
    ["?show=nothing", /«nothing» är ingen fråga/],
    ["?show=V10&by=nothing", /inte att dela upp på|dela upp på «nothing»/],
    ["?show=V10&by=V10", /sin egen fråga/],
    ["?show=V10&by=V01&time=year", /inte på båda/],
    ["?show=interventions-per-case&by=V01", /Välj frågan «Typ av insats»/],
    ["?show=V10&time=century", /«century»/],
    ["?show=V10&period=soon", /Perioden «soon»/],
    ["?show=V10&group=others", /Gruppen «others»/],
    ["?show=V10&period=1999", /Inga ärenden hör till perioden/],
    ["?show=V10&codebook=su-kvinnofrid-1999", /kodboken su-kvinnofrid-1999 finns inte/],
  ];
  for (const [question, told] of cases) {
    const view = await explored(question);
    assert.match(sentences(view).join(" "), told, question);
    assert.ok(view.choices.shows.length > 1 && view.choices.sets.length > 1);
  }
});

test("an indicator of the same question is told as it was asked for, and not as another", async () => {
  const men = onlyPanel(await explored("?show=men&by=V11"));
  assert.match(men.label, /^Män efter/);
  const women = onlyPanel(await explored("?show=women&by=V11"));
  const share = ({ tables }: typeof men) => tables[0]?.rows[0]?.cells[0];
  assert.notEqual(share(men), share(women));
});

test("every answer is logged with what was asked by the codebook's names, and never a count", async () => {
  const entries = () => store.within(municipality, (tx) => tx.audit.list(0, 100_000));
  const before = (await entries()).length;
  await explored("?show=V10&by=V01&group=with-children&period=2025");
  const [entry, ...others] = (await entries()).slice(0, -before);
  assert.deepEqual(others, []);
  assert.equal(entry?.action, "figures.viewed");
  assert.deepEqual(entry?.details, {
    unit,
    codebook: "su-kvinnofrid-2021",
    asked: ["with-children:V10 V01 2025-01-01–2026-01-01"],
  });
});

test("what is registered meanwhile is in the next answer", async () => {
  const cases = async () => onlyPanel(await explored("?show=V01")).base?.eligible ?? 0;
  const before = await cases();
  await worker.startCase(unit);
  assert.equal(await cases(), before + 1);
});

test("a frozen half-year tells the slices that it was specified to hold", async () => {
  const all = onlyPanel(await published(`?set=local:${halfYear}`));
  assert.equal(all.lane, "safe");
  assert.match(JSON.stringify(all.tables), /140|60/);
  const women = onlyPanel(await published(`?set=local:${halfYear}&show=V22&group=sex-1`));
  assert.equal(women.base?.answered, 100);
  const both = onlyPanel(await published(`?set=local:${halfYear}&show=V22&by=V01`));
  const [counts] = both.tables;
  assert.deepEqual(
    counts?.columns.map(({ label }) => label),
    ["Kön: Kvinna", "Kön: Man"],
  );
  assert.deepEqual(counts?.rows[2]?.cells, [12, "hidden"]);
  assert.match(both.title, /50 procent.*25 procent/);
});

test("a slice that the set does not hold is said so, with what there is", async () => {
  const told = async (question: string) =>
    sentences(await published(`?set=local:${halfYear}${question}`)).join(" ");
  assert.match(await told("&show=V23&group=sex-1"), /För gruppen finns: «Måluppfyllelse»/);
  assert.match(await told("&show=V23&by=V01"), /På «Kön» är uppdelat: «Måluppfyllelse»/);
  assert.match(await told("&show=V22&by=V10"), /«Våldets grovhet»/);
  assert.match(await told("&show=V22&time=year"), /en enda period/);
  assert.match(await told("&show=V22&by=V01&group=sex-1"), /en sak i taget/);
  assert.match(await told("&show=V10"), /«V10» är ingen fråga/);
});

test("what is specified is offered, also where nothing of it is told", async () => {
  const { choices } = await published(`?set=local:${halfYear}`);
  const ids = choices.shows.flatMap((group) => group.choices.map(({ id }) => id));
  assert.deepEqual(ids, ["V22", "V23"]);
  const hidden = await published(`?set=local:${halfYear}&show=V23`);
  assert.deepEqual(onlyPanel(hidden).sentences, [
    "Uppgiften visas inte, eftersom någon skulle kunna kännas igen.",
  ]);
  assert.equal(onlyPanel(hidden).picture, null);
  assert.deepEqual(onlyPanel(hidden).tables[0]?.rows[0]?.cells, ["hidden"]);
});

test("the nation and its places are for everybody, a municipality's half-years for its own people", async () => {
  const administrator = await given.givenPerson({
    name: "Ali",
    role: "administrator",
    municipality,
  });
  const stranger = await given.givenPerson({
    name: "Yasmin",
    role: "analyst",
    municipality: "9072",
  });
  for (const who of [reader, administrator, stranger]) {
    assert.equal((await published("?set=nation", who)).set.kind, "nation");
    assert.equal((await published(`?set=${municipality}`, who)).set.kind, "municipality");
  }
  for (const who of [administrator, stranger]) {
    const asked = await who.request(`GET /api/published/exploration?set=local:${halfYear}`);
    const nowhere = await who.request("GET /api/published/exploration?set=local:1999-H1");
    assert.deepEqual([asked.status, nowhere.status], [404, 404]);
    assert.equal(await asked.text(), await nowhere.text());
    const ids = (await published("", who)).choices.sets.flatMap(({ choices }) => choices);
    assert.ok(ids.every(({ id }) => !id.startsWith("local:") && !id.startsWith("unit:")));
  }
});

test("a unit that one may not open is not found, like one that does not exist", async () => {
  const other = await worker.request("GET /api/units/9071-boende/exploration");
  const nowhere = await worker.request("GET /api/units/nowhere/exploration");
  assert.deepEqual([other.status, nowhere.status], [404, 404]);
  assert.equal(await other.text(), await nowhere.text());
});
