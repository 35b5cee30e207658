import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type HalfYear, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { givenLocalRelease } from "./testing/given-local-release.ts";
import { givenRelease } from "./testing/given-release.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { LogView } from "./wire.ts";
import type { DocumentSources, DocumentView } from "./wire-of-documents.ts";

const here = municipalityCode("9001");
const path = "/api/documents/committee/2025-H1";

let store: TestStore;
let given: GivenApp;
let leila: SignedIn;
let oskar: SignedIn;
let birgitta: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo", release: givenRelease("9001") });
  await given.givenUnit("9001", "here");
  const where = { municipality: "9001" };
  leila = await given.givenPerson({ name: "Leila", role: "coordinator", ...where });
  oskar = await given.givenPerson({ name: "Oskar", role: "analyst", ...where });
  birgitta = await given.givenPerson({ name: "Birgitta", role: "committeeReader", ...where });
  await givenLocalRelease(store, here, "2025-H1" as HalfYear, leila.account);
});
after(() => store.close());

const read = async (who: SignedIn, of = path) =>
  bodyOf<DocumentView>(await who.request(`GET ${of}`));
const write = (who: SignedIn, basedOn: number, comments: string, talkAbout = "") =>
  who.request(`PUT ${path}/words`, { basedOn, comments, talkAbout });

test("a document can tell of the own half-years, and of one's place in what is published", async () => {
  const { sources } = await bodyOf<DocumentSources>(await birgitta.request("GET /api/documents"));
  assert.deepEqual(
    sources.map(({ id, kind }) => `${kind} ${id}`),
    ["local 2025-H1", "municipality 9001", "nation nation"],
  );
  for (const { id } of sources) {
    const { document } = await read(birgitta, `/api/documents/staff/${id}`);
    assert.equal(document.ribbon, "Påhittade uppgifter");
    assert.match(document.lead, /: (?:60|600) påbörjades/);
  }
});

test("of another municipality, another kind or another set there is none", async () => {
  for (const [kind, source] of [
    ["committee", "9002"],
    ["committee", "2024-H1"],
    ["committee", "county-91"],
    ["report", "nation"],
    ["managers", "nation"],
    ["contacts", "2025-H1"],
  ]) {
    for (const end of ["", "/pdf"]) {
      const response = await leila.request(`GET /api/documents/${kind}/${source}${end}`);
      assert.equal(response.status, 404, `${kind} ${source}`);
    }
  }
  const other = await given.givenPerson({ name: "Yasmin", municipality: "9002", role: "analyst" });
  assert.equal((await other.request(`GET ${path}`)).status, 404);
});

test("what is written stands as it was typed, for everybody, in the document it was written for", async () => {
  const text = "  Två vakanser.\n\tNy rutin: fråga i enrum. ";
  const saved = await bodyOf<DocumentView>(await write(leila, 0, text, "Räcker boendet?"));
  assert.equal(saved.own.comments, text);
  const { own, document } = await read(birgitta);
  assert.deepEqual([own.comments, own.talkAbout, own.revision], [text, "Räcker boendet?", 1]);
  assert.equal(own.written?.by, "Leila");
  assert.ok(JSON.stringify(document).includes("Ny rutin: fråga i enrum."));
  const elsewhere = await read(birgitta, "/api/documents/staff/2025-H1");
  assert.equal(elsewhere.own.comments, "");
});

test("who writes upon what she has not seen is told who wrote, and nothing is lost", async () => {
  const { own } = await read(oskar);
  await write(leila, own.revision, "Leilas ord");
  const refused = await write(oskar, own.revision, "Oskars ord");
  assert.deepEqual([refused.status, await problemsOf(refused)], [409, ["document-words-changed"]]);
  const now = await read(oskar);
  assert.equal(now.own.comments, "Leilas ord");
  assert.equal((await write(oskar, now.own.revision, "Oskars ord")).status, 200);
});

test("a committee member reads and does not write", async () => {
  const { own } = await read(birgitta);
  assert.equal((await write(birgitta, own.revision, "Mina ord")).status, 404);
  assert.equal((await read(birgitta)).own.revision, own.revision);
});

test("writing is logged without the words", async () => {
  await write(leila, (await read(leila)).own.revision, "Hemliga ord om oss");
  const johan = await given.givenPerson({
    name: "Johan",
    municipality: "9001",
    role: "logReviewer",
  });
  const { entries } = await bodyOf<LogView>(await johan.request("GET /api/log"));
  assert.ok(entries.some(({ action }) => action === "document.words-written"));
  assert.ok(!JSON.stringify(entries).includes("Hemliga ord"));
});

test("the same as a PDF, under a name that tells what it is, kept by no proxy", async () => {
  const response = await birgitta.request(`GET ${path}/pdf`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("Content-Type"), "application/pdf");
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  assert.match(response.headers.get("Content-Disposition") ?? "", /till-namnden-2025-h1\.pdf/);
  const bytes = Buffer.from(await response.arrayBuffer()).toString("latin1");
  assert.match(bytes, /^%PDF-1\.7/);
  assert.match(bytes, /%%EOF\s*$/);
});
