import assert from "node:assert/strict";
import { test } from "node:test";
import type { CellSubject, LinkedCell } from "./linked-cells.ts";
import type { PlacedRegion } from "./placed-region.ts";
import { SetBuilder } from "./set-builder.ts";

const nation: PlacedRegion = {
  region: { id: "nation", level: "nation", name: "Riket", parents: [] },
  members: [0, 1],
  guard: "nation",
} as PlacedRegion;
const second: PlacedRegion = {
  region: { id: "B", level: "municipality", name: "B", parents: ["nation"] },
  members: [1],
  guard: "below",
} as PlacedRegion;

function cell(region: string, key: string, more: Partial<LinkedCell> = {}): LinkedCell {
  return {
    id: `${region}:${key}`,
    ...{ region, table: "t", population: "started", among: "", role: "may", worth: 1 },
    subject: { kind: "cases" },
    guard: "few-or-none",
    ...more,
  } as LinkedCell;
}

const left: CellSubject = { kind: "left", of: "something" };
const shares = (...each: readonly number[]) => Int32Array.from(each);

function relationsOf(builder: SetBuilder): readonly string[] {
  const { set } = builder.counted();
  return set.relations.map(
    ({ kind, terms }) =>
      `${kind}: ${terms.map(({ cell, factor }) => `${factor > 0 ? "+" : "−"}${set.cells[cell]?.id}`).join(" ")}`,
  );
}

test("a cell with the id of another is that one, with the shares it has", () => {
  const builder = new SetBuilder([nation]);
  const first = builder.cell(cell("nation", "x"), shares(3, 4));
  assert.equal(builder.cell(cell("nation", "x"), shares(9, 9)), first);
  assert.equal(builder.cell(cell("nation", "y"), shares(0, 0)), first + 1);
  assert.equal(builder.countOf(first), 7);
  assert.deepEqual([...builder.sharesOf(first)], [3, 4]);
  assert.equal(builder.at(first).id, "nation:x");
});

test("fewer than none, and a cell that is none, are refused", () => {
  const builder = new SetBuilder([nation]);
  assert.throws(
    () => builder.cell(cell("nation", "x"), shares(3, -1)),
    /fewer than none: nation:x/,
  );
  assert.throws(() => builder.at(0), /no cell 0/);
  assert.throws(() => builder.sharesOf(0), /no cell 0/);
});

test("a relation is one where it holds for every member, and else no fact", () => {
  const builder = new SetBuilder([nation, second]);
  const all = builder.cell(cell("nation", "all"), shares(3, 4));
  const some = builder.cell(cell("nation", "some"), shares(1, 4));
  const rest = builder.cell(cell("nation", "rest"), shares(2, 0));
  const swapped = builder.cell(cell("nation", "swapped"), shares(0, 2));
  assert.equal(builder.adds("options", all, [some, rest]), true);
  assert.equal(builder.adds("options", all, [some, swapped]), false, "seven in all, not for each");
  assert.equal(builder.adds("options", all, [all]), true, "nothing new");
  assert.equal(builder.adds("options", all, [some]), false);
  const own = builder.cell(cell("B", "all"), shares(4));
  assert.equal(
    builder.relate("regions", [
      { cell: all, factor: 1 },
      { cell: own, factor: -1 },
    ]),
    false,
  );
  assert.equal(
    builder.relate("regions", [
      { cell: some, factor: 1 },
      { cell: own, factor: -1 },
    ]),
    false,
  );
  const fours = builder.cell(cell("nation", "fours"), shares(0, 4));
  assert.equal(
    builder.relate("regions", [
      { cell: fours, factor: 1 },
      { cell: own, factor: -1 },
    ]),
    true,
  );
  assert.deepEqual(relationsOf(builder), [
    "options: +nation:all −nation:some −nation:rest",
    "regions: +nation:fours −B:all",
  ]);
});

test("what is left is a cell with a relation of its own, once", () => {
  const builder = new SetBuilder([nation]);
  const all = builder.cell(cell("nation", "all"), shares(3, 4));
  const some = builder.cell(cell("nation", "some"), shares(1, 4));
  const rest = builder.leaves("options", all, [some], cell("nation", "rest", { subject: left }));
  assert.equal(rest, 2);
  assert.deepEqual([...builder.sharesOf(2)], [2, 0]);
  assert.equal(builder.leaves("options", some, [], cell("nation", "rest")), 2, "it is there");
  assert.deepEqual(relationsOf(builder), ["options: +nation:all −nation:some −nation:rest"]);
});

