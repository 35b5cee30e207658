import assert from "node:assert/strict";
import { test } from "node:test";
import type { TableSpecification } from "#tabulation";
import { protectNation } from "../index.ts";
import { countedBoth, type Said, times, tinyCodebook } from "../testing/tiny-nation.ts";
import { byName, chainOf, partOf, rowsOf } from "../testing/told-tables.ts";

async function protectedFrom(
  said: readonly Said[],
  specifications?: readonly TableSpecification[],
) {
  const { tables, own } = await countedBoth(said, specifications);
  return {
    anybody: byName(protectNation(tables, tinyCodebook)),
    participants: byName(protectNation(tables, tinyCodebook, { own })),
  };
}

const severe = (of: string, count: number, severity: number, more: Partial<Said> = {}) =>
  times(count, { of, sex: 1, isBegun: true, honour: 1, severity, left: 1, help: [1], ...more });

/** Three that have about as much of all. */
const others = ["9001", "9002", "9003"].flatMap((of) => [
  ...severe(of, 20, 1),
  ...severe(of, 15, 2, { help: [2] }),
  ...severe(of, 10, 3, { honour: 2 }),
]);

test("a row of which all but four are one participant's own is merged, however large", async () => {
  const said = [...others, ...severe("9001", 26, 4), ...severe("9002", 4, 4)];
  const told = await protectedFrom(said);
  assert.equal(rowsOf(told.anybody("severity")), "1=60 2=45 3=30 4=30 98=0 99=0");
  assert.equal(rowsOf(told.participants("severity")), "1=60 2=45 3+4=60 98=0 99=0");
  assert.deepEqual(partOf(told.participants("very-severe")), [null, null]);
});

test("with five it stands, and so does what nobody said", async () => {
  const said = [...others, ...severe("9001", 26, 4), ...severe("9002", 5, 4)];
  const told = await protectedFrom(said);
  assert.equal(rowsOf(told.participants("severity")), "1=60 2=45 3=30 4=31 98=0 99=0");
});

test("what only one of them has tells it of all the others, and is merged too", async () => {
  const told = await protectedFrom([...others, ...severe("9003", 40, 4)]);
  assert.equal(rowsOf(told.participants("severity")), "1=60 2=45 3+4=70 98=0 99=0");
});

test("a subgroup that is nearly all one participant's is not told of", async () => {
  const man = { sex: 2, left: undefined };
  const men = [...severe("9001", 20, 1, man), ...severe("9002", 4, 2, man)];
  const told = await protectedFrom([...others, ...men]);
  assert.deepEqual(told.anybody("men:cases").counts, { kind: "cases", cases: 24 });
  assert.deepEqual(told.participants("men:cases").counts, { kind: "cases", cases: null });
  assert.equal(rowsOf(told.participants("sex")), "1+2=159 3=0");
});

test("those who have not come to a phase are held against each participant", async () => {
  const waiting = (of: string, count: number) => times(count, { of, sex: 1, isBegun: false });
  const told = await protectedFrom([...others, ...waiting("9001", 9), ...waiting("9002", 2)]);
  assert.equal(chainOf(told.anybody("severity"))[1], 135);
  assert.equal(chainOf(told.participants("severity"))[1], null);
});

test("an option of several is hidden where one participant can tell the few others", async () => {
  const said = [
    ...others,
    ...severe("9001", 12, 1, { help: [1, 3] }),
    ...severe("9002", 3, 1, { help: [3] }),
  ];
  const told = await protectedFrom(said);
  assert.match(rowsOf(told.anybody("help")), /3=15/);
  assert.match(rowsOf(told.participants("help")), /3=\.\./);
});

test("started less closed must leave five open without any one participant", async () => {
  const closed = others.map((each) => ({ ...each, isClosed: true }));
  const specifications = (["started", "closed"] as const).map(
    (population): TableSpecification => ({
      id: population,
      population,
      measure: { kind: "cases" },
    }),
  );
  const said = [...closed, ...severe("9001", 8, 1), ...severe("9002", 3, 1)];
  const told = await protectedFrom(said, specifications);
  assert.deepEqual(told.anybody("closed").counts, { kind: "cases", cases: 135 });
  assert.deepEqual(told.participants("closed").counts, { kind: "cases", cases: null });
  assert.deepEqual(told.participants("started").counts, { kind: "cases", cases: 146 });
});

test("from one who has all the cases nothing can be kept", async () => {
  const said = severe("9001", 40, 1).concat(severe("9001", 20, 2));
  const told = await protectedFrom(said);
  assert.equal(rowsOf(told.participants("severity")), "1=40 2=20 3=0 4=0 98=0 99=0");
});

test("what is nobody's own is not taken for a participant's", async () => {
  const { tables } = await countedBoth(others);
  assert.throws(() => protectNation(tables, tinyCodebook, { own: tables }), /nobody's own/);
});
