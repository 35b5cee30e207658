import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CellSubject, CountedSet, LinkedCell } from "../linked/linked-cells.ts";
import { answerCell, releaseWith } from "../testing/given-ledger.ts";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import { isOfEarlier, withEarlier } from "./difference-cells.ts";
import type { LedgerCell } from "./ledger.ts";
import { ledgerCells } from "./ledger-cells.ts";

type Now = readonly [cell: LedgerCell, own?: number, role?: LinkedCell["role"]];

/** The nation's cells as a set; `own`: how many of each are one municipality's. */
function setOf(...cells: readonly Now[]): CountedSet {
  return {
    set: {
      regions: [
        { id: "nation", level: "nation", name: "Riket", parents: [] },
        { id: "9001", level: "municipality", name: "Ett", parents: ["nation"] },
      ],
      cells: cells.map(([{ count: _, ...cell }, , role = "told"]) => ({ ...cell, role, worth: 1 })),
      relations: [],
    },
    counts: Int32Array.from(cells, ([{ count }]) => count ?? 0),
    participants: [
      { region: "9001", own: new Map(cells.flatMap(([, own], at) => (own ? [[at, own]] : []))) },
    ],
  };
}

const severity = (codes: readonly number[], count: number | null) =>
  answerCell("severity", codes, count);
const about = (subject: CellSubject, count: number | null): LedgerCell =>
  answerCell("severity", [], count, { id: JSON.stringify(subject), subject });

/** What came between: of each change its size, and whether it has grown. */
function changes(now: CountedSet, before: readonly LedgerCell[]) {
  const { set, counts } = withEarlier(now, [releaseWith("one", before)], tinyCodebook);
  return set.relations.map(({ kind, terms }) => {
    assert.equal(kind, "round");
    assert.equal(
      sumOf(terms, (cell) => counts[cell] ?? 0),
      0,
    );
    const { cell, factor } = terms.find(
      (each) => set.cells[each.cell]?.guard === "few" && set.cells[each.cell]?.role === "never",
    ) ?? {
      cell: -1,
      factor: 0,
    };
    return { size: counts[cell], hasGrown: factor < 0 };
  });
}

function sumOf(
  terms: readonly { readonly cell: number; readonly factor: number }[],
  amount: (cell: number) => number,
): number {
  return terms.reduce((sum, { cell, factor }) => sum + factor * amount(cell), 0);
}

test("what has come since an interim publication is a guarded cell", () => {
  const now = setOf([severity([1], 14)]);
  assert.deepEqual(changes(now, [severity([1], 12)]), [{ size: 2, hasGrown: true }]);
  const { set } = withEarlier(now, [releaseWith("one", [severity([1], 12)])], tinyCodebook);
  const [old, since] = set.cells.slice(1);
  assert.deepEqual([old?.role, old?.guard, old?.region], ["told", "none", "nation"]);
  assert.deepEqual([since?.role, since?.guard, since?.region], ["never", "few", "nation"]);
  assert.ok(set.cells.slice(1).every(isOfEarlier));
});

test("rows that were merged otherwise are compared in what both know", () => {
  const apart = setOf([severity([3], 6)], [severity([4], 5)]);
  assert.deepEqual(changes(apart, [severity([4, 3], 8)]), [{ size: 3, hasGrown: true }]);
  const together = setOf([severity([1, 2], 23)]);
  assert.deepEqual(changes(together, [severity([1], 10), severity([2], 10)]), [
    { size: 3, hasGrown: true },
  ]);
});

test("a row that has swallowed one that was told tells of what it was joined with", () => {
  assert.deepEqual(
    changes(setOf([severity([1, 2], 23)]), [severity([1], 20), severity([2], null)]),
    [{ size: 3, hasGrown: true }],
  );
});

test("steps of the chain and answers are compared where they are the same cases", () => {
  const valid = about({ kind: "chain", variable: "severity", step: "valid" }, 41);
  const rows = [severity([1, 2], 20), severity([3], 9), severity([4], 9)];
  assert.deepEqual(changes(setOf([valid]), rows), [{ size: 3, hasGrown: true }]);
});

