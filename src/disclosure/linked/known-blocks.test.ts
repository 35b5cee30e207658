import assert from "node:assert/strict";
import { test } from "node:test";
import type { Variable } from "#codebook";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import type { CountedPlace } from "./counted-places.ts";
import { keyOfCells } from "./describe-cell.ts";
import { type KnownBlock, knownBlocks, less, more, sharesIn } from "./known-blocks.ts";

const shares = (...each: readonly number[]) => Int32Array.from(each);

/** Two participants: 50 and 60 cases are eligible, 40 and 50 asked, 30 and 45 answered, 20 and 40 valid. */
function place(id: string, more: Partial<CountedPlace>): CountedPlace {
  return {
    question: tinyCodebook.variables.find((each) => each.id === id) as Variable,
    ...{ population: "started", domain: new Map(), among: "", tables: [], total: undefined },
    base: {
      eligible: shares(50, 60),
      asked: shares(40, 50),
      answered: shares(30, 45),
      valid: shares(20, 40),
    },
    byCode: undefined,
    together: new Map(),
    ...more,
  };
}

const together = (...sets: readonly (readonly number[])[]) =>
  new Map(sets.map((codes) => [codes.join(" "), { codes, shares: shares(codes.length, 7) }]));

function said(blocks: readonly KnownBlock[]): readonly string[] {
  return blocks.map(({ cells, shares }) => `${keyOfCells(cells)} ${[...shares].join("+")}`);
}

test("with rows every answer is known by itself, and so is each reason for none", () => {
  const byCode = new Map([
    ...[1, 2, 3].map((code) => [code, shares(code, 10)] as const),
    ...[97, 98, 99].map((code) => [code, shares(code - 96, 1)] as const),
  ]);
  assert.deepEqual(said(knownBlocks(place("severity", { byCode }), shares(70, 60))), [
    ...["=1 1+10", "=2 2+10", "=3 3+10", "=4 0+0"],
    ...["=97 1+1", "=99 3+1", "=unplaced 6+3", "=98 2+1", "=not answered 8+4"],
    ...["=not eligible 20+0", "=not begun 10+10"],
  ]);
});

test("without rows it is known what was counted together, and what that leaves", () => {
  const outer = ["=unplaced,97,99 10+5", "=not answered,98 10+5", "=not begun 10+10"];
  const of = (...sets: readonly (readonly number[])[]) =>
    said(knownBlocks(place("severity", { together: together(...sets) }), undefined));
  assert.deepEqual(of(), ["=1,2,3,4 20+40", ...outer]);
  assert.deepEqual(of([4]), ["=4 1+7", "=1,2,3 19+33", ...outer]);
  assert.deepEqual(of([3, 4], [4], [1]), ["=3,4 2+7", "=1 1+7", "=2 17+26", ...outer]);
  assert.deepEqual(of([3, 4], [1, 2]), ["=3,4 2+7", "=1,2 2+7", ...outer]);
});

test("of several choices all who chose anything are one", () => {
  const byCode = new Map([1, 97, 98, 99].map((code) => [code, shares(1, 1)] as const));
  assert.equal(said(knownBlocks(place("help", { byCode }), undefined))[0], "=chosen 20+40");
});

test("a number is known where its cells are whole blocks", () => {
  const blocks = [
    { cells: [1], shares: shares(1, 2) },
    { cells: [2, 3], shares: shares(5, 7) },
    { cells: [98], shares: shares(9, 9) },
  ];
  const of = (...cells: readonly number[]) => {
    const found = sharesIn(blocks, cells);
    return found && [...found];
  };
  assert.deepEqual(
    [of(1), of(2, 3), of(1, 2, 3)],
    [
      [1, 2],
      [5, 7],
      [6, 9],
    ],
  );
  assert.deepEqual([of(2), of(1, 3), of()], [undefined, undefined, undefined]);
});

test("shares are taken away and added one by one", () => {
  assert.deepEqual([...less(shares(9, 8), shares(1, 2), shares(3, 3))], [5, 3]);
  assert.deepEqual([...more(shares(9, 8), shares(1, 2))], [10, 10]);
});
