import assert from "node:assert/strict";
import { test } from "node:test";
import { protectNation } from "../index.ts";
import { countedBoth, type Said, times, tinyCodebook } from "../testing/tiny-nation.ts";
import { byName, chainOf, partOf, rowsOf } from "../testing/told-tables.ts";

/** One municipality; `own`: its units, each counted as if it were one. */
async function municipality(said: readonly Said[]) {
  const { own: tables } = await countedBoth(said.map((each) => ({ ...each, of: "9001" })));
  const { own } = await countedBoth(said);
  return byName(protectNation(tables, tinyCodebook, { own, guard: "below" }));
}

const severe = (count: number, severity: number, more: Partial<Said> = {}) =>
  times(count, { sex: 1, isBegun: true, honour: 1, severity, left: 1, help: [1], ...more });

test("in a municipality's own release an answer that nobody gave is merged as well", async () => {
  const told = await municipality([...severe(40, 1), ...severe(30, 2), ...severe(20, 3)]);
  assert.equal(rowsOf(told("severity")), "1=40 2=30 3+4=20 98=0 99=0");
  assert.deepEqual(partOf(told("very-severe")), [null, null]);
  assert.equal(rowsOf(told("sex")), "1=90 2=0 3=0", "what is known of a client anyway");
});

test("neither is it told where nobody outside a subgroup gave it", async () => {
  const man = { sex: 2, left: undefined };
  const told = await municipality([
    ...severe(40, 1),
    ...severe(30, 2),
    ...severe(20, 3),
    ...severe(9, 1, man),
    ...severe(9, 2, man),
    ...severe(9, 3, man),
    ...severe(9, 4, man),
  ]);
  assert.equal(rowsOf(told("severity")), "1=49 2=39 3=29 4=9 98=0 99=0");
  assert.equal(rowsOf(told("men:severity")), "1=9 2=9 3+4=18 98=0 99=0");
});

test("of several choices neither what nobody chose, nor what everybody did", async () => {
  const told = await municipality([
    ...severe(40, 1, { help: [1] }),
    ...severe(30, 2, { help: [1, 2] }),
  ]);
  assert.equal(rowsOf(told("help")), "1=.. 2=30 3=.. 99=0");
  assert.deepEqual(partOf(told("helps-per-case")), [100, 70], "70 of 1 and 3 together");
});

test("nor does the sum of all choices tell that nobody made those that are hidden", async () => {
  const told = await municipality([
    ...severe(40, 1, { help: [1] }),
    ...severe(30, 1, { help: [2] }),
    ...severe(20, 1, { help: [1, 2] }),
  ]);
  // 60 + 50 + 0: with 1 and 2 told, the sum would leave nobody for 3.
  assert.equal(rowsOf(told("help")), "1=60 2=.. 3=.. 99=0");
  assert.deepEqual(partOf(told("helps-per-case")), [110, 90]);
});

test("where nobody has answered at all, that is what is told", async () => {
  const told = await municipality(times(40, { sex: 1, isBegun: false }));
  assert.equal(rowsOf(told("severity")), "1=0 2=0 3=0 4=0 98=0 99=0");
  assert.deepEqual(chainOf(told("severity")), [40, 0, 0, 0]);
});

test("its units are participants: none can tell the few of the others", async () => {
  const said = [...severe(40, 1), ...severe(30, 2), ...severe(20, 3), ...severe(12, 4)];
  const [here, there] = [{ of: "9001" }, { of: "9002" }];
  const told = await municipality([
    ...said.map((each) => ({ ...each, ...here })),
    ...severe(9, 1, there),
    ...severe(9, 2, there),
    ...severe(9, 3, there),
    ...severe(3, 4, there),
  ]);
  assert.equal(rowsOf(told("severity")), "1=49 2=39 3+4=44 98=0 99=0");
});

test("the nation is no municipality", async () => {
  const { tables, own } = await countedBoth(severe(40, 1));
  assert.throws(() => protectNation(tables, tinyCodebook, { guard: "below" }), /not of the muni/);
  assert.throws(() => protectNation(own, tinyCodebook), /not of the nation/);
});
