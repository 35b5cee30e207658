import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { effectiveCodebook, effectiveCodebooks } from "#codebook";
import { compileRelease, openRelease, type Release } from "#compilation";
import { deliverRound, firstRows } from "#delivery";
import { instant, isoDate, municipalityCode, seededRandomness, systemClock } from "#kernel";
import { givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { publishedNation } from "./published-nation.ts";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import type { Nation, NationRegionView, NationView } from "./wire-of-nation.ts";

const round = {
  id: "2024-2026",
  period: { from: isoDate("2024-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2026-12-31T12:00:00Z"),
};
/** Each participant can subtract itself: fewer than four would leave little to tell. */
const places = [
  { code: municipalityCode("9071"), name: "Påhittköping", county: "91", cases: 260 },
  { code: municipalityCode("9083"), name: "Drömmaryd", county: "91", cases: 170 },
  { code: municipalityCode("9085"), name: "Åxaby", county: "91", cases: 120 },
  { code: municipalityCode("9087"), name: "Luringe", county: "91", cases: 12 },
];

let folder: string;
let store: TestStore;
let given: GivenApp;
let release: Release;
let anna: SignedIn;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "skillnad-nation-"));
  release = await releaseOf(join(folder, "release"));
  await mkdir(join(folder, "web/assets"), { recursive: true });
  await writeFile(join(folder, "web/assets/page.js"), "page");
  store = await openTestStore();
  given = givenApp(store, {
    release: publishedNation(release),
    pages: { document: "<!doctype html>", folder: join(folder, "web") },
  });
  await given.givenUnit("9001", "here");
  anna = await given.givenPerson({ name: "Anna", municipality: "9001", role: "administrator" });
});
after(async () => {
  await store?.close();
  await rm(folder, { recursive: true, force: true });
});

async function releaseOf(out: string): Promise<Release> {
  const codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no codebook");
  const randomness = seededRandomness(3);
  const deliveries = [];
  for (const { cases: count, ...municipality } of places) {
    const played = givenMunicipality(municipality.code)
      .withUnit("Familjefrid")
      .withWorker("Anna")
      .withCases(count).organisation.cases;
    const cases = [...played].map(({ record, response }) => ({
      record,
      clientAnswers: response?.response.answers,
    }));
    const lines = deliverRound({
      ...firstRows,
      kind: "demo",
      municipality,
      round,
      codebook,
      cases,
      randomness,
    });
    const text = Buffer.from((await Array.fromAsync(lines, (line) => `${line}\n`)).join(""));
    deliveries.push({
      name: `${municipality.name}.jsonl`,
      bytes: text.length,
      async *open() {
        yield text;
      },
    });
  }
  const codebooks = effectiveCodebooks();
  const compiled = await compileRelease({
    deliveries,
    out,
    codebooks,
    skipInvalid: false,
    leastParticipants: 3,
    clock: systemClock,
  });
  assert.equal(compiled.kind, "done", JSON.stringify(compiled));
  const opened = await openRelease(out);
  assert.ok(opened.kind === "done");
  return opened.value;
}

/** Whether it is the file that must not be fetched, by how Parquet begins. */
async function isKept(file: string): Promise<boolean> {
  return (await readFile(file)).toString("latin1").startsWith("PAR1");
}

async function seen(): Promise<{ readonly text: string; readonly nation: Nation }> {
  const response = await anna.request("GET /api/nation");
  assert.equal(response.status, 200);
  assert.match(response.headers.get("Content-Type") ?? "", /^application\/json/);
  const text = await response.text();
  const { nation } = JSON.parse(text) as NationView;
  return { text, nation: nation ?? assert.fail("nothing is published") };
}

