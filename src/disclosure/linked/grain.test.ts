import assert from "node:assert/strict";
import { test } from "node:test";
import type { Variable } from "#codebook";
import type { Measure } from "#tabulation";
import { type SafeCounts, SafeTable, type Shown } from "../safe-table.ts";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import type { CountedPlace } from "./counted-places.ts";
import { nationGrain, regionGrain } from "./grain.ts";
import type { QuestionCells } from "./question-cells.ts";
import { regionCounts } from "./region-counts.ts";
import { cellOfCodes, toldIn } from "./told-in-nation.ts";

const question = (id: string) => tinyCodebook.variables.find((each) => each.id === id) as Variable;
const chain = { eligible: 100, asked: 90, answered: 80, valid: 70 };

function table(counts: SafeCounts, measure: Measure): SafeTable {
  const specification = { id: "t", population: "started", measure } as SafeTable["specification"];
  return new SafeTable(
    { kind: "nation", round: "r" } as SafeTable["scope"],
    specification,
    null,
    counts,
  );
}

function rowsOf(variable: string, ...rows: readonly (readonly [readonly number[], Shown])[]) {
  const counts = {
    kind: "frequencies",
    base: chain,
    rows: rows.map(([codes, count]) => ({
      ...{ codes, count, interval: null },
      isMissing: codes.some((code) => code > 96),
    })),
  } as const;
  return table(counts, { kind: "frequencies", variable });
}

function shareOf(variable: string, codes: readonly number[], numerator: Shown) {
  const counts = {
    kind: "share",
    base: chain,
    numerator,
    denominator: 70,
    interval: null,
  } as const;
  return table(counts, { kind: "share", variable, codes: [...codes], base: "valid" });
}

const meanOf = (total: Shown) =>
  table(
    { kind: "mean-distinct", base: chain, total, denominator: 70 },
    { kind: "mean-distinct", variable: "help", base: "valid" },
  );

function place(id: string, more: Partial<CountedPlace> = {}): CountedPlace {
  const none = Int32Array.of(0);
  return {
    ...{ population: "started", question: question(id), domain: new Map(), among: "", tables: [] },
    base: { eligible: none, asked: none, answered: none, valid: none },
    byCode: new Map(),
    together: new Map([["1 2", { codes: [1, 2], shares: none }]]),
    total: undefined,
    ...more,
  };
}

test("in the nation a question is told as finely as it was counted", () => {
  const blocks = [{ cells: [1], shares: Int32Array.of(0) }];
  const told = [rowsOf("severity", [[1], 9], [[2, 3], 9])];
  assert.deepEqual(nationGrain(place("severity"), blocks, told), {
    ...{
      parts: [[1]],
      sums: [
        [2, 3],
        [1, 2],
      ],
      choices: [],
      hasTotal: false,
    },
  });
  const total = Int32Array.of(9);
  assert.deepEqual(nationGrain(place("help", { total }), blocks, []), {
    ...{ parts: [[1]], sums: [], choices: [[1], [2], [3], [1, 2]], hasTotal: true },
  });
  assert.deepEqual(nationGrain(place("help", { byCode: undefined }), blocks, []).choices, [[1, 2]]);
});

const outside = [[97, 98, 99, -1, -2, -3], [-4]];

function grain(level: "area" | "municipality", regions: number, ...told: readonly SafeTable[]) {
  return regionGrain(place("severity"), { level, regions }, told).parts.slice(0, -2);
}

test("an area tells the nation's rows, merged where one would be less than ten in each area", () => {
  const rows = rowsOf("severity", [[1], 40], [[2], 39], [[3], 40], [[4], 40], [[99], 3]);
  assert.deepEqual(grain("area", 4, rows), [[1, 2], [3], [4]]);
  assert.deepEqual(grain("area", 3, rows), [[1], [2], [3], [4]]);
  assert.deepEqual(grain("area", 5, rows), [
    [1, 2],
    [3, 4],
  ]);
  const { parts, sums, choices, hasTotal } = regionGrain(
    place("severity"),
    { level: "area", regions: 3 },
    [rows],
  );
  assert.deepEqual([parts.slice(-2), sums, choices, hasTotal], [outside, [], [], false]);
});

test("rows that the nation merged stay merged; a municipality merges by every group", () => {
  const rows = rowsOf("severity", [[1], 900], [[2, 3], 900], [[4], 900]);
  assert.deepEqual(grain("area", 3, rows), [[1], [2, 3], [4]]);
  assert.deepEqual(grain("municipality", 3, rows), [[1], [2, 3, 4]]);
});

test("where no rows are counted or told all options are one", () => {
  const parts = regionGrain(
    place("severity", { byCode: undefined }),
    { level: "area", regions: 3 },
    [],
  );
  assert.deepEqual(parts.parts.slice(0, -2), [[1, 2, 3, 4]]);
  assert.deepEqual(grain("area", 3), [[1, 2, 3, 4]]);
});

test("an option of several is told where it would be ten in each, whoever tells it", () => {
  const options = (
    level: "area" | "municipality",
    regions: number,
    ...told: readonly SafeTable[]
  ) => regionGrain(place("help"), { level, regions }, told).choices;
  const rows = rowsOf("help", [[1], 30], [[2], 29], [[3], null]);
  assert.deepEqual(options("area", 3, rows), [[1], [1, 2]]);
  assert.deepEqual(options("area", 2, rows), [[1], [2], [1, 2]]);
  assert.deepEqual(options("area", 3, rows, shareOf("help", [1, 2], 30)), [[1], [1, 2]]);
  assert.deepEqual(options("area", 3, shareOf("help", [2, 1], 29)), []);
  assert.deepEqual(regionGrain(place("help"), { level: "area", regions: 3 }, []).parts, [
    [0],
    ...outside,
  ]);
});

