import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Said } from "../testing/tiny-nation.ts";
import { countedBoth, times, tinyCodebook, tinySpecifications } from "../testing/tiny-nation.ts";
import { countOf, linkedOf, tinyLinked, tinyParticipants } from "../testing/tiny-release.ts";
import type { CountedSet } from "./linked-cells.ts";

const codes = tinyParticipants.map(({ id }) => id);

/** Enough of everything in every municipality but the last. */
const plenty: readonly Said[] = codes.slice(0, 5).flatMap((of) =>
  [1, 2, 3].flatMap((sex) =>
    [1, 2, 99].flatMap((honour) =>
      [1, 2, 3, 4, 98, 99].flatMap((severity) =>
        times(5, {
          of,
          sex,
          isBegun: true,
          honour,
          severity,
          left: sex === 1 ? 1 + (severity % 2) : undefined,
          help: severity < 4 ? [1, 2] : severity === 4 ? [3] : 99,
        }).concat(times(2, { of, sex, isBegun: false })),
      ),
    ),
  ),
);

function assertHolds({ set, counts, participants }: CountedSet): void {
  assert.equal(new Set(set.cells.map(({ id }) => id)).size, set.cells.length);
  for (const { kind, terms } of set.relations) {
    const sum = terms.reduce((left, { cell, factor }) => left + factor * (counts[cell] ?? 0), 0);
    const ids = terms.map(({ cell, factor }) => `${factor} ${set.cells[cell]?.id}`);
    assert.equal(sum, 0, `${kind}: ${ids.join(", ")}`);
  }
  for (const { region, own } of participants) {
    const share = (cell: number) => own.get(cell) ?? 0;
    for (const { terms } of set.relations) {
      if (terms.some(({ cell }) => isElsewhere(set.cells[cell]?.region ?? "", region))) continue;
      assert.equal(
        terms.reduce((left, { cell, factor }) => left + factor * share(cell), 0),
        0,
      );
    }
  }
  for (const [cell, { id, region }] of set.cells.entries()) {
    const shares = participants.map(({ own }) => own.get(cell) ?? 0);
    assert.ok(
      shares.every((each) => each >= 0),
      id,
    );
    const sum = shares.reduce((all, each) => all + each, 0);
    assert.equal(sum, counts[cell], id);
    if (codes.includes(region)) {
      const at = participants.findIndex((each) => each.region === region);
      assert.equal(shares[at], counts[cell], id);
    }
  }
}

function isElsewhere(region: string, own: string): boolean {
  return codes.includes(region) && region !== own;
}

test("every equation holds for what was counted, and for each participant's own share", async () => {
  const { counted } = await tinyLinked(plenty);
  assertHolds(counted);
  assert.ok(counted.set.relations.length > 300);
});

test("the same number is the same in nation, area and municipality", async () => {
  const { counted } = await tinyLinked(plenty);
  // Two severe of six in nine groups of five, in five municipalities; the south has two of them.
  assert.equal(countOf(counted, "nation:started::severity:=4"), 225);
  assert.equal(countOf(counted, "north:started::severity:=4"), 135);
  assert.equal(countOf(counted, "south:started::severity:=4"), 90);
  assert.equal(countOf(counted, "9001:started::severity:=3,4"), 90);
  assert.equal(countOf(counted, "9006:started::severity:=3,4"), 0);
});

test("municipalities' rows are merged as far as the codebook goes, areas' are the nation's", async () => {
  const { tables } = await tinyLinked(plenty);
  const rows = (region: string) => {
    const table = tables.find(
      (each) => each.region.id === region && each.specification.id === "severity",
    );
    const counts = table?.fill(() => 5);
    assert.ok(counts?.kind === "frequencies");
    return counts.rows.map(({ codes }) => codes.join("+")).join(" ");
  };
  assert.equal(rows("north"), "1 2 3 4");
  assert.equal(rows("9001"), "1+2 3+4");
});

test("a routed question is for those with the answer that leads to it", async () => {
  const { counted } = await tinyLinked(plenty);
  const routes = counted.set.relations.filter(({ kind }) => kind === "route");
  const of = routes.map(({ terms }) => terms.map(({ cell }) => counted.set.cells[cell]?.id));
  assert.ok(
    of.some((ids) => ids.join() === "nation:started::left:eligible,nation:started::sex:=1"),
  );
  assert.ok(of.some((ids) => ids.join() === "9001:started::left:eligible,9001:started::sex:=1"));
});

test("all cases are those of a subgroup and the others", async () => {
  const { counted } = await tinyLinked(plenty);
  const others = "nation:started:sex=2:severity:=4 (not sex=2)";
  assert.equal(countOf(counted, others), 150);
  const columns = counted.set.cells.filter(({ among }) => among.startsWith("not honour=1 or"));
  assert.ok(columns.length > 0);
});

test("a guarded nought is let go where the nation tells that nobody gave the answer", async () => {
  const mild = plenty.map((said) => ((said.severity ?? 0) > 2 ? { ...said, severity: 2 } : said));
  const { counted } = await tinyLinked(mild);
  const cell = counted.set.cells.find(({ id }) => id === "north:started::severity:=3,4");
  assert.equal(cell?.guard, "few");
  assert.equal(cell?.role, "told");
});