test("the nation is told as the release has it, in the codebook's chapters", async () => {
  const { nation } = await seen();
  assert.deepEqual(
    [nation.municipalities, nation.unusable, nation.cases, nation.closed],
    [4, 0, release.document.cases, release.document.closed],
  );
  assert.deepEqual(nation.round, { id: "2024-2026", from: "2024-01-01", through: "2026-12-31" });
  assert.deepEqual(
    nation.chapters.map(({ id }) => id),
    release.codebook.chapters.map(({ id }) => id),
  );
  const figures = nation.chapters.flatMap((chapter) => chapter.figures);
  assert.ok(figures.length > 30);
  assert.ok(figures.every(({ lane }) => lane === "safe"));
});

test("before anything is published, the nation is empty", async () => {
  const app = givenApp(store);
  const berit = await app.givenPerson({ name: "Berit", municipality: "9002", role: "analyst" });
  const response = await berit.request("GET /api/nation");
  assert.deepEqual(await response.json(), { nation: null });
});

test("it is said which places there are, in the order of their names, and how it was tried", async () => {
  const { nation } = await seen();
  assert.deepEqual(
    nation.regions.map(({ id, level, name, area }) => [id, level, name, area]),
    [
      ["county-91", "area", "Län 91", null],
      ["9083", "municipality", "Drömmaryd", "county-91"],
      ["9087", "municipality", "Luringe", "county-91"],
      ["9071", "municipality", "Påhittköping", "county-91"],
      ["9085", "municipality", "Åxaby", "county-91"],
    ],
  );
  assert.match(
    nation.verdict,
    /^minsta intervall \d+; 0 av \d+ dolda tal kan räknas ut; 4 deltagares/,
  );
});

async function seenOf(region: string): Promise<{ text: string; view: NationRegionView }> {
  const response = await anna.request(`GET /api/nation/regions/${region}`);
  assert.equal(response.status, 200);
  assert.match(response.headers.get("Content-Type") ?? "", /^application\/json/);
  const text = await response.text();
  return { text, view: JSON.parse(text) as NationRegionView };
}

test("a region is told as its protected tables say, number by number, and no step between", async () => {
  for (const { id, name, tables } of release.regions) {
    const { view } = await seenOf(id);
    assert.deepEqual([view.region.id, view.region.name], [id, name]);
    const countsOf = (table: string) =>
      tables.find(({ specification }) => specification.id === table)?.counts;
    const cases = countsOf("cases started");
    assert.equal(view.cases, cases?.kind === "cases" ? cases.cases : assert.fail());
    const figures = view.chapters.flatMap((chapter) => chapter.figures);
    assert.ok(figures.length > 30);
    for (const { id, lane, base, rows, numerator, denominator } of figures) {
      const counts = countsOf(id) ?? assert.fail(id);
      if (counts.kind === "cases") assert.fail(id);
      assert.equal(lane, "safe");
      assert.deepEqual(base, { eligible: counts.base.eligible, valid: counts.base.valid });
      assert.deepEqual(
        rows.map(({ count }) => count),
        counts.kind === "frequencies" ? counts.rows.map(({ count }) => count) : [],
      );
      if (counts.kind === "share") {
        assert.deepEqual([numerator, denominator], [counts.numerator, counts.denominator]);
      }
    }
  }
});

test("below the nation only what is protected: nothing hidden is in any response", async () => {
  const { nation, text } = await seen();
  const said = new Set<number>();
  // What is worked out from the nation's told numbers alone: sums of its answers, to stand beside.
  const ofNation = new Set(numbersIn(JSON.parse(text)));
  for (const { id } of nation.regions) {
    const { text: response, view } = await seenOf(id);
    for (const each of numbersIn(JSON.parse(response))) said.add(each);
    const figures = view.chapters.flatMap((chapter) => chapter.figures);
    for (const each of numbersIn(figures.map(({ beside }) => beside))) ofNation.add(each);
  }

  const kept = JSON.parse(
    await readFile(join(folder, "release/private/protected-cells.json"), "utf8"),
  ) as { readonly cells: readonly { readonly count: number }[] };
  const told = new Set<unknown>([...ofNation, ...release.cells.cells.map(({ count }) => count)]);
  // Of the numbers that are nowhere told, those that no percentage can look like.
  const canaries = new Set(
    kept.cells.map(({ count }) => count).filter((count) => count > 100 && !told.has(count)),
  );
  assert.ok(canaries.size >= 5, `${canaries.size}`);
  assert.deepEqual(
    [...canaries].filter((count) => said.has(count)),
    [],
  );
  assert.ok([...told].some((count) => typeof count === "number" && said.has(count)));
});