test("a sum of choices is told of areas, where it was counted and the nation tells it", () => {
  const total = Int32Array.of(0);
  const hasTotal = (level: "area" | "municipality", told: readonly SafeTable[], more = { total }) =>
    regionGrain(place("help", more), { level, regions: 3 }, told).hasTotal;
  assert.equal(hasTotal("area", [meanOf(90)]), true);
  assert.equal(hasTotal("municipality", [meanOf(90)]), false);
  assert.equal(hasTotal("area", [meanOf(null)]), false);
  assert.equal(hasTotal("area", []), false);
  assert.equal(
    regionGrain(place("help"), { level: "area", regions: 3 }, [meanOf(90)]).hasTotal,
    false,
  );
});

/** Cells by number. */
function cells(id: string, more: Partial<QuestionCells> = {}): QuestionCells {
  return {
    place: place(id),
    chain: { eligible: 10, asked: 11, answered: 12, valid: 13 },
    parts: [
      { cells: [1], cell: 1 },
      { cells: [2, 3], cell: 2 },
      { cells: [4], cell: 4 },
      { cells: [-4], cell: 9 },
    ],
    sums: new Map([["1 4", 8]]),
    total: 20,
    ...more,
  } as QuestionCells;
}

test("codes are counted by their own cell, or by the one part that they are", () => {
  assert.equal(cellOfCodes(cells("severity"), [4, 1]), 8);
  assert.equal(cellOfCodes(cells("severity"), [2, 3]), 2);
  assert.equal(cellOfCodes(cells("severity"), [2]), undefined);
  assert.equal(cellOfCodes(cells("severity"), [2, 3, 4]), undefined);
  assert.equal(
    cellOfCodes(cells("help"), [1]),
    undefined,
    "of several choices a part is no option",
  );
  const missing = cells("help", { parts: [{ cells: [97], cell: 7 }] });
  assert.equal(cellOfCodes(missing, [97]), 7);
});

test("the cells of what a table tells, in the order that it tells it", () => {
  assert.deepEqual(
    toldIn(rowsOf("severity", [[1], 9], [[2, 3], null], [[4], 8]), cells("severity")),
    [...[10, 11, 12, 13, 1, 4]],
  );
  assert.deepEqual(toldIn(shareOf("severity", [1, 4], 20), cells("severity")), [10, 11, 12, 13, 8]);
  assert.deepEqual(toldIn(shareOf("severity", [1, 4], null), cells("severity")), [10, 11, 12, 13]);
  assert.deepEqual(toldIn(meanOf(90), cells("help")), [10, 11, 12, 13, 20]);
  assert.throws(() => toldIn(rowsOf("severity", [[2], 9]), cells("severity")), {
    message: "a number of t is no cell",
  });
  const sized = table({ kind: "cases", cases: 9 }, { kind: "cases" });
  assert.throws(() => toldIn(sized, cells("severity")), /answers no question/);
});

const shown = (hidden: readonly number[]) => (cell: number) =>
  hidden.includes(cell) ? null : cell * 5;

function regional(of: SafeTable, question: QuestionCells, ...hidden: readonly number[]) {
  assert.ok(of.counts.kind !== "cases");
  return regionCounts(of.counts, of.specification.measure, question, shown(hidden));
}

test("a region tells what the nation does, but neither who was asked nor what is missing", () => {
  const counts = regional(
    rowsOf("severity", [[1], 9], [[2], 8], [[3], 8], [[4], null], [[99], 7]),
    cells("severity"),
  );
  assert.ok(counts.kind === "frequencies");
  assert.deepEqual(counts.base, { eligible: 50, asked: null, answered: null, valid: 65 });
  assert.deepEqual(
    counts.rows.map(({ codes, count, isMissing }) => [codes, count, isMissing]),
    [
      [[1], 5, false],
      [[2, 3], 10, false],
      [[4], null, false],
    ],
  );
  assert.deepEqual(
    counts.rows.map(({ interval }) => interval === null),
    [false, false, true],
  );
});

test("hidden is what is hidden there, and what the nation hides", () => {
  const counts = regional(rowsOf("severity", [[1], 9]), cells("severity"), 13, 1);
  assert.ok(counts.kind === "frequencies");
  assert.deepEqual([counts.base.valid, counts.rows[0]?.count], [null, null]);
});

test("a share or mean is told with what it is of, or not at all", () => {
  const share = (numerator: Shown, ...hidden: readonly number[]) => {
    const counts = regional(shareOf("severity", [1, 4], numerator), cells("severity"), ...hidden);
    return counts.kind === "share" ? [counts.numerator, counts.denominator] : [];
  };
  assert.deepEqual(share(20), [40, 65]);
  assert.deepEqual(share(null), [null, null]);
  assert.deepEqual(share(20, 8), [null, null]);
  assert.deepEqual(share(20, 13), [null, null]);
  const mean = (total: Shown, more: Partial<QuestionCells> = {}, ...hidden: readonly number[]) => {
    const counts = regional(meanOf(total), cells("help", more), ...hidden);
    return counts.kind === "mean-distinct" ? [counts.total, counts.denominator] : [];
  };
  assert.deepEqual(mean(90), [100, 65]);
  assert.deepEqual(mean(null), [null, null]);
  assert.deepEqual(mean(90, {}, 13), [null, null]);
  assert.deepEqual(mean(90, {}, 20), [null, null]);
  assert.deepEqual(mean(90, { total: undefined }), [null, null]);
});
