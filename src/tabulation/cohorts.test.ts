import assert from "node:assert/strict";
import { test } from "node:test";
import type { IsoDate, Period } from "#kernel";
import type { CaseRecord } from "#registration";
import { openUnitExtract } from "./extract/unit-extract.ts";
import type { Dimension, Measure, TableSpecification } from "./table-specification.ts";
import { tabulate } from "./tabulate.ts";
import { caseOf, sourceOf } from "./testing/case-of.ts";
import { plainCrossing } from "./testing/plain-counts.ts";

async function counted(
  cases: readonly CaseRecord[],
  measure: Measure,
  more: Partial<TableSpecification> = {},
) {
  const specification: TableSpecification = { id: "t", population: "started", ...more, measure };
  const extract = await openUnitExtract(sourceOf(cases), [specification]);
  try {
    const [table] = await tabulate(extract, [specification]);
    return table?.counts();
  } finally {
    extract.close();
  }
}

function lived(
  id: string,
  startedOn: string,
  closedOn: string | null,
  answers: Parameters<typeof caseOf>[1] = {},
  talks: readonly number[] = [],
): CaseRecord {
  return caseOf(id, answers, {
    startedOn: startedOn as IsoDate,
    closedOn: closedOn as IsoDate | null,
    state: closedOn === null ? "open" : "closed",
    talks,
  });
}

const cases = [
  lived("a", "2024-01-31", "2024-03-01", { sex: 1 }, [1, 2]),
  lived("b", "2024-03-31", "2024-04-01", { sex: 2 }),
  lived("c", "2024-04-01", "2025-12-31", { sex: 1 }, [2]),
  lived("d", "2024-11-15", null, { sex: 1 }, [3]),
  lived("e", "2025-02-01", null, { sex: 2 }),
];
const spring: Period = { from: "2024-04-01" as IsoDate, until: "2024-07-01" as IsoDate };
const asAt = "2025-01-15" as IsoDate;

function crossing(rows: Dimension, columns: readonly Dimension[] = [], group?: string): Measure {
  return { kind: "crossing", rows, columns, ...(group === undefined ? {} : { group }) };
}

async function divided(...[given, measure, more]: Parameters<typeof counted>) {
  return plainCrossing(await counted(given, measure, more));
}

/** Rows with their counts, where nothing stands beside. */
async function along(rows: Dimension, more: Partial<TableSpecification> = {}, group?: string) {
  const table = await divided(cases, crossing(rows, [], group), more);
  const [column] = table.columns;
  return table.rows.map((code, index) => [code, column?.counts[index]]);
}

test("open cases are those that are not closed", async () => {
  assert.deepEqual(await counted(cases, { kind: "cases" }, { population: "open" }), {
    kind: "cases",
    cases: 2,
  });
});

test("a cohort is of those who started in it, or of the closed those who closed in it", async () => {
  const ofSpring = async (population: TableSpecification["population"]) =>
    await counted(cases, { kind: "cases" }, { population, period: spring });
  assert.deepEqual(await ofSpring("started"), { kind: "cases", cases: 1 });
  assert.deepEqual(await ofSpring("closed"), { kind: "cases", cases: 1 });
  assert.deepEqual(await ofSpring("open"), { kind: "cases", cases: 0 });
  const autumn = { from: "2024-10-01" as IsoDate, until: "2025-01-01" as IsoDate };
  const open = { population: "open", period: autumn } as const;
  assert.deepEqual(await counted(cases, { kind: "cases" }, open), { kind: "cases", cases: 1 });
});

test("a series has every step from the first to the last, also where nothing happened", async () => {
  assert.deepEqual(await along({ kind: "time", of: "start", step: "quarter" }), [
    [20241, 2],
    [20242, 1],
    [20243, 0],
    [20244, 1],
    [20251, 1],
  ]);
  assert.deepEqual(await along({ kind: "time", of: "start", step: "half-year" }), [
    [20241, 3],
    [20242, 1],
    [20251, 1],
  ]);
  assert.deepEqual(await along({ kind: "time", of: "start", step: "year" }), [
    [2024, 4],
    [2025, 1],
  ]);
});

test("of a cohort the series covers the whole period", async () => {
  const period = { from: "2024-04-01" as IsoDate, until: "2025-01-01" as IsoDate };
  assert.deepEqual(await along({ kind: "time", of: "start", step: "quarter" }, { period }), [
    [20242, 1],
    [20243, 0],
    [20244, 1],
  ]);
});

test("what is not closed has no time of the close, and is in no row; as a column it is the last", async () => {
  const close: Dimension = { kind: "time", of: "close", step: "year" };
  const rows = await divided(cases, crossing(close));
  assert.deepEqual(rows, {
    base: { eligible: 5, asked: 5, answered: 3, valid: 3 },
    rows: [2024, 2025],
    columns: [
      { codes: [], base: { eligible: 5, asked: 5, answered: 3, valid: 3 }, counts: [2, 1] },
    ],
  });
  const columns = await divided(cases, crossing({ kind: "question", variable: "sex" }, [close]));
  assert.deepEqual(
    columns.columns.map(({ codes, counts }) => [codes[0], counts]),
    [
      [2024, [1, 1, 0]],
      [2025, [1, 0, 0]],
      [null, [1, 1, 0]],
    ],
  );
});

test("how long is counted in whole quarters, of open cases until the day that is asked for", async () => {
  // a and e: none; b: from March to April, and d: to the next, one each; c: open on that day, three.
  const duration: Dimension = { kind: "duration", asAt, from: [0, 1, 4] };
  assert.deepEqual(await along(duration), [
    [0, 2],
    [1, 3],
    [4, 0],
  ]);
  // A year later c is closed, with six; d has been open for five, and e for four.
  const later: Dimension = { ...duration, asAt: "2026-01-15" as IsoDate };
  assert.deepEqual(await along(later), [
    [0, 1],
    [1, 1],
    [4, 3],
  ]);
  const early: Dimension = { ...duration, asAt: "2024-12-31" as IsoDate };
  assert.deepEqual(await along(early, { population: "open" }), [
    [0, 1],
    [1, 0],
    [4, 0],
  ]);
});

test("the rows of a repeat group have the time of their case", async () => {
  const talks = await along({ kind: "time", of: "start", step: "quarter" }, {}, "talk");
  assert.deepEqual(talks, [
    [20241, 2],
    [20242, 1],
    [20243, 0],
    [20244, 1],
  ]);
  const kinds = await divided(
    cases,
    crossing(
      { kind: "question", variable: "kind" },
      [{ kind: "time", of: "close", step: "year" }],
      "talk",
    ),
  );
  assert.deepEqual(
    kinds.columns.map(({ codes, counts }) => [codes[0], counts]),
    [
      [2024, [1, 1, 0]],
      [2025, [0, 1, 0]],
      [null, [0, 0, 1]],
    ],
  );
});