/** Every number, in figures or within words, but for how a picture is drawn. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value === "string") {
    return (value.replace(/(?<=\d)\u00a0(?=\d)/g, "").match(/\d+/g) ?? []).map(Number);
  }
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === "attributes" ? numbersIn((each as Attributes)["aria-label"] ?? "") : numbersIn(each),
  );
}
type Attributes = { readonly [name: string]: string };

test("what is no area or municipality of the release is not found, in the same words as anything else", async () => {
  const unknown = await (await anna.request("GET /api/nothing-of-the-kind")).text();
  const wrong = ["9072", "nation", "county-99", "constructor", "..%2f9071", "%00", "9071%20"];
  for (const region of wrong) {
    const response = await anna.request(`GET /api/nation/regions/${region}`);
    assert.deepEqual([response.status, await response.text()], [404, unknown], region);
  }
  const before = givenApp(store);
  const cissi = await before.givenPerson({ name: "Cissi", municipality: "9003", role: "analyst" });
  const nothing = await cissi.request("GET /api/nation/regions/9071");
  assert.deepEqual([nothing.status, await nothing.text()], [404, unknown]);
});

test("nobody reads of a region without signing in", async () => {
  const response = await send(given.app, "GET", "/api/nation/regions/9071", {});
  assert.equal(response.status, 401);
});

test("a release of the nation alone has no places, and nothing of them", () => {
  const nationAlone = publishedNation({ ...release, regions: [] });
  const { nation } = JSON.parse(nationAlone.inSwedish) as NationView;
  assert.deepEqual(nation?.regions, []);
  assert.equal(nationAlone.regionInSwedish("9071"), undefined);
});

test("what a release keeps for itself is fetched by no path, signed in or not", async () => {
  const kept = "private/cases.parquet";
  assert.equal(await isKept(join(folder, "release", kept)), true);
  const paths = [
    `/${kept}`,
    `/release/${kept}`,
    `/api/nation/${kept}`,
    `/api/nation/../${kept}`,
    `/assets/../../release/${kept}`,
    `/assets/..%2f..%2frelease/${kept}`,
    `/assets/%2e%2e/%2e%2e/release/${kept}`,
    `/assets/..%5c..%5crelease%5cprivate%5ccases.parquet`,
    `/assets/%2fetc/passwd`,
    `/assets/${encodeURIComponent(join(folder, "release", kept))}`,
    `/assets//${join(folder, "release", kept)}`,
  ];
  assert.equal(await (await send(given.app, "GET", "/assets/page.js", {})).text(), "page");
  for (const path of paths) {
    for (const headers of [{}, { Cookie: anna.cookie }]) {
      const answer = await (await send(given.app, "GET", path, headers)).text();
      assert.ok(!answer.includes("PAR1") && !answer.includes("root:"), path);
      assert.ok(
        answer === "<!doctype html>" || answer.includes('"not-found"'),
        `${path} ${answer}`,
      );
    }
  }
});

type PublicAnswer = { readonly path: string; readonly status: number; readonly text: string };

async function openly(path: string): Promise<PublicAnswer & { readonly headers: Headers }> {
  const response = await send(given.app, "GET", path, {});
  const { status, headers } = response;
  return { path, status, headers, text: await response.text() };
}

/** Every address of the public site, by following its links from the first page. */
async function wholeSite(): Promise<readonly PublicAnswer[]> {
  const found = new Map<string, PublicAnswer>();
  const waiting = ["/publicerat"];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(path)) continue;
    const answer = await openly(path);
    found.set(path, answer);
    const links = [...answer.text.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, to = ""]) => to);
    if (answer.text.startsWith("<!doctype html>")) waiting.push(...links);
  }
  return [...found.values()];
}

