import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandomness } from "#kernel";
import { openArrayCounter } from "./counting/array-counter.ts";
import type { Counter } from "./counting/counter.ts";
import { openDuckdbCounter } from "./counting/duckdb-counter.ts";
import type { ColumnarExtract } from "./extract/columnar-extract.ts";
import { openUnitExtract } from "./extract/unit-extract.ts";
import { tabulateEach } from "./tabulate.ts";
import { sourceOf } from "./testing/case-of.ts";
import { nationCodebook, nationExtractOf, randomNation } from "./testing/nation-of.ts";
import { plain } from "./testing/plain-counts.ts";
import { type PlainCase, plainNation, plainUnit } from "./testing/plain-rows.ts";
import { recountByHand } from "./testing/plain-specification.ts";
import { allConditions, drawsOf, randomSpecification } from "./testing/random-specification.ts";
import { randomUnit } from "./testing/random-unit.ts";

const codebook = nationCodebook;

const draws = fc.record({
  seed: fc.integer(),
  cases: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 20, max: 60 })),
  unanswered: fc.constantFrom(0, 5, 20, 60),
});

async function assertRecounted(
  extract: ColumnarExtract,
  cases: readonly PlainCase[],
  count: number,
  seed: number,
): Promise<void> {
  const isNation = extract.scope.kind === "nation";
  const drawn = drawsOf(seededRandomness(seed));
  const specifications = Array.from({ length: count }, (_, index) =>
    randomSpecification(`table ${index}`, { codebook, isNation }, drawn),
  );
  const counted = await tabulateEach(extract, specifications);
  for (const [index, specification] of specifications.entries()) {
    const found = (counted[index] ?? []).map((table) => [
      table.scope.kind === "region" ? table.scope.code : undefined,
      plain(table),
    ]);
    const expected = recountByHand(codebook, cases, specification);
    assert.deepEqual(found, expected, JSON.stringify(specification));
  }
}

async function assertUnit(
  draw: Parameters<typeof randomUnit>[1],
  counter: Counter,
  count: number,
): Promise<void> {
  const { records, clientAnswers } = randomUnit(codebook, draw);
  const source = sourceOf(records, clientAnswers, codebook);
  const conditions = allConditions.filter(({ within }) => !JSON.stringify(within).includes("V26"));
  const extract = await openUnitExtract(source, conditions, counter);
  try {
    await assertRecounted(extract, plainUnit(codebook, records), count, draw.seed);
  } finally {
    extract.close();
  }
}

test("1 250 random tables of units agree with plain loops over the rows", async () => {
  const property = fc.asyncProperty(draws, (draw) => assertUnit(draw, openArrayCounter(), 50));
  await fc.assert(property, { numRuns: 25 });
});

test("and 500 do when DuckDB counts", async () => {
  const property = fc.asyncProperty(draws, async (draw) =>
    assertUnit(draw, await openDuckdbCounter(), 100),
  );
  await fc.assert(property, { numRuns: 5 });
});

test("800 random tables of nations and their regions agree with plain loops over the rows", async () => {
  const property = fc.asyncProperty(draws, async (draw) => {
    const nation = randomNation(draw);
    const extract = await nationExtractOf(nation.cases, allConditions);
    try {
      await assertRecounted(extract, plainNation(nation.told), 100, draw.seed);
    } finally {
      extract.close();
    }
  });
  await fc.assert(property, { numRuns: 8 });
});