test("less than nothing anywhere is no cell, nor is what is left of nothing", () => {
  const builder = new SetBuilder([nation]);
  const all = builder.cell(cell("nation", "all"), shares(3, 4));
  const some = builder.cell(cell("nation", "some"), shares(4, 0));
  assert.equal(builder.leaves("options", all, [some], cell("nation", "rest")), undefined);
  assert.equal(builder.makesUp("options", [], cell("nation", "rest")), undefined);
  const twice = builder.makesUp("choices", [{ cell: some, factor: 2 }], cell("nation", "twice"));
  assert.deepEqual(twice === undefined ? [] : [...builder.sharesOf(twice)], [8, 0]);
  assert.deepEqual(relationsOf(builder), ["choices: +nation:some −nation:twice"]);
});

test("a remainder that is known to be nobody is no cell, but what it says is a fact", () => {
  const builder = new SetBuilder([nation]);
  builder.letGoOf(new Set([":rest", ":=3", ":=4"]));
  const all = builder.cell(cell("nation", "all"), shares(3, 4));
  const some = builder.cell(cell("nation", "some"), shares(3, 4));
  for (const subject of [left, { kind: "no-answer", variable: "V", codes: [1] }] as const) {
    const rest = cell("nation", "rest", { subject });
    assert.equal(builder.leaves("options", all, [some], rest), undefined);
  }
  assert.deepEqual(relationsOf(builder), [
    "options: +nation:all −nation:some",
    "options: +nation:all −nation:some",
  ]);
  // An answer that nobody gave is a cell, though everybody knows it.
  const answer = cell("nation", "rest", { subject: { kind: "cases" } });
  assert.equal(builder.leaves("options", all, [some], answer), 2);
});

test("known to be nobody: by its end, or where it is several that are known each", () => {
  const builder = new SetBuilder([nation]);
  builder.letGoOf(new Set([":V:=3", ":V:=4", ":none"]));
  const isNobody = (key: string, subject: CellSubject) =>
    builder.isNobody(cell("nation", key, { subject }));
  const answer = { kind: "answer", variable: "V", codes: [3, 4] } as const;
  assert.equal(isNobody("none", { kind: "cases" }), true);
  assert.equal(isNobody("V:=3", answer), true);
  assert.equal(isNobody("V:=3,4", answer), true);
  assert.equal(isNobody("V:=3,4", left), true);
  assert.equal(isNobody("V:=3,5", answer), false);
  assert.equal(isNobody("W:=3,4", answer), false);
  assert.equal(isNobody("V:=3,4", { kind: "cases" }), false);
  assert.equal(isNobody("V:3,4", answer), false);
});

test("a nought that everybody knows is not guarded, and is all of no group", () => {
  const builder = new SetBuilder([nation]);
  builder.letGoOf(new Set([":x"]));
  const known = builder.cell(cell("nation", "x", { whole: 0 }), shares(0, 0));
  assert.equal(builder.at(known).guard, "few");
  assert.equal("whole" in builder.at(known), false);
  const open = builder.cell(cell("nation", "y", { whole: 0 }), shares(0, 0));
  assert.deepEqual([builder.at(open).guard, builder.at(open).whole], ["few-or-none", 0]);
  const loose = builder.cell(cell("nation", "z", { guard: "none" }), shares(0, 0));
  assert.equal(builder.at(loose).guard, "none");
});

test("a cell can be replaced, and keeps its place", () => {
  const builder = new SetBuilder([nation]);
  const at = builder.cell(cell("nation", "x"), shares(1, 2));
  builder.replace(at, cell("nation", "x", { role: "told" }));
  assert.equal(builder.at(at).role, "told");
  assert.equal(builder.cell(cell("nation", "x"), shares(0, 0)), at);
});

test("in the end each participant has its share of every cell, where it has any", () => {
  const builder = new SetBuilder([nation, second]);
  builder.cell(cell("nation", "x"), shares(3, 4));
  builder.cell(cell("nation", "y"), shares(0, 2));
  builder.cell(cell("B", "x"), shares(4));
  const { set, counts, participants } = builder.finish(["A", "B"]);
  assert.deepEqual([...counts], [7, 2, 4]);
  assert.deepEqual(
    set.regions.map(({ id }) => id),
    ["nation", "B"],
  );
  assert.deepEqual(participants, [
    { region: "A", own: new Map([[0, 3]]) },
    {
      region: "B",
      own: new Map([
        [0, 4],
        [1, 2],
        [2, 4],
      ]),
    },
  ]);
});