test("the public site is read by anybody, without script, and every link leads somewhere", async () => {
  const site = await wholeSite();
  assert.ok(site.length > 100, `${site.length}`);
  for (const { path, status, text } of site) {
    assert.equal(status, 200, path);
    assert.match(path, /^\/publicerat/);
    if (!text.startsWith("<!doctype html>")) continue;
    assert.doesNotMatch(text, /<script|javascript:|style="|https?:\/\/(?!www\.w3\.org)/, path);
    assert.ok(text.length <= 150_000, `${path}: ${text.length}`);
    assert.match(text, /<html lang="sv">/);
    assert.equal(text.match(/<h1>/g)?.length, 1, path);
  }
});

test("nothing that is hidden stands anywhere in the public site", async () => {
  const kept = JSON.parse(
    await readFile(join(folder, "release/private/protected-cells.json"), "utf8"),
  ) as { readonly cells: readonly { readonly count: number }[] };
  const { text } = await seen();
  const told = new Set<number>(numbersIn(JSON.parse(text)));
  for (const { count } of release.cells.cells) if (typeof count === "number") told.add(count);
  const { nation } = await seen();
  const views = await Promise.all(nation.regions.map(async ({ id }) => (await seenOf(id)).view));
  for (const { chapters } of [nation, ...views]) {
    const figures = chapters.flatMap((chapter) => chapter.figures);
    for (const each of numbersIn(figures.map(({ beside }) => beside))) told.add(each);
  }
  // Beyond what is drawn in px or per cent.
  const canaries = new Set(
    kept.cells.map(({ count }) => count).filter((count) => count > 100 && !told.has(count)),
  );
  assert.ok(canaries.size >= 5, `${canaries.size}`);
  for (const { path, text: page } of await wholeSite()) {
    if (path.startsWith("/publicerat/data/") || path.endsWith(".css")) continue;
    const words = page.replace(/ (?:x|y|x1|x2|y1|y2|width|height|viewBox|d|points)="[^"]*"/g, "");
    assert.deepEqual(
      numbersIn(words.replace(/href="[^"]*"/g, "")).filter((each) => canaries.has(each)),
      [],
      path,
    );
  }
});

test("open data is the release's own bytes, and only its public files", async () => {
  for (const name of ["tables.csv", "tables.jsonstat.json", "tables.json", "summary.json"]) {
    const { text, headers } = await openly(`/publicerat/data/${name}`);
    assert.equal(text, await readFile(join(folder, "release/public", name), "utf8"));
    assert.match(headers.get("Content-Disposition") ?? "", /^attachment/);
  }
  for (const name of ["cases.parquet", "manifest.json", "..%2fmanifest.json", "audit.json"]) {
    assert.equal((await openly(`/publicerat/data/${name}`)).status, 404, name);
  }
});

test("a table of the public site opens in a Swedish Excel, and another form is for programs", async () => {
  const path = "/publicerat/riket/difference/goal-attained-wholly-or-partly.csv";
  const excel = await openly(path);
  assert.match(excel.headers.get("Content-Type") ?? "", /^text\/csv/);
  const response = await send(given.app, "GET", path, {});
  const bytes = new Uint8Array(await response.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.match(excel.text, /^\ufeff?Uppgift;Antal;Av;Andel \(%\)/);
  assert.match((await openly(`${path}?form=rfc4180`)).text, /^Uppgift,Antal,Av,Andel \(%\)/);
});

test("an old or wrong address of the site says what to do", async () => {
  for (const path of ["9072", "riket/nothing", "riket/who/nothing.csv", "a/b/c.csv"]) {
    const { status, text } = await openly(`/publicerat/${path}`);
    assert.equal(status, 404, path);
    assert.match(text, /Sidan finns inte[\s\S]*Börja om från/);
  }
  const before = givenApp(store);
  const response = await send(before.app, "GET", "/publicerat", {});
  assert.match(await response.text(), /Inget är publicerat ännu/);
});
