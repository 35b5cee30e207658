import assert from "node:assert/strict";
import { test } from "node:test";
import type { Condition } from "#codebook";
import { phasedCodebook } from "../testing/phased-nation.ts";
import { describeCell } from "./describe-cell.ts";
import { placedRegions } from "./placed-region.ts";
import { type RoutedCells, type SizedCells, tieSameCases } from "./same-cases.ts";
import { SetBuilder } from "./set-builder.ts";

const women: Condition = { answer: "sex", in: [1] };
const men: Condition = { answer: "sex", in: [2] };
const domainOf = (condition: Condition) => new Map([[JSON.stringify(condition), condition]]);

/** Cells of one region by their names, and the equations that come of it. */
function given() {
  const [nation] = placedRegions(
    { id: "n", name: "n", guard: "nation" },
    [],
    [
      { id: "A", name: "A" },
      { id: "B", name: "B" },
    ],
  );
  assert.ok(nation);
  const builder = new SetBuilder([nation]);
  const cell = (name: string, ...shares: readonly number[]) =>
    builder.cell(
      describeCell(nation, { population: "started", among: name, table: "t" }, "", {
        kind: "cases",
      }),
      Int32Array.from(shares),
    );
  const tied = (routed: readonly RoutedCells[], sized: readonly SizedCells[]) => {
    tieSameCases(builder, nation, routed, sized, phasedCodebook);
    const { set, counts } = builder.counted();
    const nameOf = (at: number) => {
      const { among, subject } = set.cells[at] ?? assert.fail();
      return subject.kind === "left" ? `${subject.of} ${counts[at]}` : `${among} ${counts[at]}`;
    };
    return set.relations.map(({ terms: [first, ...more] }) =>
      [first, ...more].map((each) => nameOf(each?.cell ?? 0)).join(" − "),
    );
  };
  return { cell, tied };
}

const routed = { question: "left", population: "started", domain: new Map(), condition: women };

test("the cases of a subgroup have come as far as those that a question is for", () => {
  const { cell, tied } = given();
  const own = { all: cell("asked women", 9, 8), begun: new Map([["during", cell("come", 7, 8)]]) };
  const sized = {
    ...{ population: "started", domain: domainOf(women), all: cell("women", 9, 8) },
    begun: new Map([
      ["before", cell("women before", 9, 8)],
      ["during", cell("women during", 7, 8)],
    ]),
  } as const;
  assert.deepEqual(
    tied([{ ...routed, own, others: undefined } as RoutedCells], [sized as SizedCells]),
    [
      "asked women 17 − women 17",
      "women before 17 − come 15 − left, between before and during 2",
      "come 15 − women during 15",
    ],
  );
});

test("a subgroup that a question is not for is a part of those that it is not for", () => {
  const { cell, tied } = given();
  const own = { all: cell("asked women", 9, 8), begun: new Map() };
  const others = { all: cell("others", 6, 5), begun: new Map([["during", cell("come", 5, 5)]]) };
  const sized = {
    ...{ population: "started", domain: domainOf(men), all: cell("men", 6, 4) },
    begun: new Map([["during", cell("men during", 5, 4)]]),
  };
  assert.deepEqual(tied([{ ...routed, own, others } as RoutedCells], [sized as SizedCells]), [
    "others 11 − men 10 − not asked left, in neither 1",
    "come 10 − men during 9 − not asked left, in neither, begun during 1",
    "not asked left, in neither 1 − not asked left, in neither, begun during 1 − not asked left, in neither, not begun during 0",
  ]);
});

test("two questions for the same cases tell of the same, and of another population nothing", () => {
  const { cell, tied } = given();
  const one = { all: cell("one", 9, 8), begun: new Map([["before", cell("one before", 8, 8)]]) };
  const other = {
    all: cell("other", 9, 8),
    begun: new Map([["during", cell("other during", 7, 8)]]),
  };
  const two = [
    { ...routed, own: one, others: undefined },
    { ...routed, question: "moved", own: other, others: undefined },
  ] as readonly RoutedCells[];
  assert.deepEqual(tied(two, []), [
    "one 17 − other 17",
    "one before 16 − other during 15 − left and moved, between before and during 1",
  ]);
  const closed = { ...two[1], population: "closed" } as RoutedCells;
  assert.deepEqual(given().tied([...two.slice(0, 1), closed], []), []);
});
