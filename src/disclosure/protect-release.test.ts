import assert from "node:assert/strict";
import { test } from "node:test";
import { protectRelease, type ReleaseToProtect, type SafeTable } from "./index.ts";
import {
  countedBoth,
  type Said,
  times,
  tinyCodebook,
  tinySpecifications,
} from "./testing/tiny-nation.ts";
import { tinyAreas, tinyParticipants } from "./testing/tiny-release.ts";

const said: readonly Said[] = tinyParticipants.flatMap(({ id: of }, index) =>
  [1, 2].flatMap((sex) =>
    [1, 2, 3, 4].flatMap((severity) =>
      times(6 + 5 * ((index + severity) % 3), {
        of,
        sex,
        isBegun: true,
        honour: 1 + (severity % 2),
        severity,
        left: sex === 1 ? 1 : undefined,
        help: severity < 3 ? [1, 2] : [3],
      }),
    ),
  ),
);

async function order(changes: Partial<ReleaseToProtect> = {}): Promise<ReleaseToProtect> {
  const { tables, own } = await countedBoth(said);
  return {
    codebook: tinyCodebook,
    specifications: tinySpecifications,
    nation: tables,
    municipalities: own,
    participants: tinyParticipants,
    areas: tinyAreas,
    ...changes,
  };
}

async function codesOf(changes: Partial<ReleaseToProtect>): Promise<readonly string[]> {
  const outcome = protectRelease(await order(changes));
  return outcome.kind === "refused" ? outcome.problems.map(({ code }) => code) : ["done"];
}

function numbersIn({ counts }: SafeTable): readonly (number | null)[] {
  if (counts.kind === "cases") return [counts.cases];
  const base = Object.values(counts.base);
  if (counts.kind === "frequencies") return [...base, ...counts.rows.map(({ count }) => count)];
  const part = counts.kind === "share" ? counts.numerator : counts.total;
  return [...base, part, counts.denominator];
}

test("areas and municipalities are told as far as nobody is given away", async () => {
  const outcome = protectRelease(await order());
  assert.ok(outcome.kind === "done");
  const { tables, counted, hidden } = outcome.value;
  const levels = new Set(
    tables.map(({ scope }) => (scope.kind === "region" ? scope.level : scope.kind)),
  );
  assert.deepEqual([...levels], ["nation", "area", "municipality"]);
  for (const table of tables) {
    for (const number of numbersIn(table))
      assert.ok(number === null || number === 0 || number >= 5);
  }
  assert.ok(counted.set.cells.every(({ role }, cell) => role !== "never" || hidden[cell] === 1));
  const below = tables.filter(({ scope }) => scope.kind === "region");
  const shown = below.flatMap(numbersIn).filter((number) => number !== null);
  assert.ok(shown.length > 50);
});

function question(id: string) {
  const found = tinyCodebook.variables.find((each) => each.id === id);
  assert.ok(found);
  return found;
}

test("every number of a region is a cell of the set that is not hidden", async () => {
  const outcome = protectRelease(await order());
  assert.ok(outcome.kind === "done");
  const { tables, counted, hidden } = outcome.value;
  for (const { scope, specification, counts } of tables) {
    if (scope.kind !== "region" || counts.kind !== "frequencies") continue;
    for (const { codes, count } of counts.rows) {
      const { options } = question(specification.id);
      const at = counted.set.cells.findIndex(({ region, subject, among }) => {
        if (region !== scope.code || among !== "" || !("variable" in subject)) return false;
        if (subject.variable !== specification.id) return false;
        // All options as one row are the valid answers.
        if (codes.length === options.length) {
          return subject.kind === "chain" && subject.step === "valid";
        }
        return subject.kind === "answer" && subject.codes.join() === codes.join();
      });
      if (count === null) continue;
      assert.equal(hidden[at], 0);
      assert.equal(counted.counts[at], count);
    }
  }
});

test("a share is told with its denominator or not at all", async () => {
  const outcome = protectRelease(await order());
  assert.ok(outcome.kind === "done");
  for (const { counts } of outcome.value.tables) {
    if (counts.kind === "share")
      assert.equal(counts.numerator === null, counts.denominator === null);
    if (counts.kind === "mean-distinct")
      assert.equal(counts.total === null, counts.denominator === null);
  }
});

test("of a running round only the nation is told", async () => {
  const outcome = protectRelease(await order({ interim: true }));
  assert.ok(outcome.kind === "done");
  assert.ok(outcome.value.tables.every(({ scope }) => scope.kind === "nation"));
});

test("a municipality in no area, and an area of two, are refused by name", async () => {
  const [north, south] = tinyAreas;
  assert.ok(north && south);
  assert.deepEqual(
    await codesOf({ areas: [north] }),
    Array(3).fill("protect-municipality-without-area"),
  );
  const two = { ...south, municipalities: ["9004", "9005"] };
  assert.deepEqual(await codesOf({ areas: [north, two] }), [
    "protect-municipality-without-area",
    "protect-area-too-small",
  ]);
});

test("a codebook that does not say how answers are merged is refused", async () => {
  const variables = tinyCodebook.variables.map((each) =>
    each.id === "severity" ? { ...each, collapse: [] } : each,
  );
  const codebook = { ...tinyCodebook, variables };
  assert.deepEqual(await codesOf({ codebook }), ["protect-no-collapse-order"]);
});

test("a crossing below the nation is refused", async () => {
  const crossed = tinySpecifications
    .filter(({ measure }) => measure.kind === "crossing")
    .map((each) => ({ ...each, level: "municipality" as const }));
  const specifications = [...tinySpecifications, ...crossed];
  assert.deepEqual(await codesOf({ specifications }), ["protect-crosses-too-much"]);
});

test("what was counted for a release cannot be written as JSON by mistake", async () => {
  const found = protectRelease(await order());
  assert.ok(found.kind === "done");
  const { tables: _, ...beside } = found.value;
  assert.throws(() => JSON.stringify(beside), /shown to nobody/);
  assert.throws(() => JSON.stringify(found.value), /a safe table/);
});
