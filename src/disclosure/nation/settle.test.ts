import assert from "node:assert/strict";
import { test } from "node:test";
import type { TableSpecification } from "#tabulation";
import { protectNation } from "../index.ts";
import { drawnNation } from "../testing/drawn-nation.ts";
import { tableInWords } from "../testing/table-in-words.ts";
import {
  countedBoth,
  countedNation,
  type Said,
  times,
  tinyCodebook,
  tinySpecifications,
} from "../testing/tiny-nation.ts";
import { byName, chainOf, partOf, rowsOf } from "../testing/told-tables.ts";

const severe = (count: number, severity: number, more: Partial<Said> = {}) =>
  times(count, { sex: 1, isBegun: true, honour: 1, severity, left: 1, help: [1], ...more });

const only = (...ids: readonly string[]) => tinySpecifications.filter(({ id }) => ids.includes(id));

test("a question is told where no table tells of the answer that leads to it", async () => {
  const said = [
    ...severe(20, 1),
    ...severe(10, 1, { left: 2 }),
    ...severe(30, 1, { sex: 2, left: undefined }),
  ];
  const told = byName(protectNation(await countedNation(said, only("left")), tinyCodebook));
  assert.equal(rowsOf(told("left")), "1=20 2=10 99=0");
  assert.deepEqual(chainOf(told("left")), [30, 30, 30, 30]);
});

test("a group is told of where no table tells of the answer that makes it", async () => {
  const said = [...severe(20, 1), ...severe(12, 1, { sex: 2 }), ...severe(9, 2, { sex: 2 })];
  const told = byName(
    protectNation(await countedNation(said, only("cases", "men:severity")), tinyCodebook),
  );
  assert.equal(rowsOf(told("men:severity")), "1=12 2=9 3=0 4=0 98=0 99=0");
});

test("one column of a crossing is told no finer than the other", async () => {
  const each = [1, 2, 3, 4].flatMap((severity) => [
    ...severe(30, severity),
    ...severe(10, severity, { honour: 99 }),
    ...severe(severity === 4 ? 3 : 20, severity, { honour: 2 }),
  ]);
  const columns = protectNation(await countedNation(each), tinyCodebook).filter(({ by }) => by);
  assert.deepEqual(
    columns.map((column) => `${column.by?.code}: ${rowsOf(column)}`),
    ["1: 1=30 2=30 3+4=60 98=0 99=0", "2: 1=20 2=20 3+4=23 98=0 99=0"],
  );
});

test("where it is not told how many chose anything, what each leaves of the rest must be enough", async () => {
  const said = [
    ...severe(6, 1, { help: [1] }),
    ...severe(6, 1, { help: [2] }),
    ...severe(2, 1, { help: undefined }),
  ];
  const told = byName(protectNation(await countedNation(said), tinyCodebook));
  assert.equal(rowsOf(told("help")), "1=6 2=6 3=0 99=0");
  assert.deepEqual(chainOf(told("help")), [14, 14, null, null]);
  assert.deepEqual(partOf(told("helps-per-case")), [null, null]);
});

test("of cases that are closed as much is told beside those that were started as by itself", async () => {
  const drawn = [1, 2, 3].flatMap((seed) =>
    drawnNation({ seed, cases: 150, lacking: 5, missing: 5, skew: 3 }),
  );
  const closed = drawn.map((said, at) => ({ ...said, of: `900${at % 4}`, isClosed: true }));
  const open = drawn.map((said, at) => ({ ...said, of: `900${at % 4}` }));
  const specifications = tinySpecifications.filter(({ measure }) => measure.kind !== "crossing");
  const ofClosed = specifications.map(
    (each): TableSpecification => ({ ...each, id: `closed:${each.id}`, population: "closed" }),
  );
  const counted = async (...asked: readonly TableSpecification[]) => {
    const { tables, own } = await countedBoth([...closed, ...open], asked);
    return protectNation(tables, tinyCodebook, { own }).map(tableInWords);
  };
  const both = await counted(...specifications, ...ofClosed);
  assert.deepEqual(both, [...(await counted(...specifications)), ...(await counted(...ofClosed))]);
  assert.ok(
    both.some((told) => /closed:severity: .* 1 \d+, /.test(told)),
    both.join("\n"),
  );
});
