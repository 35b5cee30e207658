import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandomness } from "#kernel";
import { type CountedSet, leastWidth } from "../linked/linked-cells.ts";
import { ExactAttack } from "../testing/exact-width.ts";
import { attackersOf, guardedCells } from "../testing/guarded-cells.ts";
import { randomLinkedSet } from "../testing/random-linked-set.ts";
import { hide } from "./hide.ts";

const sets = 2000;

/** The first guarded cell that somebody knows within less than five, or settles. */
function givenAway(counted: CountedSet, hidden: Uint8Array): string | undefined {
  for (const attacker of attackersOf(counted)) {
    const guarded = guardedCells(counted, attacker);
    if (guarded.length === 0) continue;
    const attack = new ExactAttack(counted, hidden, attacker);
    const found = guarded.find((cell) => !attack.isUncertain(cell, leastWidth));
    if (found !== undefined) return `${counted.set.cells[found]?.id} to ${attacker.kind}`;
  }
  return undefined;
}

test("in thousands of random releases nobody knows a guarded number within less than five", () => {
  let refused = 0;
  for (let seed = 0; seed < sets; seed++) {
    const counted = randomLinkedSet(seededRandomness(seed));
    const outcome = hide(counted);
    if (outcome.kind === "done") {
      assert.equal(givenAway(counted, outcome.value.hidden), undefined, `seed ${seed}`);
      continue;
    }
    refused++;
    const most = Uint8Array.from(counted.set.cells, ({ role }) => Number(role !== "told"));
    assert.notEqual(givenAway(counted, most), undefined, `seed ${seed}: refused without need`);
  }
  assert.ok(refused > 0 && refused < sets / 4);
});

test("nothing guarded is a linear combination of what is told, by exact rank", () => {
  for (let seed = 0; seed < 20; seed++) {
    const counted = randomLinkedSet(seededRandomness(seed));
    const outcome = hide(counted);
    if (outcome.kind === "refused") continue;
    for (const attacker of attackersOf(counted)) {
      const attack = new ExactAttack(counted, outcome.value.hidden, attacker);
      for (const cell of guardedCells(counted, attacker))
        assert.ok(!attack.isSettled(cell), `seed ${seed}`);
    }
  }
});

test("where nothing is guarded all that may be told is told", () => {
  for (let seed = 0; seed < 200; seed++) {
    const { set, counts, participants } = randomLinkedSet(seededRandomness(seed));
    const cells = set.cells.map((cell) => ({ ...cell, guard: "none" as const }));
    const outcome = hide({ set: { ...set, cells }, counts, participants });
    assert.ok(outcome.kind === "done");
    cells.forEach(({ role }, at) => {
      assert.equal(outcome.value.hidden[at], role === "never" ? 1 : 0);
    });
  }
});

test("the same set is hidden in the same way", () => {
  for (let seed = 0; seed < 50; seed++) {
    const [one, other] = [0, 1].map(() => hide(randomLinkedSet(seededRandomness(seed))));
    assert.deepEqual(one, other);
  }
});
