import assert from "node:assert/strict";
import { test } from "node:test";
import { type SafeCounts, SafeTable } from "./safe-table.ts";
import { shareInterval } from "./share-interval.ts";
import { shownCases } from "./shown-cases.ts";
import { toldNumbers } from "./told-numbers.ts";
import { isTelling, tellsAnswers, withdrawn } from "./withdrawn.ts";

const hidden = { eligible: null, asked: null, answered: null, valid: null };
const told = { eligible: 40, asked: 30, answered: 20, valid: 10 };

function table(counts: SafeCounts, id = "some"): SafeTable {
  const specification = { id, population: "started", measure: { kind: "cases" } } as const;
  return new SafeTable(
    { kind: "nation", round: "r" } as SafeTable["scope"],
    specification,
    null,
    counts,
  );
}

const row = (count: number | null) => ({
  ...{ codes: [1], isMissing: false, count },
  interval: shareInterval(count, 20),
});
const share = (base: typeof told | typeof hidden, numerator: number | null) =>
  ({
    ...({ kind: "share", base, numerator } as const),
    denominator: numerator === null ? null : 20,
    interval: shareInterval(numerator, 20),
  }) as const;
const mean = (total: number | null) =>
  ({
    ...({ kind: "mean-distinct", base: hidden, total } as const),
    denominator: total === null ? null : 20,
  }) as const;

test("what is told is told in one order: the chain, then rows or what the share or mean is of", () => {
  assert.deepEqual(toldNumbers({ kind: "cases", cases: 7 }), [7]);
  assert.deepEqual(toldNumbers({ kind: "cases", cases: null }), []);
  assert.deepEqual(toldNumbers({ kind: "cases", cases: 0 }), [0]);
  const rows = [row(8), row(null), row(0)];
  assert.deepEqual(toldNumbers({ kind: "frequencies", base: told, rows }), [40, 30, 20, 10, 8, 0]);
  assert.deepEqual(toldNumbers(share({ ...told, asked: null } as never, 9)), [40, 20, 10, 9]);
  assert.deepEqual(toldNumbers(mean(25)), [25]);
});

test("a table tells if any of its numbers is told, be it nought", () => {
  assert.equal(isTelling(table({ kind: "cases", cases: 0 })), true);
  assert.equal(isTelling(table({ kind: "cases", cases: null })), false);
  assert.equal(isTelling(table({ kind: "frequencies", base: hidden, rows: [] })), false);
  assert.equal(isTelling(table({ kind: "frequencies", base: told, rows: [row(null)] })), true);
  assert.equal(
    isTelling(table({ kind: "frequencies", base: hidden, rows: [row(null), row(0)] })),
    true,
  );
  assert.equal(
    isTelling(table({ kind: "frequencies", base: { ...hidden, valid: 0 }, rows: [] })),
    true,
  );
  assert.deepEqual(
    [share(hidden, null), share(hidden, 5)].map((each) => isTelling(table(each))),
    [...[false, true]],
  );
  assert.deepEqual(
    [mean(null), mean(0)].map((each) => isTelling(table(each))),
    [false, true],
  );
});

test("answers are told by rows, parts and sums, not by how many were asked", () => {
  assert.equal(tellsAnswers(table({ kind: "cases", cases: 7 })), false);
  assert.equal(tellsAnswers(table({ kind: "frequencies", base: told, rows: [row(null)] })), false);
  assert.equal(tellsAnswers(table({ kind: "frequencies", base: told, rows: [row(0)] })), true);
  assert.equal(tellsAnswers(table(share(told, null))), false);
  assert.equal(tellsAnswers(table(share(told, 5))), true);
  assert.equal(tellsAnswers(table(mean(null))), false);
  assert.equal(tellsAnswers(table(mean(9))), true);
});

test("withdrawn it is the same table with nothing told; one that tells nothing is itself", () => {
  for (const counts of [
    { kind: "cases", cases: 7 },
    { kind: "frequencies", base: told, rows: [row(8), row(null)] },
    share(told, 5),
    mean(9),
  ] as const) {
    const gone = withdrawn(table(counts));
    assert.equal(gone.counts.kind, counts.kind);
    assert.deepEqual([gone.specification.id, isTelling(gone)], ["some", false]);
    assert.equal(withdrawn(gone), gone);
    assert.doesNotMatch(JSON.stringify(gone.counts), /interval":\[/);
  }
});

test("how many cases there are is found by the table's id, and hidden where there is none", () => {
  const tables = [
    table({ kind: "cases", cases: 7 }, "started"),
    table({ kind: "cases", cases: null }, "closed"),
    table(mean(9), "mean"),
  ];
  assert.equal(shownCases(tables, "started"), 7);
  assert.equal(shownCases(tables, "closed"), null);
  assert.equal(shownCases(tables, "mean"), null);
  assert.equal(shownCases(tables, "other"), null);
});

test("an interval is of told numbers alone, and of somebody", () => {
  assert.equal(shareInterval(null, 20), null);
  assert.equal(shareInterval(5, null), null);
  assert.equal(shareInterval(0, 0), null);
  assert.deepEqual(
    shareInterval(0, 1)?.map((limit) => limit.toFixed(3)),
    ["0.000", "0.793"],
  );
});

test("no safe table becomes JSON by itself", () => {
  const one = table({ kind: "cases", cases: 7 });
  assert.throws(() => JSON.stringify(one), /a safe table is written by writeSafeTable: some/);
  assert.deepEqual([one, { ...one }, null, 7].map(SafeTable.isOne), [true, false, false, false]);
});
