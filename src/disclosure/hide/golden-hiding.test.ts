/**
 * What is hidden in a hundred random releases, cell by cell, as it was reviewed: the documented order
 * chooses, and a change of what it chooses is a change of what readers see. After a change on purpose:
 * `node --test --test-update-snapshots src/disclosure/hide/golden-hiding.test.ts`, and read it: no more
 * may be hidden than before without a reason.
 */
import { join } from "node:path";
import { test } from "node:test";
import { seededRandomness } from "#kernel";
import { randomLinkedSet } from "../testing/random-linked-set.ts";
import { hide } from "./hide.ts";
import type { HiddenInTable } from "./hide-report.ts";

const golden = join(import.meta.dirname, "golden/hidden-cells.txt");

test("in a hundred random releases the same cells are hidden as were reviewed", (context) => {
  const lines = Array.from({ length: 100 }, (_, seed) => hiddenIn(seed)).flat();
  context.assert.fileSnapshot(`${lines.join("\n")}\n`, golden, { serializers: [String] });
});

function hiddenIn(seed: number): readonly string[] {
  const counted = randomLinkedSet(seededRandomness(seed));
  const outcome = hide(counted);
  if (outcome.kind === "refused") {
    return [`${seed}: refused`, ...outcome.problems.map(({ code, at }) => `  ${code} ${at}`)];
  }
  const { hidden, report } = outcome.value;
  const names = counted.set.cells.flatMap(({ id, role }, cell) =>
    role === "may" && hidden[cell] === 1 ? [id] : [],
  );
  return [`${seed}: ${names.join(" ")}`, ...report.tables.map(inWords)];
}

function inWords({ level, table, cells, guarded, besides, keptBy, leastWidth }: HiddenInTable) {
  const kept = Object.entries(keptBy).flatMap(([by, count]) =>
    count > 0 ? [`${by} ${count}`] : [],
  );
  const width = leastWidth === undefined ? "" : `, least ${leastWidth}`;
  return `  ${level} ${table}: ${guarded} + ${besides} of ${cells}; ${kept.join(", ")}${width}`;
}
