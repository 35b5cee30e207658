import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { auditTables } from "../audit-tables.ts";
import type { KeptNumbers } from "../protected-cells.ts";
import { tinyCount, tinyCounts, tinySubject, tinyTold } from "../testing/tiny-release.ts";
import { releaseTablesJsonSchema } from "./release-tables.ts";
import { apart, tablesText, withoutVerdict } from "./tables-text.ts";
import { tellTables } from "./tell-tables.ts";
import { readTables, toldSet } from "./told-set.ts";

const page = readFileSync(new URL("../../../docs/release-format.md", import.meta.url), "utf8");
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

/** What is known of the example and not told. */
const kept: KeptNumbers = {
  counts: Int32Array.from(tinyTold.set.cells, (cell) => tinyCount(cell, cell.region)),
  participants: Object.keys(tinyCounts)
    .filter((code) => /^\d/.test(code))
    .map((region) => ({
      region,
      own: new Map(
        tinyTold.set.cells.flatMap((cell, place): [number, number][] =>
          /^\d/.test(cell.region) && cell.region !== region
            ? []
            : [[place, tinyCount(cell, region)]],
        ),
      ),
    })),
  earlier: [],
};

test("the worked example of the format is what the program writes, byte for byte, and passes its audit", async () => {
  const tables = tellTables(tinySubject, tinyTold);
  const audited = await auditTables(tables, kept, [], { threads: 1 });
  assert.equal(audited.kind, "done");
  assert.deepEqual(audited.value.findings, []);
  assert.equal(example, tablesText(tables, audited.value.verdict));
});

test("the verdict is of all lines but its own", () => {
  const read = readTables(JSON.parse(example), "example");
  assert.equal(read.kind, "done");
  const { tables, verdict } = apart(read.value);
  assert.equal(tablesText(tables), withoutVerdict(example));
  assert.equal(createHash("sha256").update(withoutVerdict(example)).digest("hex"), verdict.audited);
});

test("what is read back is the set that was told", () => {
  const read = readTables(JSON.parse(example), "example");
  assert.equal(read.kind, "done");
  const { set, shown } = toldSet(read.value);
  assert.deepEqual(shown, tinyTold.shown);
  assert.deepEqual(set.regions, tinyTold.set.regions);
  assert.deepEqual(set.relations, tinyTold.set.relations);
  assert.deepEqual(
    set.cells.map((cell) => ({ ...cell, role: "may" })),
    tinyTold.set.cells.map((cell) => ({ ...cell, role: "may" })),
  );
});

test("the published schema is the one that the program reads with", () => {
  const file = new URL("release-tables.schema.json", import.meta.url);
  assert.deepEqual(
    JSON.parse(readFileSync(file, "utf8")),
    JSON.parse(releaseTablesJsonSchema()),
    "stale: node scripts/write-release-schema.ts",
  );
});

test("a cell that stands twice, or a relation of one that is not there, is no release", () => {
  const sound = JSON.parse(example);
  const [cell] = sound.cells;
  for (const broken of [
    { ...sound, cells: [...sound.cells, cell] },
    { ...sound, cells: sound.cells.slice(1) },
    { ...sound, relations: [{ kind: "options", terms: [[0, cell.id]] }] },
    { ...sound, regions: sound.regions.slice(1) },
    { ...sound, cells: [{ ...cell, count: -1 }, ...sound.cells.slice(1)] },
    { ...sound, more: 1 },
  ]) {
    assert.equal(readTables(broken, "broken").kind, "refused");
  }
  assert.equal(readTables(sound, "sound").kind, "done");
});
