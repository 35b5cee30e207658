import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { effectiveCodebooks } from "#codebook";
import { compileRelease, openRelease, type Release } from "#compilation";
import { municipalityCode, systemClock } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, publishedNation } from "../../src/server/testing/index.ts";
import {
  canariesOf,
  deliveryOf,
  filesIn,
  found,
  numbersIn,
  places,
  type Seen,
  type TablesFile,
  withOneReplaced,
} from "./canaries.ts";
import { type Asked, answersTo, everyRole, logOf, stranger, type Walker } from "./canary-app.ts";
import { pathTo, skillnad } from "./given-release.ts";

const deliveries = pathTo("deliveries");
const published = pathTo("published");
const release = join(published, "release");
const own = "9071";

let compiling: Seen;
let canaries: ReadonlySet<number>;
let canary: number;
let opened: Release;
let store: TestStore;
let given: GivenApp;
let walkers: readonly Walker[];
let asked: Asked;

before(async () => {
  mkdirSync(deliveries);
  for (const place of places) {
    writeFileSync(join(deliveries, `${place.code}.jsonl`), await deliveryOf(place));
  }
  const told = await skillnad("compile", deliveries, "--out", release);
  assert.equal(told.exitCode, 0, told.errors);
  compiling = { at: "compile", text: `${told.output}\n${told.errors}` };
  canaries = await canariesOf(release);
  [canary = assert.fail("nothing large is hidden")] = canaries;

  const read = await openRelease(release);
  opened = read.kind === "done" ? read.value : assert.fail(JSON.stringify(read));
  store = await openTestStore();
  given = givenApp(store, { kind: "demo", release: publishedNation(opened) });
  walkers = await walkersIn(given);
});
after(() => store?.close());

/** Everybody in a municipality that took part, one from another, and nobody. */
async function walkersIn(app: GivenApp): Promise<readonly Walker[]> {
  await app.givenUnit(own, "frid");
  const people = await everyRole(app, own, "frid");
  const reader = { name: "Berit", role: "committeeReader", municipality: "9073" } as const;
  const worker = people.get("caseWorker") ?? assert.fail();
  const leader = people.get("coordinator") ?? assert.fail();
  await people.get("logReviewer")?.request("POST /api/log-reviews", {});
  const opening = await leader.request("POST /api/units/frid/sessions", { name: "Stugan" });
  asked = {
    unit: ["frid"],
    code: [await worker.startCase("frid")],
    session: [((await opening.json()) as { id: string }).id],
    region: opened.regions.map(({ id }) => id),
    id: ["su-kvinnofrid-2021"],
    variable: ["V01"],
    way: [`9071${"A".repeat(22)}`, "9071-7F3K-92QD"],
    language: ["sv"],
    halfYear: ["2026-H1"],
    round: ["2026"],
    sequence: ["1"],
    number: ["1"],
    account: [people.get("caseWorker")?.account ?? "none"],
    review: ["1"],
    mark: ["1"],
    receiver: ["0000", own],
    campaign: ["none"],
    "GET /api/published/exploration": [
      "nation",
      ...opened.regions.slice(0, 2).map(({ id }) => id),
    ].flatMap((set) =>
      ["V03", "V09", "V22&group=men", "V24&by=V15"].map((show) => `set=${set}&show=${show}`),
    ),
    provider: ["kommunen"],
    kind: ["committee", "collaboration"],
    source: ["nation", own],
    place: ["riket", "metod", ...opened.regions.slice(0, 2).map(({ id }) => id)],
    chapter: ["who", "support"],
    table: ["V02.csv", "V17.csv?form=rfc4180"],
    file: ["tables.csv", "summary.json"],
    "GET /api/nation/table": ["V02", "V17", "V22"].map((panel) => `panel=${panel}`),
    "GET /api/nation/regions/:region/table": ["V02", "V17", "V22"].map((panel) => `panel=${panel}`),
    "GET /api/comparison/table": ["panel=chapter:support", "panel=V02&form=rfc4180"],
    "GET /api/published/exploration/table": ["set=nation&show=V09&panel=V09"],
  };
  return [
    ...[...people].map(([name, { request }]) => ({ name, request })),
    { name: "of another municipality", request: (await app.givenPerson(reader)).request },
    stranger(app),
  ];
}

async function commands(of: string): Promise<readonly Seen[]> {
  const words = [
    ["show", of],
    ["show", of, "--json"],
    ["audit", of, "--json"],
    ["ledger", "--file", join(published, "ledger.jsonl"), "--json"],
    ["ledger", "--file", join(published, "ledger.jsonl")],
    // The folder is taken, and nobody took part.
    ["compile", deliveries, "--out", of],
    ["compile", published, "--out", pathTo("nothing"), "--json"],
  ];
  return await Promise.all(
    words.map(async (each) => {
      const { output, errors } = await skillnad(...each);
      return { at: each.join(" "), text: `${output}\n${errors}` };
    }),
  );
}

test("there are many that must stay hidden, each in no cell that is told", () => {
  assert.ok(canaries.size >= 20, `only ${canaries.size}`);
  const kept = JSON.parse(readFileSync(join(release, "private/protected-cells.json"), "utf8"));
  const { cells }: TablesFile = JSON.parse(
    readFileSync(join(release, "public/tables.json"), "utf8"),
  );
  const counts = new Map(cells.map(({ id, count }) => [id, count]));
  for (const { id } of kept.cells) assert.equal(counts.get(id), "..", id);
  const large = kept.cells.filter(({ count }: { count: number }) => canaries.has(count));
  const kinds = new Set(
    cells.flatMap((cell) =>
      large.some(({ id }: { id: string }) => id === cell.id)
        ? [(cell as unknown as { subject: { kind: string } }).subject.kind]
        : [],
    ),
  );
  // Answers, steps of the chain, what is left over: hidden for others' sake.
  assert.ok(kinds.size >= 3, [...kinds].join());
});

