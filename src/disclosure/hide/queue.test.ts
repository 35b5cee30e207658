import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Queue } from "./queue.ts";

function taken(queue: Queue): readonly number[] {
  const all: number[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) all.push(item);
  return all;
}

test("the least rank comes first, and of equals the one put in first", () => {
  const queue = new Queue();
  [5, 3, 5, 3, 1, 4].forEach((rank, item) => {
    queue.put(item, rank);
  });
  assert.deepEqual(taken(queue), [4, 1, 3, 5, 0, 2]);
  assert.equal(queue.take(), undefined);
});

test("what is put in between comes in its turn", () => {
  const queue = new Queue();
  queue.put(0, 2);
  queue.put(1, 1);
  assert.equal(queue.take(), 1);
  queue.put(2, 0);
  queue.put(3, 3);
  assert.deepEqual(taken(queue), [2, 0, 3]);
});

test("cleared it is empty, and as good as new", () => {
  const queue = new Queue();
  queue.put(0, 1);
  queue.put(1, 0);
  queue.clear();
  assert.equal(queue.take(), undefined);
  queue.put(2, 7);
  assert.deepEqual(taken(queue), [2]);
});

test("it takes as many as there are", () => {
  const queue = new Queue();
  const many = 2500;
  for (let item = 0; item < many; item++) queue.put(item, (item * 7919) % 101);
  const expected = Array.from({ length: many }, (_, item) => item).sort(
    (one, other) => ((one * 7919) % 101) - ((other * 7919) % 101) || one - other,
  );
  assert.deepEqual(taken(queue), expected);
});

test("whatever is put in and taken out, the first is always the first of what is there", () => {
  const step = fc.option(fc.integer({ min: 0, max: 4 }), { freq: 3 });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = new Queue();
      const inside: { item: number; rank: number }[] = [];
      steps.forEach((rank, item) => {
        if (rank !== null) {
          queue.put(item, rank);
          inside.push({ item, rank });
          return;
        }
        inside.sort((one, other) => one.rank - other.rank || one.item - other.item);
        assert.equal(queue.take(), inside.shift()?.item);
      });
    }),
    { numRuns: 200 },
  );
});
