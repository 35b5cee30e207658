import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandomness } from "#kernel";
import { protectNation } from "./index.ts";
import { published, smallGroups, withoutOwn } from "./testing/attacker.ts";
import { type Draw, drawnNation } from "./testing/drawn-nation.ts";
import { groupsOfAll, tinyKinds } from "./testing/tiny-kinds.ts";
import { countedBoth, countedNation, type Said, tinyCodebook } from "./testing/tiny-nation.ts";

const draws = fc.record<Draw>({
  seed: fc.nat(),
  cases: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 40, max: 400 })),
  lacking: fc.constantFrom(0, 1, 3, 10, 30),
  missing: fc.constantFrom(0, 1, 3, 10),
  skew: fc.constantFrom(1, 2, 4, 8),
});

test("nobody who adds and subtracts three published numbers finds a group of one to four", async () => {
  await fc.assert(
    fc.asyncProperty(draws, async (draw) => {
      const raw = await countedNation(drawnNation(draw));
      const numbers = published(protectNation(raw, tinyCodebook), tinyKinds);
      assert.deepEqual(smallGroups(numbers, 3), []);
    }),
    { numRuns: 25 },
  );
});

/** Whose cases they are: a few have many, or all about as many. */
function shared(said: readonly Said[], seed: number, participants: number, skew: number) {
  const chance = seededRandomness(seed + 1);
  return said.map((each): Said => {
    let at = chance.below(participants);
    while (at > 0 && chance.below(skew + 1) > 0) at--;
    return { ...each, of: String(9001 + at) };
  });
}

const owners = fc.record({
  participants: fc.integer({ min: 3, max: 6 }),
  unevenness: fc.constantFrom(0, 1, 3),
});

test("neither does a participant that subtracts its own cases first", async () => {
  await fc.assert(
    fc.asyncProperty(draws, owners, async (draw, { participants, unevenness }) => {
      const said = shared(drawnNation(draw), draw.seed, participants, unevenness);
      const { tables, own } = await countedBoth(said);
      const numbers = published(protectNation(tables, tinyCodebook, { own }), tinyKinds);
      assert.deepEqual(smallGroups(numbers, 2), []);
      for (const code of new Set(said.map(({ of }) => of))) {
        const mine = said.filter(({ of }) => of === code);
        assert.deepEqual(smallGroups(withoutOwn(numbers, mine, tinyKinds), 2), [], code);
      }
    }),
    { numRuns: 20 },
  );
});

test("of a municipality by itself nobody, and no unit, finds one to four, or an answer that nobody gave", async () => {
  await fc.assert(
    fc.asyncProperty(draws, fc.integer({ min: 2, max: 4 }), async (draw, units) => {
      const said = shared(drawnNation(draw), draw.seed, units, 1);
      // One municipality; and its units, counted as if each were one.
      const { own: tables } = await countedBoth(said.map((each) => ({ ...each, of: "9001" })));
      const { own } = await countedBoth(said);
      const numbers = published(
        protectNation(tables, tinyCodebook, { own, guard: "below" }),
        tinyKinds,
      );
      assert.deepEqual(smallGroups(numbers, 2, groupsOfAll(said)), []);
      const [first, ...more] = new Set(said.map(({ of }) => of));
      for (const unit of more.length > 0 ? [first, ...more] : []) {
        const others = said.filter(({ of }) => of !== unit);
        const mine = said.filter(({ of }) => of === unit);
        assert.deepEqual(
          smallGroups(withoutOwn(numbers, mine, tinyKinds), 2, groupsOfAll(others)),
          [],
        );
      }
    }),
    { numRuns: 20 },
  );
});