test("where everybody that the question is for gave a valid answer, there is no number of those who did not", async () => {
  const answered = plenty.filter(({ isBegun, left }) => isBegun && left !== undefined);
  const without = "9001:started::left:=not begun,not answered,unplaced,97,98,99";
  assert.equal(countOf((await tinyLinked(answered)).counted, without), undefined);
  const some = answered.map((said) => (said.severity === 4 ? { ...said, left: 99 } : said));
  assert.equal(countOf((await tinyLinked(some)).counted, without), 15);
});

test("a row that would be few in most areas is merged with its neighbour in all of them", async () => {
  let seen = 0;
  const seldom = plenty.map((said) => {
    return said.severity === 4 && ++seen > 12 ? { ...said, severity: 3 } : said;
  });
  const { counted } = await tinyLinked(seldom);
  const ids = counted.set.cells.map(({ id }) => id);
  assert.ok(ids.includes("nation:started::severity:=4"));
  assert.ok(ids.includes("north:started::severity:=3,4"));
  assert.ok(!ids.includes("north:started::severity:=4"));
});

test("what an adversary must never learn is guarded at nobody too, below the nation", async () => {
  const { counted } = await tinyLinked(plenty);
  const at = (id: string) => counted.set.cells.find((cell) => cell.id === id);
  assert.equal(at("nation:started::severity:=4")?.guard, "few");
  assert.equal(at("north:started::severity:=4")?.guard, "few-or-none");
  assert.equal(at("north:started::sex:=1")?.guard, "few");
  const { whole } = at("9001:started::severity:=3,4") ?? {};
  assert.equal(
    whole === undefined ? "" : counted.set.cells[whole]?.id,
    "9001:started::severity:valid",
  );
});

/** With these tables and no others. */
async function linkedIn(said: readonly Said[], ...ids: readonly string[]) {
  const specifications = tinySpecifications.filter(({ id }) => ids.includes(id));
  return linkedOf(tinyCodebook, await countedBoth(said, specifications));
}

test("below the nation each region has its tables: of all cases, none of groups or columns", async () => {
  const { tables } = await tinyLinked(plenty);
  const idsIn = (region: string) =>
    tables.filter((each) => each.region.id === region).map(({ specification }) => specification.id);
  const all = ["cases", "very-severe", "some-help", "helps-per-case", "severity", "help"];
  const told = [...all, "is-man", "sex", "honour", "left"];
  assert.deepEqual(idsIn("north"), told);
  assert.deepEqual(idsIn("9006"), told);
  assert.deepEqual(idsIn("nation"), []);
});

test("what the nation does not tell is not told below it", async () => {
  const few = plenty.slice(0, 4);
  assert.deepEqual((await tinyLinked(few)).tables, []);
  const some = await linkedIn(plenty.slice(0, 30), "cases", "severity", "men:cases");
  assert.deepEqual(
    some.tables
      .filter(({ region }) => region.id === "9001")
      .map(({ specification }) => specification.id),
    ["cases", "severity"],
  );
});

test("a question that only an indicator tells of has its part, and what that leaves of the valid", async () => {
  const { counted } = await linkedIn(plenty, "cases", "very-severe");
  assertHolds(counted);
  assert.equal(countOf(counted, "nation:started::severity:=4"), 225);
  assert.equal(countOf(counted, "nation:started::severity:=1,2,3"), 675);
  assert.equal(countOf(counted, "nation:started::severity:=3"), undefined);
});

test("how many cases there are is told by a question for all, where no table counts them", async () => {
  const { counted } = await linkedIn(plenty, "sex", "men:severity");
  assertHolds(counted);
  assert.equal(countOf(counted, "nation:started:::cases"), plenty.length);
  assert.equal(countOf(counted, "nation:started:sex=2::cases"), plenty.length / 3);
  assert.equal(countOf(counted, "9001:started:::cases"), plenty.length / 5);
});

test("whatever tables are asked for, every equation holds", async () => {
  const { tables, own } = await countedBoth(plenty);
  const ids = fc.subarray(
    tinySpecifications.map(({ id }) => id),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(ids, (asked) => {
      const isAsked = ({ specification }: (typeof tables)[number]) =>
        asked.includes(specification.id);
      const some = { tables: tables.filter(isAsked), own: own.filter(isAsked) };
      assertHolds(linkedOf(tinyCodebook, some).counted);
    }),
    { numRuns: 15 },
  );
});

test("what there is does not depend on how many there are", async () => {
  const structure = ({ set }: CountedSet) => JSON.stringify(set);
  const { counted } = await tinyLinked(plenty);
  const more = plenty.concat(
    plenty.filter(({ of }) => of !== "9001"),
    plenty.slice(0, 100),
  );
  assert.equal(structure((await tinyLinked(more)).counted), structure(counted));
});

test("whatever is said, every equation holds and no cell has fewer than none", async () => {
  const said = fc.record({
    of: fc.constantFrom(...codes),
    sex: fc.constantFrom(1, 2, 3),
    isBegun: fc.boolean(),
    honour: fc.constantFrom(1, 2, 99),
    severity: fc.constantFrom(1, 2, 3, 4, 98, 99),
    left: fc.constantFrom(1, 2, 99),
    help: fc.constantFrom([1], [2], [1, 2], [1, 2, 3], 99),
    times: fc.integer({ min: 1, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 25 }), async (groups) => {
      const all = groups.flatMap(({ times: count, of, sex, isBegun, ...answers }) =>
        times(count, isBegun ? { of, sex, isBegun, ...answers } : { of, sex, isBegun }),
      );
      assertHolds((await tinyLinked(all)).counted);
    }),
    { numRuns: 25 },
  );
});
