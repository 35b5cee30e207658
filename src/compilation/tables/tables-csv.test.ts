import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { tinySubject, tinyTold } from "../testing/tiny-release.ts";
import type { UnauditedTables } from "./release-tables.ts";
import { tablesCsv } from "./tables-csv.ts";
import { tellTables } from "./tell-tables.ts";

const tables = tellTables(tinySubject, tinyTold);

/** A reader of RFC 4180 that knows nothing of the writer. */
function recordsIn(text: string): readonly (readonly string[])[] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const records: string[][] = [[]];
  let end = 0;
  for (const [whole, quoted, plain = "", mark] of text.matchAll(field)) {
    end += whole.length;
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (mark === "\r\n") records.push([]);
  }
  assert.equal(end, text.length);
  return records.slice(0, -1);
}

function named(name: string): UnauditedTables {
  return { ...tables, regions: tables.regions.map((region) => ({ ...region, name })) };
}

test("every cell is a line, with its labels and its count or the mark", () => {
  const [header = [], ...rows] = recordsIn(tablesCsv(tables));
  assert.equal(rows.length, tables.cells.length);
  const at = (column: string) => header.indexOf(column);
  assert.deepEqual(
    rows.map((row) => [row[at("cell")], row[at("count")]]),
    tables.cells.map(({ id, count }) => [id, String(count)]),
  );
  const hidden = rows.find((row) => row[at("cell")] === "9001/V01/2") ?? [];
  assert.deepEqual(
    ["level", "region_name", "variable", "codes", "label", "count"].map((each) => hidden[at(each)]),
    ["municipality", "Xaby", "V01", "2", "Man", ".."],
  );
});

test("whatever a region is called, the lines can be read again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const [header = [], ...rows] = recordsIn(tablesCsv(named(name)));
      const column = header.indexOf("region_name");
      assert.ok(rows.every((row) => row.length === header.length));
      assert.ok(rows.every((row) => [name, `'${name}`].includes(row[column] ?? "")));
    }),
  );
});

test("no text of it is a formula", () => {
  for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "−1", "﹦1"]) {
    const [, first = []] = recordsIn(tablesCsv(named(name)));
    assert.ok(first.includes(`'${name}`), JSON.stringify(name));
  }
  assert.ok(tablesCsv(named("Län 91")).includes(",Län 91,"));
});
