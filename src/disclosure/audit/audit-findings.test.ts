import assert from "node:assert/strict";
import { test } from "node:test";
import { attackedSet } from "./attacked-set.ts";
import { brokenRelation, foundFinding, toldFinding } from "./audit-findings.ts";
import { invertRounded } from "./invert-rounded.ts";
import { givenRelease } from "./testing/given-release.ts";

const { published, numbers } = givenRelease({
  counts: { told: 4, hidden: 7, share: 50, base: 100 },
  relations: [],
  hidden: ["hidden", "share"],
  beside: [{ kind: "percent", part: "share", base: "base", value: 50, decimals: 0 }],
  earlier: [{ counts: { told: 2 } }],
});
const set = attackedSet(published, numbers);
const bounds = invertRounded(set, published.beside);

test("a told count is a finding without an interval: the fault is that it stands there", () => {
  assert.deepEqual(toldFinding(set, 0, []), {
    ...{ attack: "told", cell: "told", attacker: "outsider", interval: null },
  });
  assert.deepEqual(toldFinding(set, 4, ["A"]), {
    attack: "ledger",
    cell: "interim-1: told",
    attacker: { participant: "A" },
    interval: null,
  });
});

test("what a rounded number has one reading of is known as exactly", () => {
  assert.deepEqual(toldFinding(set, 2, ["A"]), {
    attack: "rounded",
    cell: "share",
    attacker: { participant: "A" },
    interval: [50, 50],
  });
});

test("what was found of a hidden number is told in counts; a member that goes the other way is turned", () => {
  const found = { column: 0, attacker: ["A"], attack: "interval", down: -1, up: 2 } as const;
  assert.deepEqual(foundFinding(set, bounds, found, { cell: 1, sign: 1 }), {
    attack: "interval",
    cell: "hidden",
    attacker: { participant: "A" },
    interval: [6, 9],
  });
  assert.deepEqual(
    foundFinding(set, bounds, { ...found, attacker: [] }, { cell: 1, sign: -1 }).interval,
    [5, 8],
  );
});

test("a number that rounding alone narrows to less than five was opened by rounding", () => {
  const found = { column: 0, attacker: [], attack: "interval", down: 0, up: 0 } as const;
  const within = (low: number, high: number) =>
    foundFinding(set, { low: Float64Array.of(0, low), high: Float64Array.of(0, high) }, found, {
      cell: 1,
      sign: 1,
    }).attack;
  assert.equal(within(5, 9), "rounded");
  assert.equal(within(5, 10), "interval");
});

test("one of an earlier publication was opened by the ledger, whatever else narrows it", () => {
  const found = { column: 0, attacker: [], attack: "exact", down: 0, up: 0 } as const;
  assert.equal(foundFinding(set, bounds, found, { cell: 4, sign: 1 }).attack, "ledger");
  assert.equal(foundFinding(set, bounds, found, { cell: 3, sign: 1 }).attack, "rounded");
  assert.equal(foundFinding(set, bounds, found, { cell: 1, sign: 1 }).attack, "exact");
});

test("a sum that is wrong is named by its place", () => {
  assert.deepEqual(brokenRelation(7), {
    ...{ attack: "sums", cell: "relations[7]", attacker: "outsider", interval: null },
  });
});
