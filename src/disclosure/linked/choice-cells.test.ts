import assert from "node:assert/strict";
import { test } from "node:test";
import type { Variable } from "#codebook";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import { choiceCells } from "./choice-cells.ts";
import type { CountedPlace } from "./counted-places.ts";
import { describeCell } from "./describe-cell.ts";
import { placedRegions } from "./placed-region.ts";
import { SetBuilder } from "./set-builder.ts";

const [nation] = placedRegions(
  { id: "n", name: "n", guard: "nation" },
  [],
  [{ id: "A", name: "A" }],
);
const help = tinyCodebook.variables.find(({ id }) => id === "help") as Variable;
const shares = (each: number) => Int32Array.of(each);

/** Fifty who chose, of three options; cells by the end of their ids, with their counts. */
function chosen(
  choices: readonly (readonly number[])[],
  {
    total,
    hasTotal = total !== undefined,
    alone = [],
    counts: { "1 2": either } = { "1 2": 44 },
  }: {
    counts?: { readonly "1 2": number };
    total?: number;
    hasTotal?: boolean;
    alone?: readonly number[];
  } = {},
) {
  assert.ok(nation);
  const builder = new SetBuilder([nation]);
  const options = help.options.map((option) =>
    alone.includes(option.code) ? { ...option, exclusive: true } : option,
  );
  const question = { ...help, options } as Variable;
  const spot = { population: "started", among: "", table: "help", question } as const;
  const describe = (key: string, subject: Parameters<typeof describeCell>[3], whole?: number) =>
    describeCell(nation, spot, key, subject, whole);
  const valid = builder.cell(
    describe("valid", { kind: "chain", variable: "help", step: "valid" }),
    shares(50),
  );
  const place: CountedPlace = {
    ...{ population: "started", question, domain: new Map(), among: "", tables: [] },
    base: { eligible: shares(60), asked: shares(55), answered: shares(52), valid: shares(50) },
    byCode: new Map([
      [1, shares(30)],
      [2, shares(20)],
      [3, shares(10)],
    ]),
    together: new Map([["1 2", { codes: [1, 2], shares: shares(either) }]]),
    total: total === undefined ? undefined : shares(total),
  };
  const found = choiceCells(
    builder,
    place,
    { parts: [], sums: [], choices, hasTotal },
    {
      ...{ describe, valid },
      here: (all) => all,
    },
  );
  const { set, counts } = builder.counted();
  const nameOf = (cell: number) => set.cells[cell]?.id.split(":").at(-1) ?? "";
  return {
    cells: Object.fromEntries(set.cells.map((_, cell) => [nameOf(cell), counts[cell]])),
    relations: set.relations.map(({ terms }) =>
      terms.map(({ cell, factor }) => `${factor > 0 ? "+" : "−"}[${nameOf(cell)}]`).join(" "),
    ),
    sums: [...found.sums].map(([key, cell]) => `${key}: ${nameOf(cell)}`),
    none: [...(found.none ?? [])].map(([key, cell]) => `${key}: ${nameOf(cell)}`),
    total: found.total === undefined ? undefined : nameOf(found.total),
  };
}

test("every option has its complement among those who chose", () => {
  assert.deepEqual(chosen([[1], [1]]), {
    cells: { valid: 50, "=1": 30, "none 1": 20 },
    relations: ["+[valid] −[=1] −[none 1]"],
    sums: ["1: =1"],
    none: ["1: none 1"],
    total: undefined,
  });
});

test("what is counted neither by itself nor together is no cell", () => {
  assert.deepEqual(chosen([[7]]).sums, []);
});

test("an «or» leaves something over what it is made of, and so do its parts over it", () => {
  const { cells, relations } = chosen([[1], [2], [1, 2]]);
  assert.deepEqual(cells, {
    ...{ valid: 50, "=1": 30, "none 1": 20, "=2": 20, "none 2": 30, "=1,2": 44, "none 1 2": 6 },
    ...{ "1 2 without 1": 14, "1 2 without 2": 24, "more than one of 1 2": 6 },
  });
  assert.deepEqual(relations.slice(3), [
    "+[=1,2] −[=1] −[1 2 without 1]",
    "+[=1,2] −[=2] −[1 2 without 2]",
    "+[=1] +[=2] −[=1,2] −[more than one of 1 2]",
  ]);
});

