import assert from "node:assert/strict";
import { test } from "node:test";
import { readSafeTable, type SafeScope, type SafeTable } from "#disclosure";
import { meetingCodebook } from "#screening";
import { roundResults, type ToldRound } from "./round-results.ts";

const of = { codebook: meetingCodebook(), language: "sv" } as const;

function table(scope: SafeScope, id: string, measure: object, counts: object): SafeTable {
  const specification = { id, population: "started", measure } as SafeTable["specification"];
  const read = readSafeTable(scope, specification, { by: null, counts });
  return read.kind === "done" ? read.value : assert.fail(JSON.stringify(read.problems));
}

/** @param asked `null`: may not be shown. */
function toldOf(scope: SafeScope, meetings: number, asked: number | null): readonly SafeTable[] {
  const between = scope.kind === "nation" ? meetings : null;
  const base = { eligible: meetings, asked: between, answered: between, valid: meetings };
  const denominator = asked === null ? null : meetings;
  const share = { kind: "share", base, numerator: asked, denominator };
  return [
    table(scope, "cases started", { kind: "cases" }, { kind: "cases", cases: meetings }),
    table(scope, "asked", { kind: "share", variable: "F04", codes: [1], base: "valid" }, share),
  ];
}

function roundOf(name: string, asked: { readonly [place: string]: number | null }): ToldRound {
  const round = name;
  const places = Object.entries(asked).map(([id, count]) => ({
    id,
    name: `Kommun ${id}`,
    tables: toldOf({ kind: "region", round, level: "municipality", code: id }, 60, count),
  }));
  const tables = toldOf({ kind: "nation", round }, 60 * places.length, 40 * places.length);
  return { name, municipalities: places.length, tables, places };
}

const first = roundOf("Våren 2026", { "9003": 36, "9001": 42, "9002": null });
const second = roundOf("Våren 2027", { "9001": 45, "9004": 30 });

test("every municipality of both rounds has a row in each table, in Swedish order and never by size", () => {
  const told = roundResults(second, first, of);
  const [now, then] = told.places?.tables ?? [];
  const names = ["9001", "9002", "9003", "9004"].map((code) => `Kommun ${code}`);
  assert.deepEqual(
    now?.columns.map(({ label }) => label),
    ["Möten", "Fick frågan"],
  );
  assert.deepEqual(
    now?.rows.map(({ label }) => label),
    names,
  );
  assert.deepEqual(
    now?.rows.map(({ cells }) => cells),
    [
      [60, 0.75],
      ["none", "none"],
      ["none", "none"],
      [60, 0.5],
    ],
  );
  assert.deepEqual(
    then?.rows.map(({ cells }) => cells),
    [
      [60, 0.7],
      [60, "hidden"],
      [60, 0.6],
      ["none", "none"],
    ],
  );
});

test("how many took part each year is said before the years are compared", () => {
  assert.equal(roundResults(first, null, of).took, "Tre kommuner är med.");
  assert.match(
    roundResults(second, first, of).took,
    /^Våren 2026: tre kommuner var med\. Våren 2027: två kommuner är med\. .*förklara/,
  );
});

test("the municipalities together are never called the nation", () => {
  assert.doesNotMatch(JSON.stringify(roundResults(second, first, of)), /[Rr]iket|ärende/);
});
