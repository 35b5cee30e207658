import assert from "node:assert/strict";
import { test } from "node:test";
import { tinySubject, tinyTold } from "../testing/tiny-release.ts";
import { jsonStat } from "./json-stat.ts";
import type { UnauditedTables } from "./release-tables.ts";
import { tellTables } from "./tell-tables.ts";

const tables = tellTables(tinySubject, tinyTold);

function datasetOf(of: UnauditedTables, table: string) {
  const found = jsonStat(of).link.item.find(({ extension }) => extension.table === table);
  return found ?? assert.fail(`no ${table}`);
}

test("each table is a dataset of regions by answers, whose values stand in row-major order", () => {
  const { id, size, dimension, value, status, role } = datasetOf(tables, "V01");
  assert.deepEqual(id, ["round", "region", "subject"]);
  assert.deepEqual(size, [1, 5, 2]);
  assert.deepEqual(role, { time: ["round"], geo: ["region"] });
  assert.deepEqual(dimension.region?.category.child, {
    nation: ["county-91"],
    "county-91": ["9001", "9002", "9003"],
  });
  assert.deepEqual(dimension.subject?.category, {
    index: ["1", "2"],
    label: { "1": "Kvinna", "2": "Man" },
  });
  assert.deepEqual(value, [81, 14, 81, 14, null, null, null, null, null, null]);
  assert.deepEqual(Object.values(status), new Array(6).fill(".."));
  assert.deepEqual(Object.keys(status), ["4", "5", "6", "7", "8", "9"]);
});

test("every number of it is the cell's, and every cell of a table is in it", () => {
  const found = jsonStat(tables).link.item.flatMap(({ value }) => value);
  const told = tables.cells.map(({ count }) => (count === ".." ? null : count));
  assert.deepEqual(found.toSorted(), told.toSorted());
});

test("a row that another region's table has, and this has not, is not applicable", () => {
  const merged = {
    ...tables,
    cells: tables.cells.filter(({ id }) => id !== "9001/V01/2"),
  };
  const { status } = datasetOf(merged, "V01");
  assert.deepEqual([status["4"], status["5"], status["6"]], ["..", ".", ".."]);
});

test("a difference is told by no table, so it is in no dataset", () => {
  const differences = tables.cells.map((cell) => ({ ...cell, role: "difference" as const }));
  assert.deepEqual(jsonStat({ ...tables, cells: differences }).link.item, []);
});
