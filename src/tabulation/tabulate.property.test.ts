import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Codebook, effectiveCodebook, type Variable } from "#codebook";
import type { CaseRecord } from "#registration";
import { openGrowingCounter } from "./counting/growing-counter.ts";
import { openUnitExtract, type UnitSource } from "./extract/unit-extract.ts";
import type { RawTable } from "./raw-table.ts";
import { tabulate, tabulateUnit } from "./tabulate.ts";
import { sourceOf } from "./testing/case-of.ts";
import { plain } from "./testing/plain-counts.ts";
import {
  frequenciesByHand,
  indicatorByHand,
  type Told,
  tellCase,
  tellClient,
} from "./testing/plain-recount.ts";
import { type Draw, randomUnit } from "./testing/random-unit.ts";
import { unitSpecifications } from "./unit-specifications.ts";

const found = effectiveCodebook("su-kvinnofrid-2021");
if (!found) throw new Error("the library lacks su-kvinnofrid-2021");
const codebook: Codebook = found;

const draws: fc.Arbitrary<Draw> = fc.record({
  seed: fc.integer(),
  cases: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 90 })),
  unanswered: fc.constantFrom(0, 5, 20, 60),
});

async function assertRecounted(
  draw: Draw,
  count: (source: UnitSource) => Promise<readonly RawTable[]>,
): Promise<void> {
  const { records, clientAnswers } = randomUnit(codebook, draw);
  const counted = await count(sourceOf(records, clientAnswers, codebook));
  const tables = new Map(counted.map((table) => [table.specification.id, table]));

  const told = records.map((record) => tellCase(codebook, record));
  const of = (variable: Variable, isClosedOnly: boolean): readonly Told[] =>
    variable.phase === "client"
      ? tellClient(codebook, records, clientAnswers, variable)
      : told.filter((_, index) => !isClosedOnly || isClosed(records[index])).map(get(variable.id));

  for (const variable of codebook.variables) {
    const among = of(variable, variable.phase === "after");
    assert.deepEqual(plain(tables.get(variable.id)), frequenciesByHand(variable, among));
  }
  for (const { id, variable: name, measure, population } of indicators()) {
    const variable = codebook.variables.find((each) => each.id === name);
    assert.ok(variable);
    const among = of(variable, population === "closed");
    const counted = measure.kind === "share" ? measure.codes : undefined;
    assert.deepEqual(plain(tables.get(id)), indicatorByHand(counted, among), id);
  }
  assert.deepEqual(plain(tables.get("cases started")), { cases: records.length });
  assert.deepEqual(plain(tables.get("cases closed")), {
    cases: records.filter(isClosed).length,
  });
}

test("every variable and indicator equals a recount in plain loops over the cases", async () => {
  const property = fc.asyncProperty(draws, (draw) => assertRecounted(draw, tabulateUnit));
  await fc.assert(property, { numRuns: 1000 });
});

test("and so it does when DuckDB counts", async () => {
  const property = fc.asyncProperty(draws, (draw) => assertRecounted(draw, tabulateInDuckdb));
  await fc.assert(property, { numRuns: 40 });
});

async function tabulateInDuckdb(source: UnitSource): Promise<readonly RawTable[]> {
  const specifications = unitSpecifications(codebook);
  const extract = await openUnitExtract(source, specifications, openGrowingCounter(0));
  try {
    return await tabulate(extract, specifications);
  } finally {
    extract.close();
  }
}

/** The two with `within` ask for V16 = 1, which is V17's own condition. */
function indicators() {
  assert.deepEqual(
    codebook.indicators.filter(({ within }) => within).map(({ id }) => id),
    ["interventions-per-case", "housing-intervention", "decisive-among-improved"],
  );
  return codebook.indicators.filter(({ id }) => id !== "decisive-among-improved");
}

function get(id: string) {
  return (told: ReadonlyMap<string, Told>): Told => {
    const found = told.get(id);
    assert.ok(found);
    return found;
  };
}

function isClosed(record: CaseRecord | undefined): boolean {
  return record?.state === "closed";
}
