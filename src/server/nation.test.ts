import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { effectiveCodebook, effectiveCodebooks } from "#codebook";
import { compileRelease, openRelease, type Release } from "#compilation";
import { deliverRound } from "#delivery";
import { instant, isoDate, municipalityCode, seededRandomness } from "#kernel";
import { givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { publishedNation } from "./published-nation.ts";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import type { Nation, NationView } from "./wire.ts";

const round = {
  id: "2024-2026",
  period: { from: isoDate("2024-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2026-12-31T12:00:00Z"),
};
const places = [
  { code: municipalityCode("9071"), name: "Påhittköping", county: "91", cases: 160 },
  { code: municipalityCode("9083"), name: "Drömmaryd", county: "92", cases: 90 },
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
    const lines = deliverRound({ kind: "demo", municipality, round, codebook, cases, randomness });
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
    leastParticipants: 1,
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
    [2, 0, release.document.cases, release.document.closed],
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

test("below the nation nothing: no municipality is named, numbered or told apart", async () => {
  const { text } = await seen();
  for (const { code, name } of places) {
    assert.ok(!text.includes(name), name);
    assert.doesNotMatch(text, new RegExp(`(?<![\\d.])${code}(?![\\d.])`));
  }
  for (const path of ["/9071", "/9083", "?municipality=9071", "?county=91", "/municipalities"]) {
    const response = await anna.request(`GET /api/nation${path}`);
    const answer = await response.text();
    if (path.startsWith("?")) assert.equal(answer, text);
    else assert.equal(response.status, 404, path);
  }
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
