import assert from "node:assert/strict";
import { test } from "node:test";
import { protectNation, readSafeTable, type SafeTable, writeSafeTable } from "./index.ts";
import { countedNation, nation, type Said, times, tinyCodebook } from "./testing/tiny-nation.ts";

const said = (severity: number, honour: number): Said => {
  return { sex: 1, isBegun: true, honour, severity, left: 1, help: severity === 2 ? [3] : [1] };
};
const tables = protectNation(
  await countedNation([
    ...times(40, said(1, 1)),
    ...times(30, said(2, 1)),
    ...times(20, said(1, 2)),
    ...times(20, said(2, 2)),
    ...times(3, said(4, 1)),
  ]),
  tinyCodebook,
);

function tableOf(id: string): SafeTable {
  const table = tables.find(({ specification }) => specification.id === id);
  assert.ok(table, id);
  return table;
}

function isRefused(id: string, written: unknown): boolean {
  const outcome = readSafeTable(nation, tableOf(id).specification, written);
  if (outcome.kind === "done") return false;
  assert.equal(outcome.problems[0]?.code, "release-damaged");
  return true;
}

test("what is written and read again is the same table, interval and all", () => {
  for (const table of tables) {
    const written = JSON.parse(JSON.stringify(writeSafeTable(table)));
    const read = readSafeTable(table.scope, table.specification, written);
    assert.ok(read.kind === "done", table.specification.id);
    assert.deepEqual(read.value.counts, table.counts);
    assert.deepEqual(read.value.by, table.by);
  }
});

test("by no other way does a safe table become JSON", () => {
  assert.throws(() => JSON.stringify({ tables }), /written by writeSafeTable/);
});

test("neither a reason nor an interval is written, and what is hidden is one mark", () => {
  const text = JSON.stringify(tables.map(writeSafeTable));
  assert.doesNotMatch(text, /interval|reason|hidden|suppressed/);
  assert.match(text, /null/);
});

test("a damaged table is refused", () => {
  const severity = writeSafeTable(tableOf("severity"));
  assert.ok(severity.counts.kind === "frequencies");
  const { base, rows } = severity.counts;
  const [row] = rows;
  assert.ok(row);
  const withCounts = (counts: object) => ({
    ...severity,
    counts: { ...severity.counts, ...counts },
  });
  const damaged: readonly unknown[] = [
    undefined,
    null,
    [],
    "",
    {},
    { ...severity, more: 1 },
    { ...severity, by: { variable: "honour", code: 1 } },
    writeSafeTable(tableOf("cases")),
    withCounts({ rows: [{ ...row, count: 3 }] }),
    withCounts({ rows: [{ ...row, count: -1 }] }),
    withCounts({ rows: [{ ...row, count: 5.5 }] }),
    withCounts({ rows: [{ ...row, count: "40" }] }),
    withCounts({ rows: [{ ...row, count: 1000 }] }),
    withCounts({ rows: [{ ...row, codes: [] }] }),
    withCounts({ base: { ...base, valid: 1000 } }),
    withCounts({ base: {} }),
  ];
  for (const each of damaged) assert.ok(isRefused("severity", each), JSON.stringify(each));
});

test("a column of a crossing is read for its own crossing only", () => {
  const written = writeSafeTable(tableOf("severity by honour"));
  assert.equal(isRefused("severity by honour", written), false);
  assert.ok(isRefused("severity by honour", { ...written, by: null }));
  assert.ok(isRefused("severity by honour", { ...written, by: { variable: "sex", code: 1 } }));
});

test("a share of more than all is refused, and so is a part without its whole", () => {
  const written = writeSafeTable(tableOf("some-help"));
  assert.equal(isRefused("some-help", written), false);
  for (const part of [{ numerator: 500 }, { denominator: null }]) {
    assert.ok(isRefused("some-help", { ...written, counts: { ...written.counts, ...part } }));
  }
});

test("nothing is read as a unit's", () => {
  const table = tableOf("cases");
  const scope = { kind: "unit", municipality: "9001", unit: "unit-1" } as never;
  const read = readSafeTable(scope, table.specification, writeSafeTable(table));
  assert.equal(read.kind, "refused");
});