test("a count that has shrunk through corrections is guarded by what has gone", () => {
  assert.deepEqual(changes(setOf([severity([1], 9)]), [severity([1], 12)]), [
    { size: 3, hasGrown: false },
  ]);
});

test("several choices cannot be added", () => {
  const help = (codes: readonly number[], count: number) => answerCell("help", codes, count);
  const now = setOf([help([1], 9)], [help([2], 9)]);
  assert.deepEqual(changes(now, [help([1, 2], 17)]), []);
  assert.deepEqual(changes(now, [help([2], 7)]), [{ size: 2, hasGrown: true }]);
});

test("what was hidden, told of others, or is told by no table is compared with nothing", () => {
  const now = setOf([severity([1], 14)], [severity([2], 7), 0, "never"]);
  const elsewhere = [
    severity([1], null),
    severity([2], 6),
    answerCell("severity", [1], 12, { among: "men" }),
    answerCell("severity", [1], 12, { population: "closed" }),
    answerCell("severity", [1], 12, { region: "9001" }),
    answerCell("honour", [1], 12),
  ];
  assert.deepEqual(changes(now, elsewhere), []);
});

function restFor(count: number, own: number, before: number, ownBefore?: number) {
  const now = setOf([severity([1], count), own]);
  const one = [releaseWith("one", [severity([1], before)])];
  const counted = withEarlier(now, one, tinyCodebook, () => ownBefore);
  return (counted.counts[2] ?? 0) - (counted.participants[0]?.own.get(2) ?? 0);
}

test("a participant subtracts its own change; where that is unknown, the worst it could be", () => {
  assert.equal(restFor(30, 8, 20, 1), 3);
  assert.equal(restFor(30, 8, 20, 8), 10);
  assert.equal(restFor(30, 8, 20), 2);
  assert.equal(restFor(30, 2, 20), 8);
  assert.equal(restFor(30, 20, 20), 1);
  assert.equal(restFor(20, 8, 20), 0);
  assert.equal(restFor(15, 8, 20), 1);
});

test("the ledger keeps what tables tell and hide, nothing of earlier ones and no difference", () => {
  const now = setOf(
    [severity([1], 14)],
    [severity([2], 3), 0, "may"],
    [severity([3], 7), 0, "never"],
  );
  const { set } = withEarlier(now, [releaseWith("one", [severity([1], 12)])], tinyCodebook);
  const kept = ledgerCells(set, (place) => (place === 0 ? 14 : null));
  assert.deepEqual(kept, [severity([1], 14), severity([2], null)]);
});

const rows = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 })
  .map((blocks) => [0, 1, 2, 3].map((b) => [1, 2, 3, 4].filter((_, at) => blocks[at] === b)))
  .map((blocks) => blocks.filter(({ length }) => length > 0));

test("however rows were merged before and now, every equation holds, for participants too", () => {
  const counts = fc.array(fc.nat(40), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(rows, rows, counts, counts, fc.nat(10), (blocks, earlier, many, few, own) => {
      const of = (codes: readonly number[], each: readonly number[]) =>
        codes.reduce((sum, code) => sum + (each[code - 1] ?? 0), 0);
      const now = setOf(
        ...blocks.map((codes): Now => {
          const count = of(codes, many);
          return [severity(codes, count), Math.min(own, count)];
        }),
      );
      const before = earlier.map((codes) => severity(codes, of(codes, few)));
      const all = withEarlier(now, [releaseWith("one", before)], tinyCodebook);
      assert.ok(all.counts.every((each) => each >= 0));
      for (const { terms } of all.set.relations) {
        assert.equal(
          sumOf(terms, (cell) => all.counts[cell] ?? 0),
          0,
        );
        const share = all.participants[0]?.own;
        assert.equal(
          sumOf(terms, (cell) => share?.get(cell) ?? 0),
          0,
        );
      }
      // Where the one is as fine as the other or finer, nothing that was told is left uncompared.
      const isFiner = earlier.every((codes) =>
        blocks.every(
          (block) =>
            block.every((each) => codes.includes(each)) ||
            !block.some((each) => codes.includes(each)),
        ),
      );
      if (isFiner) assert.equal(all.set.relations.length, earlier.length);
    }),
  );
});
