import assert from "node:assert/strict";
import { test } from "node:test";
import type { SafeCounts } from "../safe-table.ts";
import { countedNation, type Said, times, tinyCodebook } from "../testing/tiny-nation.ts";
import { withoutDerivable } from "./derivable.ts";
import type { Draft } from "./draft.ts";
import type { OneWay } from "./one-way-table.ts";
import { placesOf } from "./places.ts";

/** Everything as it was counted, as if there were no rules above the net. */
async function unprotected(said: readonly Said[], ...ids: readonly string[]) {
  const tables = await countedNation(said);
  const wanted = tables.filter(({ specification }) => ids.includes(specification.id));
  return placesOf({ tables: wanted, codebook: tinyCodebook }).tables.map(
    (table): Draft => ({ table, counts: asItIs(table.counts) }),
  );
}

function asItIs(counts: OneWay): SafeCounts {
  if (counts.kind !== "frequencies") return counts;
  const rows = counts.rows.map(({ code, ...row }) => ({ ...row, codes: [code], interval: null }));
  return { ...counts, rows };
}

function told(drafts: readonly Draft[]): readonly string[] {
  const kept = withoutDerivable(drafts, placesOf({ tables: [], codebook: tinyCodebook }));
  return kept
    .filter(({ counts }) => /:[1-9]/.test(JSON.stringify(counts)))
    .map(({ table }) => table.raw.specification.id);
}

const severe = (count: number, severity: number, sex = 1) =>
  times(count, { sex, isBegun: true, honour: 1, severity, help: [1] });

test("the net leaves what is safe", async () => {
  const said = [...severe(40, 1), ...severe(20, 4), ...severe(10, 1, 2), ...severe(10, 4, 2)];
  const ids = ["cases", "very-severe", "severity", "men:cases", "men:severity"];
  assert.deepEqual(told(await unprotected(said, ...ids)), ids);
});

test("a small row is caught", async () => {
  assert.deepEqual(told(await unprotected([...severe(40, 1), ...severe(4, 4)], "severity")), []);
});

test("a row without its subgroup is caught, and the subgroup's table goes", async () => {
  const said = [...severe(40, 1), ...severe(10, 1, 2), ...severe(3, 4), ...severe(10, 4, 2)];
  assert.deepEqual(told(await unprotected(said, "severity", "men:severity")), ["severity"]);
});

test("a base that is a few less than all cases is caught", async () => {
  const said = [...severe(40, 1), ...severe(20, 4), ...severe(3, 98)];
  const drafts = await unprotected(said, "cases", "very-severe");
  assert.deepEqual(told(drafts), ["cases"]);
});

test("all cases beside those that a question is for give away a few that it is not for", async () => {
  const left = (count: number, code: number) => times(count, { sex: 1, isBegun: true, left: code });
  const said = [...left(40, 1), ...left(20, 2), ...severe(3, 1, 2)];
  assert.deepEqual(told(await unprotected(said, "cases", "left")), ["cases"]);
  assert.deepEqual(told(await unprotected(said, "left")), ["left"]);
});

test("an indicator of two options beside their own rows is caught", async () => {
  const help = (count: number, ...codes: readonly number[]) =>
    times(count, { sex: 1, isBegun: true, help: codes });
  const said = [...help(40, 1), ...help(30, 2), ...help(3, 1, 2), ...help(9, 3)];
  const kept = told(await unprotected(said, "some-help", "help"));
  assert.equal(kept.length, 1);
});
