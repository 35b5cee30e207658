import assert from "node:assert/strict";
import { test } from "node:test";
import type { Variable } from "#codebook";
import { keyOfCodes } from "../nation/tally.ts";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import type { CountedPlace } from "./counted-places.ts";
import { describeCell, keyOfCells, subjectOfCells } from "./describe-cell.ts";
import type { KnownBlock } from "./known-blocks.ts";
import { placedRegions } from "./placed-region.ts";
import type { QuestionCells } from "./question-cells.ts";
import { cellsOf } from "./route-cells.ts";
import { SetBuilder } from "./set-builder.ts";

const [nation] = placedRegions(
  { id: "n", name: "n", guard: "nation" },
  [],
  [
    { id: "A", name: "A" },
    { id: "B", name: "B" },
  ],
);
const each = Int32Array.of(4, 6);
const blocks = [1, 2, 3, 4, 98].map((code): KnownBlock => ({ cells: [code], shares: each }));

/** Which cells count those with these codes, when the rows are these; and what that takes beside them. */
function found(
  codes: readonly number[],
  rows: readonly (readonly number[])[],
  { id = "severity", known = blocks, together = [] as readonly (readonly number[])[] } = {},
) {
  assert.ok(nation);
  const builder = new SetBuilder([nation]);
  const question = tinyCodebook.variables.find((variable) => variable.id === id) as Variable;
  const tables = [{ specification: { id: "t" }, by: null }];
  const spot = { population: "started", among: "", table: "t", question } as const;
  const add = (cells: readonly number[]) =>
    builder.cell(
      describeCell(nation, spot, keyOfCells(cells), subjectOfCells(id, cells)),
      each.map((count) => count * cells.length),
    );
  const parts = rows.map((cells) => ({ cells, cell: add(cells) }));
  const cells = cellsOf(
    builder,
    nation,
    {
      place: { ...spot, domain: new Map(), tables } as unknown as CountedPlace,
      parts,
      sums: new Map(together.map((set) => [keyOfCodes(set), add(set)])),
      blocks: known,
    } as unknown as QuestionCells,
    codes,
  );
  const { set, counts } = builder.counted();
  const nameOf = (cell: number) => `${set.cells[cell]?.id.split(":").at(-1)} ${counts[cell]}`;
  return {
    cells: cells?.map(nameOf),
    parted: set.relations.map(({ terms }) => terms.map(({ cell }) => nameOf(cell)).join(" − ")),
    tables: new Set(set.cells.map(({ table }) => table)),
  };
}

test("who gave an answer is its row, several answers' are theirs, or what counts them together", () => {
  const rows = [[1], [2], [3, 4]];
  assert.deepEqual(found([2], rows).cells, ["=2 10"]);
  assert.deepEqual(found([1, 3, 4], rows).cells, ["=1 10", "=3,4 20"]);
  assert.deepEqual(found([1, 2], rows, { together: [[1, 2]] }).cells, ["=1,2 20"]);
  assert.deepEqual(found([1, 3, 4], rows).parted, []);
});

test("a row that takes them together with others is parted for it, and no other is", () => {
  const { cells, parted, tables } = found([1, 3], [[1], [2], [3, 4], [98]]);
  assert.deepEqual(cells, ["=1 10", "=3 10"]);
  assert.deepEqual(parted, ["=3,4 20 − =3 10 − =4 10"]);
  assert.deepEqual([...tables], ["t"]);
});

test("where it was not counted so finely nobody can tell", () => {
  const known = [{ cells: [3, 4], shares: each }];
  assert.equal(found([3], [[1], [3, 4]], { known }).cells, undefined);
});

test("who made one of several choices may have made others: only what counts them together counts them", () => {
  assert.equal(found([1], [[1], [2]], { id: "help" }).cells, undefined);
  assert.deepEqual(found([1], [[1], [2]], { id: "help", together: [[1]] }).cells, ["=1 10"]);
});
