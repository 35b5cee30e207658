import assert from "node:assert/strict";
import { test } from "node:test";
import type { Variable } from "#codebook";
import { tinyCodebook } from "../testing/tiny-nation.ts";
import {
  accumulate,
  amountOf,
  difference,
  isNobody,
  isSafe,
  ofAll,
  shareIn,
  sum,
} from "./amount.ts";
import {
  allCells,
  type Cell,
  chainCells,
  optionCodes,
  otherCells,
  stepOf,
  validCells,
} from "./cells.ts";
import { type CollapsePlan, collapse } from "./collapse.ts";
import { withoutAnswerOfAll } from "./of-all.ts";
import { isMeasurable, joined, merged } from "./partition.ts";
import {
  amountIn,
  isSafeEverywhere,
  type Remainder,
  remaindersOf,
  siblingsOf,
} from "./remainder.ts";
import { countIn, keyOfCodes, type Tally } from "./tally.ts";

test("an amount is of all, and of all without each participant", () => {
  const amount = amountOf(12, [4, 0, 8]);
  assert.deepEqual([...amount], [12, 8, 12, 4]);
  assert.equal(ofAll(amount), 12);
  assert.deepEqual(
    [0, 1, 2].map((at) => shareIn(amount, at)),
    [4, 0, 8],
  );
  assert.deepEqual([...sum(amount, amountOf(3, [1, 1, 1]))], [15, 10, 14, 6]);
  assert.deepEqual(
    [...difference(amount, amountOf(3, [1, 1, 1]), amountOf(2, [0, 0, 2]))],
    [...[7, 4, 8, 2]],
  );
  assert.deepEqual([...amount], [12, 8, 12, 4], "it stays as it was");
  accumulate(amount, amountOf(1, [0, 0, 0]), -2);
  assert.deepEqual([...amount], [10, 6, 10, 2]);
});

test("safe is nobody at all, or five without anyone's own", () => {
  assert.equal(isSafe(amountOf(0, [0])), true);
  assert.equal(isSafe(amountOf(5, [0])), true);
  assert.equal(isSafe(amountOf(4, [0])), false);
  assert.equal(isSafe(amountOf(9, [4])), true);
  assert.equal(isSafe(amountOf(9, [5])), false);
  assert.equal(isSafe(amountOf(9, [9])), false, "all of one's own: nobody else");
  assert.equal(isNobody(amountOf(0, [0])), true);
  assert.equal(isNobody(amountOf(9, [9])), false);
});

const question = (id: string) => {
  const found = tinyCodebook.variables.find((each) => each.id === id);
  assert.ok(found);
  return found;
};

test("every cell is at one step of the chain", () => {
  const { notEligible, notBegun, notAnswered, unplaced, chosen } = otherCells;
  assert.deepEqual(allCells(question("honour")), [
    ...[1, 2, 98, unplaced, 97, 99],
    ...[notAnswered, notBegun, notEligible],
  ]);
  assert.deepEqual(validCells(question("help")), [chosen]);
  assert.deepEqual(optionCodes(question("help")), [1, 2, 3]);
  const steps = [1, 96, chosen, 97, 99, unplaced, 98, notAnswered, notBegun, notEligible].map(
    stepOf,
  );
  assert.deepEqual(steps, [
    ...["valid", "valid", "valid", "missing", "missing", "missing"],
    ...["not answered", "not answered", "not begun", "not eligible"],
  ]);
  assert.deepEqual(chainCells([1, 97, 98, notAnswered, notBegun, notEligible]), {
    eligible: [1, 97, 98, notAnswered, notBegun],
    asked: [1, 97, 98, notAnswered],
    answered: [1, 97],
    valid: [1],
  });
});

test("a number can be told where its cells are whole blocks", () => {
  const partition = [[1, 2], [3], [98, -2]];
  assert.equal(isMeasurable(partition, [1, 2, 3]), true);
  assert.equal(isMeasurable(partition, [1, 3]), false);
  assert.equal(isMeasurable(partition, []), true);
  assert.equal(isMeasurable(partition, [3, 98]), false);
});

test("blocks that share a cell with what is merged become one, where the first of them was", () => {
  const partition = [[1], [2], [3], [4]];
  assert.deepEqual(merged(partition, [4, 2]), [[1], [2, 4], [3]]);
  assert.equal(merged(partition, [2]), partition);
  assert.equal(merged(partition, []), partition);
  assert.deepEqual(joined([[1], [2], [3, 4]], [[1, 2], [3], [4]], [[2, 3], [1], [4]]), [
    ...[[1, 2, 3, 4]],
  ]);
});

type Counts = { readonly [cell: number]: number };

function plan(counts: Counts, more: Partial<CollapsePlan> = {}): CollapsePlan {
  const size = (cells: readonly Cell[]) =>
    cells.reduce((all, each) => all + (counts[each] ?? 0), 0);
  const isSafeCount = (count: number) => count === 0 || count >= 5;
  return {
    ...{ groups: [], kept: [], sacred: 100 },
    isSafe: (cells) => isSafeCount(size(cells)),
    size,
    ...more,
  };
}

