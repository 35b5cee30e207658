import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandomness } from "#kernel";
import {
  nationSpecifications,
  openExtractIntake,
  type RawTable,
  tabulate,
  withCountedElsewhere,
} from "#tabulation";
import type { DeliverySource } from "./delivered-case.ts";
import type { DeliveryLevel } from "./delivery-format.ts";
import type { Delivery } from "./delivery-intake.ts";
import { readDelivery } from "./read-delivery.ts";
import {
  codebook,
  deliveredLines,
  fileOf,
  plausibleCases,
  round,
  textOf,
} from "./testing/delivered.ts";

const specifications = nationSpecifications(codebook);
const ofMunicipality = specifications.map((each) => ({ ...each, level: "municipality" as const }));

async function delivered(
  cases: readonly DeliverySource[],
  level: DeliveryLevel,
): Promise<Delivery> {
  const lines = await deliveredLines(cases, { level, randomness: seededRandomness(8) });
  const outcome = await readDelivery(fileOf(textOf(lines)), [codebook]);
  const problems = outcome.kind === "refused" ? outcome.problems : [];
  assert.deepEqual(problems, []);
  assert.equal(outcome.kind, "done");
  return outcome.value;
}

/** As a release does: rows counted, and counts added. */
async function nationOf(deliveries: readonly Delivery[]) {
  const scope = { kind: "nation", round: round.id } as const;
  const intake = await openExtractIntake({ codebook, scope, specifications, threads: 1 });
  for (const { cases } of deliveries) for (const each of cases) intake.add(each);
  const extract = await intake.finish();
  try {
    const nation = await tabulate(extract, specifications);
    const others = deliveries.flatMap(({ tables }) => tables);
    const municipalities = await tabulate(extract, ofMunicipality);
    return {
      nation: nation.map((table) =>
        shownTo(withCountedElsewhere(table, others.filter(isSame(table)), codebook)),
      ),
      municipalities: [...municipalities, ...others].map(shownTo).sort(inOrder),
    };
  } finally {
    extract.close();
  }
}

const isSame = (one: RawTable) => (other: RawTable) =>
  one.specification.id === other.specification.id;
const shownTo = (table: RawTable) => [table.specification, table.scope, table.counts()] as const;
type Shown = ReturnType<typeof shownTo>;
const inOrder = ([{ id: one }]: Shown, [{ id: other }]: Shown) =>
  one < other ? -1 : one > other ? 1 : 0;

const population = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  count: fc.integer({ min: 0, max: 60 }),
});

test("a municipality's tables are the same from rows, from coarse rows and from its own counts", async () => {
  await fc.assert(
    fc.asyncProperty(population, async ({ seed, count }) => {
      const cases = plausibleCases(count, seed);
      const rows = await nationOf([await delivered(cases, "rows")]);
      assert.deepEqual(await nationOf([await delivered(cases, "coarse-rows")]), rows);
      assert.deepEqual(await nationOf([await delivered(cases, "counts")]), rows);
    }),
    { numRuns: 8 },
  );
});

test("a nation counted of parts, each at its own level, is the nation counted at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(population, { minLength: 2, maxLength: 3 }), async (parts) => {
      const sources = parts.map(({ seed, count }) => plausibleCases(count, seed));
      const whole = await nationOf(
        await Promise.all(sources.map((each) => delivered(each, "rows"))),
      );
      const levels: readonly DeliveryLevel[] = ["counts", "coarse-rows", "counts"];
      const mixed = await Promise.all(
        sources.map((each, at) => delivered(each, levels[at] ?? "rows")),
      );
      assert.deepEqual((await nationOf(mixed)).nation, whole.nation);
    }),
    { numRuns: 8 },
  );
});
