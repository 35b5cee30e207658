import assert from "node:assert/strict";
import { test } from "node:test";
import { tableSet } from "../testing/table-set.ts";
import { checkMoves } from "./check-moves.ts";
import { checkNothingSettled } from "./check-nothing-settled.ts";
import { hideReport } from "./hide-report.ts";
import { Hiding } from "./hiding.ts";
import { Keeper } from "./keep-safe.ts";
import { groundOf, type Move } from "./move.ts";
import { onlookersOf } from "./onlookers.ts";
import { tellAgain } from "./tell-again.ts";
import { unknownsOf } from "./unknowns.ts";

const counted = tableSet({
  counts: {
    ...{ "all yes": 32, "all no": 38, "all a": 22, "all b": 30, "all c": 18 },
    ...{ "a yes": 2, "a no": 20, "b yes": 20, "b no": 10, "c yes": 10, "c no": 8 },
  },
  sums: [
    ["all yes", "a yes", "b yes", "c yes"],
    ["all no", "a no", "b no", "c no"],
    ["all a", "a yes", "a no"],
    ["all b", "b yes", "b no"],
    ["all c", "c yes", "c no"],
  ],
});
const [aYes, aNo, bYes, bNo, cYes, cNo] = [5, 6, 7, 8, 9, 10];

function begun(set = counted) {
  const unknowns = unknownsOf(set);
  const onlookers = onlookersOf(set, unknowns);
  const hiding = new Hiding(unknowns, [aYes]);
  const keeper = new Keeper(set.set, unknowns, onlookers, hiding);
  return { unknowns, onlookers, hiding, keeper, ground: groundOf(unknowns, onlookers) };
}

function between(yes: number, no: number): Move {
  return {
    unknowns: Int32Array.of(aYes, aNo, yes, no),
    up: Float64Array.of(5, -5, -5, 5),
    down: Float64Array.of(1, -1, -1, 1),
    ...{ unit: 1, by: "program", exposedTo: [] },
  };
}

const hiddenIn = ({ hidden }: Hiding) => [...hidden.keys()].filter((at) => hidden[at] === 1);

test("a guarded number is kept uncertain once, and then it is", () => {
  const { hiding, keeper } = begun();
  assert.equal(keeper.unprotectedFrom(aYes, []), -1);
  assert.equal(keeper.keep(aYes, "shifts"), true);
  const [move, ...more] = hiding.movesOf(aYes);
  assert.equal(more.length, 0);
  assert.equal(move?.by, "shifts");
  assert.equal(hiddenIn(hiding).length, 4);
  assert.equal(keeper.keep(aYes, "shifts"), true);
  assert.deepEqual(hiding.movesOf(aYes), [move]);
});

test("what one participant sees through another move hides, and nobody is left", () => {
  const participants = ["b", "c"].map((region) => {
    const [yes, no, own] = region === "b" ? [20, 10, 3] : [10, 8, 4];
    return {
      region,
      own: new Map([
        [0, yes],
        [1, no],
        [own, yes + no],
      ]),
    };
  });
  const { hiding, keeper } = begun({ ...counted, participants });
  const [throughB, throughC] = [
    { ...between(bYes, bNo), exposedTo: [0] },
    { ...between(cYes, cNo), exposedTo: [1] },
  ];
  assert.equal(keeper.unprotectedFrom(aYes, [throughB]), 0);
  assert.equal(keeper.unprotectedFrom(aYes, [throughC]), 1);
  assert.equal(keeper.unprotectedFrom(aYes, [throughB, throughC]), undefined);
  assert.equal(keeper.keep(aYes, "shifts"), true);
  assert.equal(hiding.movesOf(aYes).length, 2);
  assert.deepEqual(hiddenIn(hiding), [aYes, aNo, bYes, bNo, cYes, cNo]);
});

test("told again is what another move can do without, if that hides less", () => {
  const { unknowns, hiding, keeper } = begun();
  const wasteful: Move = {
    unknowns: Int32Array.of(aYes, aNo, bYes, bNo, cYes, cNo),
    up: Float64Array.of(5, -5, -3, 3, -2, 2),
    down: Float64Array.of(0, 0, 0, 0, 0, 0),
    ...{ unit: 1, by: "program", exposedTo: [] },
  };
  hiding.keep(aYes, [wasteful]);
  assert.equal(hiding.cost, 5);
  tellAgain(unknowns, hiding, keeper, (unknown) => `${unknowns.region[unknown]}`);
  assert.equal(hiding.cost, 3);
  assert.equal(hiddenIn(hiding).length, 4);
  assert.equal(
    [...hiding.barred].some((each) => each === 1),
    false,
  );
  const after = hiddenIn(hiding);
  tellAgain(unknowns, hiding, keeper, (unknown) => `${unknowns.region[unknown]}`);
  assert.deepEqual(hiddenIn(hiding), after, "there is nothing more to gain");
});

test("a guarded number without a move, or with one that is seen, stops everything", () => {
  const { hiding, ground } = begun();
  const lost = { message: "A guarded number lost its moves." };
  assert.throws(() => checkMoves([aYes], hiding, ground), lost);
  hiding.keep(aYes, [{ ...between(bYes, bNo), up: Float64Array.of(3, -3, -3, 3) }]);
  assert.throws(() => checkMoves([aYes], hiding, ground), lost, "four is not enough");
  hiding.keep(aYes, [between(bYes, bNo)]);
  assert.doesNotThrow(() => checkMoves([aYes], hiding, ground));
  hiding.hidden[bNo] = 0;
  assert.throws(() => checkMoves([aYes], hiding, ground), lost, "what moves is told");
});

test("a guarded number that the equations settle stops everything", () => {
  const { unknowns, onlookers } = begun();
  const hidden = (...which: readonly number[]) =>
    Uint8Array.from(unknowns.counts, (_, at) => Number(which.includes(at)));
  const settled = { message: "A guarded number is settled by what is told." };
  const check =
    (...which: readonly number[]) =>
    () =>
      checkNothingSettled(unknowns, onlookers, hidden(...which));
  assert.throws(check(aYes, aNo, bYes), settled);
  assert.doesNotThrow(check(aYes, aNo, bYes, bNo));
  assert.doesNotThrow(check(bYes), "nothing guarded is hidden");
});

test("it is told of each level and table what was hidden, and why; and of no count", () => {
  const { unknowns, onlookers, hiding } = begun();
  hiding.keep(aYes, [between(bYes, bNo)]);
  const report = hideReport(counted, hiding.hidden, { unknowns, onlookers, hiding });
  const row = (level: string, table: string, cells: number, guarded = 0, besides = 0) => {
    const keptBy = { shifts: 0, program: guarded };
    const width = guarded > 0 ? { leastWidth: 6 } : {};
    return { level, table, cells, guarded, besides, keptBy, ...width };
  };
  assert.deepEqual(report.tables, [
    ...["yes", "no", "a", "b", "c"].map((table) => row("nation", table, 1)),
    row("municipality", "yes", 3, 1, 1),
    row("municipality", "no", 3, 0, 2),
  ]);
});
