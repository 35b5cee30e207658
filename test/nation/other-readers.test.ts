/**
 * The open data by programs of others: DuckDB reads the CSV, the JSON-stat toolkit the JSON-stat, and both
 * find what `tables.json` and the pages say.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import readJsonStat, { type JsonStatDataset } from "jsonstat-toolkit";
import { openRelease } from "#compilation";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, publishedNation } from "../../src/server/testing/index.ts";
import { smallNation } from "./given-release.ts";

type Cell = {
  readonly id: string;
  readonly table: string;
  readonly region: { readonly level: string; readonly code: string };
  readonly role: string;
  readonly label: string;
  readonly count: number | "..";
};

const folder = mkdtempSync(join(tmpdir(), "skillnad-readers-"));
let store: TestStore;
let given: GivenApp;
let cells: readonly Cell[];
let regions: readonly { readonly code: string; readonly level: string }[];

before(async () => {
  const { release } = await smallNation.made();
  const opened = await openRelease(release);
  assert.ok(opened.kind === "done");
  store = await openTestStore();
  given = givenApp(store, { release: publishedNation(opened.value), kind: "demo" });
  ({ cells, regions } = JSON.parse(await fetched("/publicerat/data/tables.json")));
});
after(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function fetched(path: string): Promise<string> {
  const response = await given.app.request(`http://127.0.0.1:3210${path}`);
  assert.equal(response.status, 200, path);
  return await response.text();
}

async function queried(sql: string): Promise<readonly Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test("DuckDB reads every cell of the CSV as tables.json has it", async () => {
  const path = join(folder, "tables.csv");
  writeFileSync(path, await fetched("/publicerat/data/tables.csv"));
  const rows = await queried(
    `select cell, "table", level, region, role, label, count from read_csv('${path}', all_varchar = true) order by cell`,
  );
  const wanted = cells
    .map(({ id, table, region, role, label, count }) => ({
      cell: id,
      table,
      level: region.level,
      region: region.code,
      role,
      label: /^[=+\-@]/.test(label) ? `'${label}` : label,
      count: String(count),
    }))
    .toSorted((one, other) => Buffer.compare(Buffer.from(one.cell), Buffer.from(other.cell)));
  assert.deepEqual(rows, wanted);
});

test("and adds up what is told of the municipalities to what is told of the nation", async () => {
  const path = join(folder, "tables.csv");
  const [sums] = await queried(`
    select
      sum(try_cast(count as integer)) filter (level = 'municipality')::integer as municipalities,
      sum(try_cast(count as integer)) filter (level = 'nation')::integer as nation,
      count(*) filter (level = 'municipality' and count = '..')::integer as hidden
    from read_csv('${path}', all_varchar = true)
    where "table" = 'cases started' and subject = 'cases' and role = 'table'`);
  assert.ok(sums && Number(sums.nation) > 0);
  if (sums.hidden === 0) assert.equal(sums.municipalities, sums.nation);
  else assert.ok(Number(sums.municipalities) < Number(sums.nation));
});

async function datasets(): Promise<readonly JsonStatDataset[]> {
  const read = readJsonStat(JSON.parse(await fetched("/publicerat/data/tables.jsonstat.json")));
  assert.equal(read.class, "collection");
  return Array.from({ length: read.length }, (_, at) => read.Dataset(at) ?? assert.fail());
}

type Told = { readonly region: string; readonly subject: string; readonly label: string };

/** Every place of a dataset's grid, by its categories. */
function placesOf(dataset: JsonStatDataset): readonly Told[] {
  const subjects = dataset.Dimension("subject") ?? assert.fail();
  return (dataset.Dimension("region") ?? assert.fail()).id.flatMap((region) =>
    subjects.id.map((subject) => {
      return { region, subject, label: subjects.Category(subject)?.label ?? "" };
    }),
  );
}

function dataAt(dataset: JsonStatDataset, { region, subject }: Told): number | string | null {
  const [round = ""] = dataset.Dimension("round")?.id ?? [];
  const { value, status } = dataset.Data({ round, region, subject });
  return value ?? status;
}

test("the JSON-stat toolkit finds every number of every table, and the mark of every hidden one", async () => {
  const found = (await datasets()).flatMap((dataset) => {
    assert.deepEqual([dataset.role.geo, dataset.role.time], [["region"], ["round"]]);
    const { table } = dataset.extension;
    return placesOf(dataset).flatMap((place) => {
      const told = dataAt(dataset, place);
      // A point: that region's table has no such row.
      return told === "." ? [] : [`${table} ${place.region} ${place.label} ${told}`];
    });
  });
  const wanted = cells
    .filter(({ role }) => role === "table")
    .map(({ table, region, label, count }) => `${table} ${region.code} ${label} ${count}`);
  assert.deepEqual(found.toSorted(), wanted.toSorted());
});

/** By figure and label: the first number beside it, or what stands there instead. */
function onPage(html: string): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const [section] of html.matchAll(/<section class="figure">.*?<\/section>/gs)) {
    const id = /href="[^"]*\/([^"/]+)\.csv"/.exec(section)?.[1];
    const rows = /<tbody>(.*?)<\/tbody>/s.exec(section)?.[1] ?? "";
    for (const [, label = "", count = ""] of rows.matchAll(
      /<th scope="row">([^<]*)<\/th><td>([^<]*)<\/td>/g,
    )) {
      told.set(`${decodeURIComponent(id ?? "")} ${text(label)}`, text(count));
    }
  }
  return told;
}

function text(html: string): string {
  return html.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}

test("what the toolkit reads is what the pages of the nation and of every place say", async () => {
  const byTable = new Map((await datasets()).map((each) => [each.extension.table, each]));
  let compared = 0;
  let hidden = 0;
  for (const { code, level } of regions) {
    const place = level === "nation" ? "riket" : code;
    const start = await fetched(level === "nation" ? "/publicerat" : `/publicerat/${place}`);
    const chapters = new Set(
      [...start.matchAll(/href="\/publicerat\/([^"/]+)\/([^"/#]+)(?:#[^"]*)?"/g)].flatMap(
        ([, of, chapter = ""]) => (of === place ? [chapter] : []),
      ),
    );
    for (const chapter of chapters) {
      const told = onPage(await fetched(`/publicerat/${place}/${chapter}`));
      for (const [table, dataset] of byTable) {
        for (const at of placesOf(dataset).filter(({ region }) => region === code)) {
          const shown = told.get(`${table} ${at.label}`);
          const read = dataAt(dataset, at);
          if (shown === undefined || read === ".") continue;
          assert.equal(shown.replace(/\s/g, ""), String(read), `${code} ${table} ${at.label}`);
          compared++;
          if (read === "..") hidden++;
        }
      }
    }
  }
  assert.ok(compared > 300, `only ${compared} numbers were compared`);
  assert.ok(hidden > 0, "nothing hidden was compared");
});
