import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  canonicalJson,
  municipalityCode,
  type Outcome,
  problemSentence,
  type Quarter,
} from "#kernel";
import { openExtract, type TableSpecification, tabulate, writeExtract } from "../index.ts";
import { nationCodebook, nationExtractOf, randomNation, round } from "../testing/nation-of.ts";
import { smallCodebook } from "../testing/small-codebook.ts";
import { openExtractArchive } from "./extract-archive.ts";
import { openExtractIntake } from "./extract-intake.ts";
import { asJson } from "./extract-manifest.ts";
import type { Extract } from "./nation-extract.ts";

const parent = await mkdtemp(join(tmpdir(), "skillnad-extract-"));
after(() => rm(parent, { recursive: true, force: true }));

const specifications: readonly TableSpecification[] = [
  { id: "cases", population: "closed", measure: { kind: "cases" } },
  ...nationCodebook.variables.map(
    ({ id }): TableSpecification => ({
      id,
      population: "started",
      within: { answer: "V01", in: [1] },
      measure: { kind: "frequencies", variable: id },
    }),
  ),
  {
    id: "types",
    population: "started",
    measure: { kind: "frequencies", variable: "type", group: "intervention" },
  },
];

const { cases } = randomNation({ seed: 3070, cases: 3000, unanswered: 20 });

async function written(name: string, threads: number) {
  const extract = await nationExtractOf(cases, specifications, threads);
  try {
    const folder = join(parent, name);
    return {
      folder,
      manifest: await writeExtract(extract, folder),
      counts: await countsOf(extract),
    };
  } finally {
    extract.close();
  }
}

async function countsOf(extract: Extract): Promise<string> {
  const tables = await tabulate(extract, specifications);
  return canonicalJson(asJson(tables.map((table) => table.counts())));
}

function opened(outcome: Outcome<Extract>): Extract {
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  return outcome.value;
}

function refusal(outcome: Outcome<Extract>): string {
  assert.ok(outcome.kind === "refused");
  const [found] = outcome.problems;
  assert.ok(found && problemSentence(found, "sv").length > 0);
  return `${found.code} ${problemSentence(found, "en")}`;
}

const whole = await written("whole", 1);

test("the same cases give the same manifest and the same counts, on one and on two threads", async () => {
  const again = await written("again", 2);
  assert.equal(canonicalJson(asJson(again.manifest)), canonicalJson(asJson(whole.manifest)));
  assert.equal(again.counts, whole.counts);
});

for (const threads of [1, 2]) {
  test(`what was written counts the same when opened, on ${threads} threads`, async () => {
    const extract = opened(await openExtract(whole.folder, nationCodebook, { threads }));
    try {
      assert.deepEqual(extract.scope, { kind: "nation", round });
      assert.equal(await countsOf(extract), whole.counts);
      const folder = join(parent, `copy-${threads}`);
      assert.deepEqual(await writeExtract(extract, folder), whole.manifest);
    } finally {
      extract.close();
    }
  });
}

test("an extract without a case is an extract", async () => {
  const empty = await nationExtractOf([], specifications);
  const folder = join(parent, "tömt [1] o'clock");
  const manifest = await writeExtract(empty, folder);
  assert.deepEqual(manifest.rows, { cases: 0, started: 0, closed: 0, items: 0 });
  opened(await openExtract(folder, nationCodebook)).close();
  empty.close();
});

test("where nothing repeats there are no items, and the file that would hold them can be read", async () => {
  const codebook = { ...smallCodebook(), groups: [] };
  const scope = { kind: "nation", round } as const;
  const intake = await openExtractIntake({ codebook, scope, specifications: [] });
  intake.add({
    municipality: municipalityCode("9001"),
    county: "01",
    isStarted: true,
    isClosed: false,
    startedIn: "2022Q1" as Quarter,
    closedIn: null,
    begun: new Set(["background"]),
    sheet: { answers: {}, items: [] },
    startedOn: undefined,
    bands: {},
  });
  const extract = await intake.finish();
  const folder = join(parent, "nothing repeats");
  const manifest = await writeExtract(extract, folder);
  extract.close();
  assert.deepEqual(manifest.rows, { cases: 1, started: 1, closed: 0, items: 0 });
  const reopened = opened(await openExtract(folder, codebook));
  assert.deepEqual(await writeExtract(reopened, join(parent, "still nothing")), manifest);
  reopened.close();
});

test("another order of the cases is another content", async () => {
  const extract = await nationExtractOf(cases.toReversed(), specifications);
  const manifest = await writeExtract(extract, join(parent, "reversed"));
  extract.close();
  assert.deepEqual(manifest.rows, whole.manifest.rows);
  assert.notEqual(manifest.contentHash, whole.manifest.contentHash);
});

