import assert from "node:assert/strict";
import { test } from "node:test";
import { tableSet } from "../testing/table-set.ts";
import { checkMoves } from "./check-moves.ts";
import { checkNothingSettled } from "./check-nothing-settled.ts";
import { Hiding } from "./hiding.ts";
import { groundOf, moveOf } from "./move.ts";
import { onlookersOf } from "./onlookers.ts";
import { unknownsOf } from "./unknowns.ts";

function prepared(order: Parameters<typeof tableSet>[0]) {
  const counted = tableSet(order);
  const unknowns = unknownsOf(counted);
  const onlookers = onlookersOf(counted, unknowns);
  const names = counted.set.cells.map(({ id }) => id);
  const at = (name: string) => unknowns.of[names.indexOf(name)] ?? -1;
  const hidden = (cells: readonly string[]) => {
    const marks = new Uint8Array(unknowns.size);
    for (const name of cells) marks[at(name)] = 1;
    return marks;
  };
  const check = (...cells: readonly string[]) =>
    checkNothingSettled(unknowns, onlookers, hidden(cells));
  return { unknowns, onlookers, at, check };
}

const threeRegions = {
  counts: { "all x": 90, "a x": 2, "b x": 40, "c x": 48 },
  sums: [["all x", "a x", "b x", "c x"]],
} as const satisfies Parameters<typeof tableSet>[0];

const settled = /a guarded number is settled by what is told/i;

test("a small number that the others leave is seen through", () => {
  const { check } = prepared(threeRegions);
  assert.throws(() => check("a x"), settled);
  check("a x", "b x");
  check("b x", "c x");
  check("b x");
});

test("one that has a hidden number of its own sees through what hangs on it", () => {
  const { check } = prepared({ ...threeRegions, participants: ["a", "b", "c"] });
  assert.throws(() => check("a x", "b x"), settled);
  assert.throws(() => check("a x", "c x"), settled);
  check("a x", "b x", "c x");
});

test("what is small only for one that has most of it is guarded from that one", () => {
  const area = (each: number) => {
    const counts = {
      ...{ "all x": 100, "area x": 20 + 2 * each, "rest x": 80 - 2 * each },
      ...{ "a x": each, "b x": 20, "c x": each },
    };
    return prepared({
      counts,
      sums: [
        ["all x", "area x", "rest x"],
        ["area x", "a x", "b x", "c x"],
      ],
      unguarded: ["a x", "c x"],
      participants: ["a", "b", "c"],
    });
  };
  // Without its own twenty two are left in the area: they are those that `a` and `c` tell.
  assert.throws(() => area(1).check("area x", "rest x", "b x"), settled);
  area(1).check("area x", "rest x", "b x", "a x", "c x");
  area(6).check("area x", "rest x", "b x");
});

const lost = /a guarded number lost its moves/i;

/** By how much one number may be more, and less, and another the other way. */
type Exchange = readonly [other: string, more: number, less: number];

function keeping(participants: readonly string[], ...exchanges: readonly Exchange[]) {
  const { unknowns, onlookers, at } = prepared({ ...threeRegions, participants });
  const ground = groundOf(unknowns, onlookers);
  const guarded = [at("a x")];
  const hiding = new Hiding(unknowns, guarded);
  const moves = exchanges.map(([other, more, less]) => {
    const steps = {
      unknowns: Int32Array.of(at("a x"), at(other)),
      up: Float64Array.of(more, -more),
      down: Float64Array.of(less, -less),
      unit: 1,
    };
    return moveOf(steps, "shifts", ground);
  });
  hiding.keep(at("a x"), moves);
  return { hiding, at, check: () => checkMoves(guarded, hiding, ground) };
}

test("a guarded number needs a move that is wide enough and takes nothing that is not there", () => {
  keeping([], ["b x", 3, 2]).check();
  assert.throws(keeping([]).check, lost);
  assert.throws(keeping([], ["b x", 2, 2]).check, lost);
  assert.throws(keeping([], ["b x", 2, 3]).check, lost);
  assert.throws(keeping([], ["b x", 41, 0]).check, lost);
});

test("a move is lost when what it moves is told", () => {
  const { hiding, at, check } = keeping([], ["b x", 3, 2]);
  hiding.hidden[at("b x")] = 0;
  assert.throws(check, lost);
});

test("each that knows what one move moves needs another", () => {
  const all = ["a", "b", "c"];
  assert.throws(keeping(all, ["b x", 3, 2]).check, lost);
  assert.throws(keeping(all, ["b x", 3, 2], ["b x", 4, 2]).check, lost);
  keeping(all, ["b x", 3, 2], ["c x", 3, 2]).check();
});
