import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Amount, amountOf, isSafe } from "../nation/amount.ts";
import { allCells, type Cell, otherCells } from "../nation/cells.ts";
import { collapse } from "../nation/collapse.ts";
import type { Block, Partition } from "../nation/partition.ts";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import { blocksBefore, isSafeAfter, type ToldBefore } from "./blocks-before.ts";

const question = tinyCodebook.variables.find(({ id }) => id === "severity");
const all = question ? allCells(question) : [];

test("blocks are as fine as what was told, and their counts follow from it", () => {
  const told = [
    { cells: [1, 2, 3, 4], count: 30 },
    { cells: [1], count: 10 },
    { cells: [2], count: 9 },
  ];
  assert.deepEqual(blocksBefore([1, 2, 3, 4, 99], told), [
    { cells: [1], count: 10, isTold: true },
    { cells: [2], count: 9, isTold: true },
    { cells: [3, 4], count: 11, isTold: true },
    { cells: [99], count: undefined, isTold: false },
  ]);
});

const before = blocksBefore(
  [1, 2, 3, 4],
  [
    { cells: [1, 2], count: 20 },
    { cells: [3], count: 10 },
    { cells: [4], count: 10 },
  ],
);
const now =
  (counts: readonly number[], own: readonly number[] = []) =>
  (cells: readonly Cell[]): Amount => {
    const of = (each: readonly number[]) =>
      cells.reduce((sum, code) => sum + (each[code - 1] ?? 0), 0);
    return amountOf(of(counts), own.length > 0 ? [of(own)] : []);
  };

test("a block may be told when nobody has come to it, or five", () => {
  assert.ok(isSafeAfter([3], before, now([15, 15, 10, 10])));
  assert.ok(isSafeAfter([3], before, now([15, 15, 15, 10])));
  assert.ok(!isSafeAfter([3], before, now([15, 15, 12, 10])));
  assert.ok(isSafeAfter([3, 4], before, now([15, 15, 12, 13])));
});

test("rows that come apart are safe when the row that they were is", () => {
  assert.ok(isSafeAfter([1], before, now([15, 15, 10, 10])));
  assert.ok(!isSafeAfter([1], before, now([15, 8, 10, 10])));
});

test("a block that cuts one that was told is not: what is left of both would follow", () => {
  assert.ok(!isSafeAfter([2, 3], before, now([30, 30, 30, 30])));
});

test("a participant that may have brought all that is new leaves five", () => {
  assert.ok(!isSafeAfter([3], before, now([15, 15, 18, 10], [0, 0, 4, 0])));
  assert.ok(isSafeAfter([3], before, now([15, 15, 18, 10], [0, 0, 3, 0])));
  assert.ok(isSafeAfter([3], before, now([15, 15, 10, 10], [0, 0, 4, 0])));
});

/** Per cell: how many there were first, and how many come before each publication after that. */
type Course = { readonly first: readonly number[]; readonly comes: readonly (readonly number[])[] };

const many = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 }));
const perCell = fc.array(many, { minLength: all.length, maxLength: all.length });
const courses = fc.record<Course>({
  first: perCell,
  comes: fc.array(perCell, { minLength: 1, maxLength: 2 }),
});

type Published = { readonly partition: Partition; readonly count: (cells: Block) => number };

/** Each publication merged by what the nation's engine asks of a block, and by those before it. */
function publishedBy({ first, comes }: Course): readonly Published[] {
  const published: Published[] = [];
  let counts = first;
  for (const more of [[], ...comes]) {
    counts = counts.map((each, at) => each + (more[at] ?? 0));
    const current = counts;
    const count = (cells: Block) =>
      cells.reduce((sum, cell) => sum + (current[all.indexOf(cell)] ?? 0), 0);
    const amount = (cells: Block) => amountOf(count(cells), []);
    const earlier = published.map((each) => blocksBefore(all, toldOf(each)));
    const partition = collapse(
      all.map((cell) => [cell]),
      {
        groups: question?.collapse ?? [],
        kept: [],
        sacred: 100,
        isSafe: (cells) =>
          isSafe(amount(cells)) && earlier.every((each) => isSafeAfter(cells, each, amount)),
        size: count,
      },
    );
    published.push({ partition, count });
  }
  return published;
}

/** A single block of all: nothing is told. */
function toldOf({ partition, count }: Published): readonly ToldBefore[] {
  return partition.length === 1 ? [] : partition.map((cells) => ({ cells, count: count(cells) }));
}

function unionsOf(partition: Partition): readonly Block[] {
  let found: readonly Block[] = [[]];
  for (const block of partition) found = [...found, ...found.map((each) => [...each, ...block])];
  return found;
}

test("whoever subtracts what was told earlier in a round from what is told now finds no group of one to four", () => {
  let compared = 0;
  fc.assert(
    fc.property(courses, (course) => {
      const published = publishedBy(course).filter(({ partition }) => partition.length > 1);
      for (const [at, late] of published.entries()) {
        for (const early of published.slice(0, at)) {
          for (const some of unionsOf(late.partition)) {
            const inside = early.partition.filter((block) =>
              block.every((cell) => some.includes(cell)),
            );
            for (const other of unionsOf(inside)) {
              const left = late.count(some) - early.count(other);
              assert.ok(left === 0 || left >= 5, `${some} now less ${other} then: ${left}`);
              compared++;
            }
          }
        }
      }
    }),
    { numRuns: 150 },
  );
  assert.ok(compared > 1000);
});

test("a count that has shrunk is merged with others until it has not", () => {
  const shrunk = (cells: Block) =>
    amountOf(
      cells.reduce((sum, cell) => sum + ({ 1: 8, 2: 30 }[cell] ?? 0), 0),
      [],
    );
  const told = blocksBefore(
    [1, 2, otherCells.notAnswered],
    [
      { cells: [1], count: 10 },
      { cells: [2], count: 20 },
    ],
  );
  assert.ok(!isSafeAfter([1], told, shrunk));
  assert.ok(isSafeAfter([1, 2], told, shrunk));
});