test("without one of its options it is not known how many chose both", () => {
  const { cells } = chosen([[1], [1, 2]]);
  assert.equal("more than one of 1 2" in cells, false);
  assert.equal(cells["1 2 without 1"], 14);
});

test("two sets that are all options together have in common who chose from both", () => {
  const { cells, relations } = chosen([[3], [1, 2]]);
  assert.equal(cells["3 and 1 2"], 4);
  assert.equal(relations.at(-1), "+[=3] +[=1,2] −[valid] −[3 and 1 2]");
});

test("who chose an option that stands alone chose nothing else", () => {
  const { cells } = chosen([[1], [3]], { alone: [3] });
  assert.equal(cells["neither 1 nor alone"], 10);
  assert.equal("neither 3 nor alone" in cells, false);
  assert.equal("neither 1 nor alone" in chosen([[1]], { alone: [3] }).cells, false);
});

test("with every option told it is known how often more than one was chosen", () => {
  const { cells, relations, total } = chosen([[1], [2], [3]]);
  assert.equal(cells["more than one"], 10);
  assert.equal(relations.at(-1), "+[=1] +[=2] +[=3] −[valid] −[more than one]");
  assert.equal(total, undefined);
  assert.equal("more than one" in chosen([[1], [2]]).cells, false);
});

test("a sum is all options together, and at least one of each case's", () => {
  const { cells, relations, total } = chosen([[1], [2], [3]], { total: 60 });
  assert.equal(total, "total");
  assert.deepEqual([cells.total, cells["more than one"]], [60, 10]);
  assert.deepEqual(relations.slice(-2), [
    "+[total] −[=1] −[=2] −[=3]",
    "+[total] −[valid] −[more than one]",
  ]);
});

test("of a sum something is left over where not every option is told", () => {
  const { cells } = chosen([[1]], { total: 60 });
  assert.deepEqual([cells["options not told"], cells["more than one"]], [30, 10]);
  assert.equal("=2" in cells || "=3" in cells, false);
  assert.equal(chosen([[1]], { total: 60, hasTotal: false }).total, undefined);
});

test("what a sum leaves for one option is that option, with its complement", () => {
  const { cells, relations, sums } = chosen([[1], [2]], { total: 60 });
  assert.deepEqual([cells["=3"], cells["none 3"], cells["options not told"]], [10, 40, undefined]);
  assert.deepEqual(relations.slice(-3), [
    "+[total] −[=1] −[=2] −[=3]",
    "+[valid] −[=3] −[none 3]",
    "+[total] −[valid] −[more than one]",
  ]);
  assert.deepEqual(sums, ["1: =1", "2: =2"], "no table tells it");
});

test("a sum leaves something over several options together, and those that are not among them", () => {
  const { cells, relations } = chosen([[3], [1, 2]], { total: 60 });
  assert.equal(cells["options not told without 1 2"], 6);
  assert.equal(relations.at(-1), "+[total] −[=1,2] −[=3] −[options not told without 1 2]");
  const all = chosen([[1], [2], [3], [1, 2]], { total: 60 });
  assert.equal("options not told without 1 2" in all.cells, false, "it follows from the options");
});

test("what stands alone adds up with the others exactly", () => {
  const lone = { alone: [2] };
  const { relations } = chosen([[1], [2], [1, 2]], { ...lone, counts: { "1 2": 50 } });
  assert.ok(relations.includes("+[=1,2] −[=1] −[=2]"));
  const others = chosen([[3], [1, 2]], { alone: [3], counts: { "1 2": 40 } });
  assert.ok(others.relations.includes("+[valid] −[=3] −[=1,2]"));
  assert.equal("3 and 1 2" in others.cells, false);
  assert.ok(!chosen([[2], [1, 2]], lone).relations.includes("+[=1,2] −[=2]"));
});