test("no file but the private ones holds one: release, manifest, codebook, ledger", () => {
  const files = filesIn(published);
  for (const file of ["public/tables.csv", "public/tables.jsonstat.json", "public/summary.json"]) {
    assert.ok(files.some(({ at }) => at === `release/${file}`));
  }
  assert.ok(files.some(({ at }) => at === "ledger.jsonl"));
  assert.deepEqual(found(files, canaries), []);
  for (const file of files) {
    const planted = withOneReplaced(file, canary);
    assert.ok(planted, `${file.at} holds no number`);
    assert.equal(found([planted], canaries).length, 1, file.at);
  }
});

test("no command prints one, also when it refuses, or when one has been put into what it reads", async () => {
  const told = [compiling, ...(await commands(release))];
  assert.deepEqual(found(told, canaries), []);
  for (const each of told) {
    const planted = { ...each, text: `${each.text}\nV01 ${canary}` };
    assert.equal(found([planted], canaries).length, 1, each.at);
  }

  const spoilt = pathTo("spoilt");
  cpSync(release, spoilt, { recursive: true });
  const path = join(spoilt, "public/tables.json");
  const kept = JSON.parse(readFileSync(join(release, "private/protected-cells.json"), "utf8"));
  const { id, count } = kept.cells.find((each: { count: number }) => canaries.has(each.count));
  const lines = readFileSync(path, "utf8").split("\n");
  const at = lines.findIndex((line) => line.startsWith(`  {"id":${JSON.stringify(id)},`));
  lines[at] = lines[at]?.replace('"count":".."', `"count":${count}`) ?? "";
  writeFileSync(path, lines.join("\n"));
  assert.equal(found(filesIn(spoilt), canaries).length, 1);
  const reading = await Promise.all(
    [
      ["show", spoilt],
      ["audit", spoilt, "--json"],
    ].map((words) => skillnad(...words)),
  );
  for (const { exitCode, output, errors } of reading) {
    assert.equal(exitCode, 1);
    assert.deepEqual(found([{ at: "spoilt", text: `${output}\n${errors}` }], canaries), []);
  }
});

test("a compilation that is stopped after counting says none, and leaves nothing behind", async () => {
  const folder = pathTo("stopped");
  mkdirSync(folder);
  const stopped = await compileRelease({
    deliveries: places.map(({ code }) => ({
      name: `${code}.jsonl`,
      bytes: readFileSync(join(deliveries, `${code}.jsonl`)).length,
      async *open() {
        yield readFileSync(join(deliveries, `${code}.jsonl`));
      },
    })),
    out: join(folder, "release"),
    codebooks: effectiveCodebooks(),
    skipInvalid: false,
    leastParticipants: 3,
    clock: systemClock,
    untilCancelled: () => AbortSignal.abort(),
  });
  assert.ok(stopped.kind === "refused");
  assert.deepEqual(
    stopped.problems.map(({ code }) => code),
    ["audit-cancelled"],
  );
  assert.deepEqual(found([{ at: "", text: JSON.stringify(stopped) }], canaries), []);
  assert.deepEqual(filesIn(folder), []);
});

test("no route tells one to anybody, no log line holds one, and none is said in the terminal", async () => {
  const seen = await answersTo(walkers, asked);
  const told = seen.filter(({ text }) => numbersIn(text).length > 0);
  assert.ok(told.length > 150, `${told.length} of ${seen.length}`);
  assert.deepEqual(found([...seen, await logOf(store, own)], canaries), []);
  for (const each of told) {
    const planted = withOneReplaced(each, canary) ?? { ...each, text: `${each.text} ${canary}` };
    assert.equal(found([planted], canaries).length, 1, each.at);
  }
});

test("what was planted in a page, an area's page or the log is found by the same walk", async () => {
  const another = await openTestStore();
  after(() => another.close());
  const planted = JSON.stringify({ count: canary });
  const release = {
    ...publishedNation(opened),
    inSwedish: planted,
    regionInSwedish: () => new TextEncoder().encode(planted),
  };
  const spoilt = givenApp(another, { kind: "demo", release });
  const everybody = await walkersIn(spoilt);
  const plant = () =>
    another.within(municipalityCode(own), async (tx) => {
      const at = spoilt.clock.now();
      tx.audit.append({ at, account: null, action: "planted", details: { cases: canary } });
    });
  const [region = ""] = asked.region ?? [];
  for (const [name, address] of [
    ["logReviewer", "GET /api/log"],
    ["analyst", "GET /api/nation"],
    ["analyst", `GET /api/nation/regions/${region}`],
    ["of another municipality", "GET /api/nation"],
  ]) {
    const walker = everybody
      .filter((each) => each.name === name)
      .map((each) => ({
        ...each,
        // A walk leaves more lines than the log's first page holds.
        async request(asking: string) {
          if (asking === "GET /api/log") await plant();
          return each.request(asking);
        },
      }));
    const at = found(await answersTo(walker, asked), canaries);
    assert.ok(at.includes(`${name} ${address}: ${canary}`), `${name} ${address}`);
  }
  assert.deepEqual(found(await answersTo([stranger(spoilt)], asked), canaries), []);
  assert.ok(found([await logOf(another, own)], canaries).length > 0);
});
