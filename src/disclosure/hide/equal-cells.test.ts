import assert from "node:assert/strict";
import { test } from "node:test";
import { tableSet } from "../testing/table-set.ts";
import { equalCells } from "./equal-cells.ts";

type Terms = readonly (readonly [string, number])[];

function equal(names: string, ...factors: readonly Terms[]) {
  const counts = Object.fromEntries(names.split(", ").map((name) => [name, 0]));
  const { of, unknowns } = equalCells(tableSet({ counts, sums: [], factors }).set);
  return { of: [...of], unknowns };
}

test("cells that an equation of two makes equal are one unknown, numbered by the first of them", () => {
  const same = (one: string, other: string): Terms => [
    [one, 1],
    [other, -1],
  ];
  assert.deepEqual(equal("a, b, c, d", same("c", "a")), { of: [0, 1, 0, 2], unknowns: 3 });
  // Also by way of others, in whatever order they are told.
  assert.deepEqual(equal("a, b, c, d, e", same("d", "e"), same("c", "d"), same("e", "b")), {
    of: [0, 1, 1, 1, 1],
    unknowns: 2,
  });
});

test("the same factor is enough, whatever it is", () => {
  const twice: Terms = [
    ["a", 2],
    ["b", -2],
  ];
  assert.deepEqual(equal("a, b", twice), { of: [0, 0], unknowns: 1 });
});

test("opposites, multiples and sums of more are no equals", () => {
  const opposite: Terms = [
    ["a", 1],
    ["b", 1],
  ];
  const double: Terms = [
    ["a", 2],
    ["b", -1],
  ];
  const sum: Terms = [
    ["a", 1],
    ["b", -1],
    ["c", -1],
  ];
  const alone: Terms = [["a", 1]];
  assert.deepEqual(equal("a, b, c", opposite, double, sum, alone), { of: [0, 1, 2], unknowns: 3 });
});