function collapsed(counts: Counts, more: Partial<CollapsePlan> = {}) {
  const start = Object.keys(counts).map((cell) => [Number(cell)]);
  start.sort(([one = 0], [other = 0]) => one - other);
  return collapse(start, plan(counts, more)).map((block) => block.join("+"));
}

test("what is safe stays as it is", () => {
  assert.deepEqual(collapsed({ 1: 5, 2: 0, 3: 9 }, { groups: [[1, 2, 3]] }), ["1", "2", "3"]);
});

test("options merge in the codebook's groups first, then with the smallest of their kind", () => {
  assert.deepEqual(collapsed({ 1: 2, 2: 50, 3: 9, 4: 9 }, { groups: [[1, 2]] }), ["1+2", "3", "4"]);
  assert.deepEqual(collapsed({ 1: 2, 2: 50, 3: 8, 4: 9 }), ["1+3", "2", "4"]);
  assert.deepEqual(collapsed({ 1: 2, 2: 9, 3: 9 }), ["1+2", "3"], "of equals the first");
  assert.deepEqual(collapsed({ 1: 2, 2: 0, 3: 9 }), ["1+3", "2"], "nobody is no company");
});

test("an option finds company among options, then the missing, then the unanswered", () => {
  assert.deepEqual(collapsed({ 1: 2, 99: 50, 98: 7, [-3]: 9 }), ["-3", "1+99", "98"].sort());
  assert.deepEqual(collapsed({ 1: 2, 99: 0, 98: 7, [-3]: 9 }), ["-3", "1+98", "99"]);
  assert.deepEqual(collapsed({ 1: 2, [-3]: 9 }), ["-3+1"]);
});

test("the missing find company among the missing, then an answer; the unanswered the other way out", () => {
  assert.deepEqual(collapsed({ 1: 9, 97: 2, 99: 50 }), ["1", "97+99"]);
  assert.deepEqual(collapsed({ 1: 9, 2: 8, 97: 2 }), ["1", "2+97"]);
  assert.deepEqual(collapsed({ [-2]: 3, 1: 9, 97: 50, 98: 60 }), ["-2+98", "1", "97"]);
  assert.deepEqual(collapsed({ [-2]: 3, 1: 9, 97: 50 }), ["-2+97", "1"]);
});

test("those who wait for the phase find missing ones, and are themselves nobody's company", () => {
  assert.deepEqual(collapsed({ [-3]: 2, 1: 9, 98: 60, 99: 70 }), ["-3+99", "1", "98"]);
  assert.deepEqual(collapsed({ [-3]: 20, [-2]: 2 }), ["-3+-2"]);
});

test("those whom the question is not for have no company: nothing is told", () => {
  assert.deepEqual(collapsed({ [-4]: 2, 1: 9, 2: 8 }), ["-4+1+2"]);
});

test("what other numbers rest on is kept as long as something else will do", () => {
  const kept = [{ codes: [1, 2], weight: 3 }];
  assert.deepEqual(collapsed({ 1: 2, 2: 50, 3: 8 }, { kept }), ["1+2", "3"]);
  assert.deepEqual(collapsed({ 1: 2, 2: 0, 3: 8 }, { kept }), ["1+3", "2"]);
});

test("the codebook's order is passed over where it would cost what is sacred", () => {
  const kept = [{ codes: [1], weight: 3 }];
  const groups = [[1, 2]];
  assert.deepEqual(collapsed({ 1: 9, 2: 2, 3: 8 }, { kept, groups, sacred: 3 }), ["1", "2+3"]);
  assert.deepEqual(collapsed({ 1: 9, 2: 2, 3: 8 }, { kept, groups, sacred: 4 }), ["1+2", "3"]);
});

/** A tally of one participant's view alone. */
function tally(counts: Counts): Tally {
  const of = (count: number) => Int32Array.of(count);
  const blocks = Object.entries(counts).map(([cell, count]) => ({
    cells: [Number(cell)],
    count: of(count),
  }));
  const valid = of(Object.values(counts).reduce((all, each) => all + each, 0));
  return {
    base: { eligible: valid, asked: valid, answered: valid, valid },
    blocks,
    choices: new Map(),
    ...{ total: undefined, begunNotAsked: [], alike: [] },
  };
}

const alone = (counts: Counts): Remainder => [{ tally: tally(counts), sign: 1 }];

test("cells are counted where they are whole known blocks", () => {
  const whole = { ...tally({}), blocks: [{ cells: [1, 2], count: Int32Array.of(7) }] };
  assert.deepEqual(countIn(whole, [1, 2, 3]), Int32Array.of(7));
  assert.deepEqual(countIn(whole, [3]), Int32Array.of(0));
  assert.equal(countIn(whole, [1]), undefined);
  assert.equal(keyOfCodes([10, 9, 2]), "2 9 10");
});

