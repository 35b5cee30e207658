import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { openArrayCounter } from "./array-counter.ts";
import type { Cells, Column, Counter, CountRequest } from "./counter.ts";
import { openDuckdbCounter } from "./duckdb-counter.ts";
import { openGrowingCounter } from "./growing-counter.ts";

const columns: readonly Column[] = [
  { name: "flag", type: "utinyint" },
  { name: `a "code"`, type: "utinyint" },
  { name: "word", type: "uinteger" },
  { name: "word'; drop table t; --", type: "usmallint" },
];

const requests: readonly CountRequest[] = [
  { relation: "t", columns: [], flags: [] },
  { relation: "t", columns: [], flags: ["flag"] },
  { relation: "t", columns: [`a "code"`], flags: [] },
  { relation: "t", columns: [`a "code"`], flags: ["flag"] },
  { relation: "t", columns: [`a "code"`, "word"], flags: [] },
  { relation: "t", columns: [`a "code"`, "word", "word'; drop table t; --"], flags: ["flag"] },
  { relation: "t", columns: ["word'; drop table t; --", "word", `a "code"`, "flag"], flags: [] },
  {
    relation: "t",
    columns: ["word"],
    flags: ["flag"],
    ranges: [
      { column: `a "code"`, from: 1, to: 99 },
      { column: "word'; drop table t; --", from: 5, to: 5 },
    ],
  },
  { relation: "t", columns: [], flags: [], ranges: [{ column: "word", from: 2, to: 0xffff_ffff }] },
  { relation: "t", columns: ["flag"], flags: [], ranges: [{ column: "word", from: 3, to: 2 }] },
  { relation: "empty", columns: [`a "code"`], flags: [] },
  { relation: "empty", columns: [], flags: [] },
];

const rows = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 1 }),
    fc.constantFrom(0, 1, 2, 99, 102, 255),
    fc.constantFrom(0, 1, 0x8000_0000, 0xffff_ffff),
    fc.constantFrom(0, 5, 0xffff),
  ),
  { maxLength: 300 },
);

async function counted(counter: Counter, given: readonly (readonly number[])[]) {
  try {
    const intake = await counter.createRelation("t", columns);
    const empty = await counter.createRelation("empty", columns);
    for (const row of given) await intake.add(row);
    intake.finish();
    empty.finish();
    return (await counter.count(requests)).map(inOrder);
  } finally {
    counter.close();
  }
}

function inOrder({ size, values, rows }: Cells): readonly string[] {
  return Array.from({ length: size }, (_, cell) =>
    JSON.stringify([...values.map((column) => column[cell]), `${rows[cell]} rows`]),
  ).sort();
}

test("arrays, DuckDB, and the move from one to the other count the same", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.nat(300), async (given, limit) => {
      const inArrays = await counted(openArrayCounter(), given);
      assert.deepEqual(await counted(await openDuckdbCounter(), given), inArrays);
      assert.deepEqual(await counted(openGrowingCounter(limit), given), inArrays);
    }),
    { numRuns: 40 },
  );
});

test("many rows go through in chunks without losing one", async () => {
  const given = Array.from({ length: 5000 }, (_, index) => [1, index % 200, index, 0]);
  const [all, , byCode] = await counted(openGrowingCounter(2500), given);
  assert.deepEqual(all, ['["5000 rows"]']);
  assert.equal(byCode?.length, 200);
  assert.ok(byCode?.every((bar) => bar.endsWith(',"25 rows"]')));
});

test("packed on the way, the rows count the same, and lie in the order in which they came", async () => {
  const counter = await openDuckdbCounter();
  try {
    const intake = await counter.createRelation("t", columns);
    for (let index = 0; index < 300_000; index++) {
      if (index % 120_000 === 0) await counter.pack();
      intake.add([1, index % 200, index, 0]);
    }
    intake.finish();
    await counter.pack();
    const [all, flagged, byCode] = (await counter.count(requests.slice(0, 3))).map(inOrder);
    assert.deepEqual(all, ['["300000 rows"]']);
    assert.deepEqual(flagged, all);
    assert.equal(byCode?.length, 200);
    assert.ok(byCode?.every((bar) => bar.endsWith(',"1500 rows"]')));
    let next = 0;
    for await (const chunk of counter.chunksOf("t")) {
      const words = chunk.getColumnVector(2);
      for (let row = 0; row < chunk.rowCount; row++) assert.equal(words.getItem(row), next++);
    }
    assert.equal(next, 300_000);
  } finally {
    counter.close();
  }
});

for (const [name, open] of [
  ["arrays", async () => openArrayCounter()],
  ["DuckDB", openDuckdbCounter],
] as const) {
  test(`${name}: a relation or column that does not exist is a bug, never nought`, async () => {
    const counter = await open();
    try {
      const intake = await counter.createRelation("t", columns);
      intake.finish();
      await assert.rejects(counter.count([{ relation: "u", columns: [], flags: [] }]));
      await assert.rejects(counter.count([{ relation: "t", columns: ["v"], flags: [] }]));
      await assert.rejects(counter.count([{ relation: "t", columns: [], flags: ["v"] }]));
      const ranges = [{ column: "v", from: 0, to: 1 }];
      await assert.rejects(counter.count([{ relation: "t", columns: [], flags: [], ranges }]));
    } finally {
      counter.close();
    }
  });
}

test("DuckDB reads no file, though it could read this one", async () => {
  const counter = await openDuckdbCounter();
  try {
    const outside = join(import.meta.dirname, "../../../package.json");
    await assert.rejects(
      counter.count([{ relation: outside, columns: [], flags: [] }]),
      /disabled by configuration/,
    );
  } finally {
    counter.close();
  }
});