test("anybody can read the files: codes with their noughts, phases by name, bits by the manifest", async () => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
  const file = (name: string) => `'${join(whole.folder, name)}'`;

  const rows = await rowsOf(`select * from ${file("cases.parquet")}`);
  assert.deepEqual(Object.keys(rows[0] ?? {}), columnNames("cases"));
  assert.deepEqual([rows[0]?.municipality_code, rows[1]?.county_code], ["9001", "23"]);
  const word = whole.manifest.columns.cases.find(({ name }) => name === "V07_word_1");
  assert.deepEqual(
    rows.map(({ V07_word_1: bits }) => word?.bits?.filter((_, at) => (Number(bits) >> at) & 1)),
    cases.map(({ sheet }) => {
      const value = sheet.answers.V07;
      return value?.kind === "codes" ? value.codes.toSorted((a, b) => a - b) : [];
    }),
  );

  const items = await rowsOf(
    `select * from ${file("items.parquet")} where item_group = 'riskAssessment'`,
  );
  assert.deepEqual(Object.keys(items[0] ?? {}), columnNames("items"));
  assert.deepEqual(
    items.map(({ case_row, item_phase }) => [case_row, item_phase]),
    cases.flatMap(({ sheet }, row) =>
      sheet.items
        .filter(({ group }) => group === "riskAssessment")
        .map(({ phase }) => [row, phase]),
    ),
  );
  connection.closeSync();
  instance.closeSync();
});

function columnNames(file: "cases" | "items"): readonly string[] {
  return whole.manifest.columns[file].map(({ name }) => name);
}

test("what stays in the municipality is in no column", () => {
  const names = columnNames("items");
  assert.ok(names.includes("riskAssessment_level"));
  assert.ok(!names.some((name) => name.includes("ownEstimate") || name.includes("start_")));
});

async function damaged(name: string, damage: (folder: string) => Promise<void>) {
  const folder = join(parent, name);
  await cp(whole.folder, folder, { recursive: true });
  await damage(folder);
  return refusal(await openExtract(folder, nationCodebook));
}

async function edit(folder: string, from: RegExp, to: string): Promise<void> {
  const path = join(folder, "manifest.json");
  const text = await readFile(path, "utf8");
  assert.match(text, from);
  await writeFile(path, text.replace(from, to));
}

const damages: readonly {
  readonly what: string;
  readonly told: RegExp;
  readonly damage: (folder: string) => Promise<void>;
}[] = [
  {
    what: "a manifest that is missing",
    told: /^extract-without-manifest/,
    damage: (folder) => rm(join(folder, "manifest.json")),
  },
  {
    what: "a manifest that is no JSON",
    told: /^file-unreadable .*manifest\.json/,
    damage: (folder) => writeFile(join(folder, "manifest.json"), '{"format":'),
  },
  {
    what: "a manifest of another kind",
    told: /^file-unreadable .*format/,
    damage: (folder) => edit(folder, /skillnad-extract\/2/, "skillnad-extract/9"),
  },
  {
    what: "a codebook of another version",
    told: /^extract-other-codebook .*9\.9\.9/,
    damage: (folder) => edit(folder, /"version":"[^"]+"/, '"version":"9.9.9"'),
  },
  {
    what: "a condition that was changed afterwards",
    told: /^extract-altered .*content hash/,
    damage: (folder) => edit(folder, /"answer":"V01","in":\[1\]/g, '"answer":"V01","in":[2]'),
  },
  {
    what: "a round that was changed afterwards",
    told: /^extract-altered .*content hash/,
    damage: (folder) => edit(folder, /"round":"[^"]+"/, '"round":"1999"'),
  },
  {
    what: "a number of rows that was changed afterwards",
    told: /^extract-altered .*number of rows/,
    damage: (folder) => edit(folder, /"cases":3000/, '"cases":2999'),
  },
  {
    what: "files of another extract",
    told: /^extract-altered .*content hash/,
    damage: (folder) =>
      cp(join(parent, "reversed", "cases.parquet"), join(folder, "cases.parquet")),
  },
  {
    what: "a file that is missing",
    told: /^extract-altered .*items\.parquet/,
    damage: (folder) => rm(join(folder, "items.parquet")),
  },
  {
    what: "a file that is no Parquet",
    told: /^extract-altered/,
    damage: (folder) => writeFile(join(folder, "cases.parquet"), "not columns"),
  },
];

for (const { what, told, damage } of damages) {
  test(`refused: ${what}`, async () => {
    assert.match(await damaged(what, damage), told);
  });
}

test("the reader of one folder reaches no other", async () => {
  const folder = join(parent, "own");
  await mkdir(folder);
  await cp(whole.folder, join(parent, "own-neighbour"), { recursive: true });
  const archive = await openExtractArchive(join(folder, "..", "own"));
  try {
    const relation = { name: "", keys: [], flags: ["is_started"], questions: [], changes: [] };
    const rows = archive.read(relation, undefined)[Symbol.asyncIterator]();
    await assert.rejects(rows.next(), /No files found|does not exist/);
    const elsewhere = await openExtractArchive(whole.folder);
    const found = elsewhere.read(relation, undefined)[Symbol.asyncIterator]();
    assert.equal((await found.next()).done, false);
    elsewhere.close();
  } finally {
    archive.close();
  }
});