test("a remainder is a sum of tallies with signs, or nothing where one of them does not know", () => {
  const remainder: Remainder = [
    { tally: tally({ 1: 9 }), sign: 1 },
    { tally: tally({ 1: 4 }), sign: -1 },
  ];
  assert.deepEqual(
    amountIn(remainder, (each) => countIn(each, [1])),
    Int32Array.of(5),
  );
  assert.equal(
    amountIn(remainder, () => undefined),
    undefined,
  );
  assert.equal(
    amountIn([], (each) => countIn(each, [1])),
    undefined,
  );
});

test("a number is safe where it is in every remainder; nobody among somebody only if that may be told", () => {
  const ones = (each: Tally) => countIn(each, [1]);
  const all = (each: Tally) => each.base.valid;
  assert.equal(isSafeEverywhere([alone({ 1: 9 }), alone({ 1: 4 })], ones), false);
  assert.equal(isSafeEverywhere([alone({ 1: 9 }), alone({ 1: 5 })], ones), true);
  assert.equal(isSafeEverywhere([alone({ 1: 0, 2: 9 })], ones), true);
  assert.equal(isSafeEverywhere([alone({ 1: 0, 2: 9 })], ones, all), false);
  assert.equal(isSafeEverywhere([alone({ 1: 0, 2: 0 })], ones, all), true);
  assert.equal(
    isSafeEverywhere([alone({ 1: 0, 2: 9 })], ones, () => undefined),
    false,
  );
  assert.equal(
    isSafeEverywhere([alone({ 1: 1 })], () => undefined),
    true,
    "nothing is known",
  );
});

test("where everybody gave one answer it is told of none", () => {
  const honour = question("honour") as Variable;
  const partition = [[1], [2], [99]];
  const without = (counts: Counts) => withoutAnswerOfAll(partition, honour, [alone(counts)]);
  assert.deepEqual(without({ 1: 9, 2: 0, 99: 7 }), [[1, 2], [99]]);
  assert.equal(without({ 1: 9, 2: 8, 99: 0 }), partition);
  assert.equal(without({ 1: 0, 2: 0, 99: 8 }), partition);
  const one = [[1, 2], [99]];
  assert.equal(withoutAnswerOfAll(one, honour, [alone({ 1: 9, 2: 0 })]), one);
  const some = [alone({ 1: 9, 2: 8 }), alone({ 1: 0, 2: 7 })];
  assert.deepEqual(withoutAnswerOfAll(partition, honour, some), [[1, 2], [99]]);
});

type Answer = readonly [variable: string, code: number];

function counted(...answers: readonly Answer[]) {
  const domain = new Map(
    answers.map(([answer, code]) => [`${answer}=${code}`, { answer, in: [code] }] as const),
  );
  return { domain, tally: tally({ 1: answers.length }) };
}

function signsOf(own: ReturnType<typeof counted>, others: readonly ReturnType<typeof counted>[]) {
  const named = [own, ...others];
  return remaindersOf(own, others).map((remainder) =>
    remainder
      .map(({ tally, sign }) => {
        const found = named.find((each) => each.tally === tally);
        return `${sign > 0 ? "+" : "−"}${[...(found?.domain.keys() ?? [])].join("&") || "all"}`;
      })
      .join(" "),
  );
}

test("a domain comes apart from what is wider, and from its siblings there", () => {
  const all = counted();
  const women = counted(["sex", 1]);
  const men = counted(["sex", 2]);
  assert.deepEqual(signsOf(all, []), ["+all"]);
  assert.deepEqual(signsOf(women, [all]), ["+sex=1", "+all −sex=1"]);
  assert.deepEqual(signsOf(men, [all, women]), ["+sex=2", "+all −sex=2", "+all −sex=2 −sex=1"]);
});

test("in neither of two that overlap, where all four are counted", () => {
  const all = counted();
  const [women, honour] = [counted(["sex", 1]), counted(["honour", 2])];
  const both = counted(["sex", 1], ["honour", 2]);
  assert.deepEqual(signsOf(both, [all, women, honour]), [
    "+sex=1&honour=2",
    "+all −sex=1&honour=2",
    "+sex=1 −sex=1&honour=2",
    "+honour=2 −sex=1&honour=2",
    "+all −sex=1 −honour=2 +sex=1&honour=2",
  ]);
  assert.equal(signsOf(both, [women, honour]).length, 3, "of all nothing is known");
});

test("siblings differ in one answer to one question", () => {
  const women = counted(["sex", 1]).domain;
  const isSibling = (...answers: readonly Answer[]) =>
    siblingsOf(women, [counted(...answers)]).length === 1;
  assert.equal(isSibling(["sex", 2]), true);
  assert.equal(isSibling(["sex", 1]), false);
  assert.equal(isSibling(["honour", 2]), false);
  assert.equal(isSibling(["sex", 2], ["honour", 2]), false);
  assert.equal(isSibling(), false);
  const overlapping = { domain: new Map([["x", { answer: "sex", in: [1, 2] }]]), tally: tally({}) };
  assert.deepEqual(siblingsOf(women, [overlapping]), []);
  assert.deepEqual(
    siblingsOf(counted(["sex", 1], ["honour", 2]).domain, [counted(["sex", 2])]),
    [],
  );
});
