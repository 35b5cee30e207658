import assert from "node:assert/strict";
import { test } from "node:test";
import { single, tallyOf, told } from "../testing/told-choices.ts";
import { amountOf, ofAll } from "./amount.ts";
import { otherCells } from "./cells.ts";
import type { ChoicePlan } from "./choices.ts";
import type { Count } from "./remainder.ts";
import type { Tally } from "./tally.ts";

test("each option is told by itself, if enough chose it and enough did not", () => {
  assert.equal(told("20:1 10:2 5:3"), "1 2 3");
  assert.equal(told("20:1 10:2 4:3"), "1 2");
  assert.equal(told("20:1+2 10:1 4:2"), "2 3", "four did not choose 1");
  assert.equal(told("20:1+2 10:1 4:2 1:3"), "1 2");
});

test("nobody chose it: that is told in the nation, and not of a municipality", () => {
  const groups = "20:1 10:2";
  assert.equal(told(groups), "1 2 3");
  assert.equal(told(groups, { plan: { guardsNobody: true } }), "1 2");
});

test("everybody chose it: that is told only of what is not sensitive", () => {
  const groups = "20:1 10:1+2";
  assert.equal(told(groups), "2 3");
  assert.equal(told(groups, { plan: { isSensitive: false } }), "1 2 3");
});

test("one participant's own are taken away first", () => {
  const groups = "20:1 10:2 9:3";
  assert.equal(told(groups, { own: [5, 2, 4] }), "1 2 3");
  assert.equal(told(groups, { own: [5, 2, 5] }), "1 2");
});

test("an option that stands alone is no other: who chose neither is left", () => {
  const groups = "20:1 10:2 4:3+2 3:2";
  assert.equal(told("20:1 10:3 3:2"), "1 3");
  assert.equal(told("20:1 10:3 3:2", { alone: [1] }), "1");
  assert.equal(told("20:1 10:3 3:2", { alone: [3] }), "1");
  assert.equal(told(groups, { alone: [1] }), "1 2");
});

test("nobody chose neither: only of a municipality that tells something, and not where all options are", () => {
  const groups = "20:1 10:3";
  assert.equal(told(groups, { alone: [1] }), "1 2 3");
  assert.equal(told(groups, { alone: [1], plan: { guardsNobody: true } }), "1");
  const two = { candidates: [[1], [2, 3]], plan: { guardsNobody: true } };
  assert.equal(told(groups, { ...two, alone: [1] }), "1 2+3", "one of them had to be chosen");
});

const either = { of: 4, candidates: [[1], [2], [3], [1, 2]] };

test("several options counted together: what they add to each, and who chose from both", () => {
  assert.equal(told("20:1 10:2 9:3 6:1+2", either), "1 2 3 1+2");
  assert.equal(told("20:1 10:2 9:3 4:1+2", either), "1 2 3", "four chose 1 and 2");
  assert.equal(told("20:1 4:2 9:3 6:1+2", either), "1 2 3", "four only 2");
  assert.equal(told("20:1 9:3 6:1+2", either), "1 2 3 1+2", "nobody only 2");
  const guarded = { ...either, plan: { guardsNobody: true } };
  assert.equal(told("20:1 9:3 6:1+2 5:1+3", guarded), "1 2 3");
  assert.equal(told("20:1 9:3 6:1+2 5:1+3 5:2", guarded), "1 2 3 1+2");
  assert.equal(told("20:1 10:2 4:3 6:1+2", either), "1 2", "four neither");
});

test("of what was told together first, an option is told only if the rest is enough", () => {
  const first = { candidates: [[1, 2], [1]] };
  assert.equal(told("20:1 5:2 9:3", first), "1+2 1");
  assert.equal(told("20:1 4:2 9:3", first), "1+2");
  assert.equal(told("20:1 9:3", first), "1+2 1");
  assert.equal(told("20:1 9:3", { ...first, plan: { guardsNobody: true } }), "1+2");
});

test("nobody chose both: that is told in the nation, of a municipality only of what excludes the other", () => {
  const groups = "20:1 10:2 9:3 8:4";
  const guarded = { ...either, plan: { guardsNobody: true } };
  assert.equal(told(groups, either), "1 2 3 1+2");
  assert.equal(told(groups, guarded), "1 2 3");
  assert.equal(told(groups, { ...guarded, alone: [1, 3] }), "1 2 3 1+2");
  assert.equal(told(groups, { ...guarded, alone: [3] }), "1 2 3");
});

test("sets of several options that are a third together tell who chose from both", () => {
  const three = {
    of: 4,
    candidates: [
      [1, 2],
      [2, 3],
      [1, 2, 3],
    ],
  };
  assert.equal(told("20:1 20:3 5:2 9:4", three), "1+2 2+3 1+2+3");
  assert.equal(told("20:1 20:3 4:2 9:4", three), "1+2 2+3");
  // Those that share an option are not within each other.
  const across = {
    of: 4,
    candidates: [
      [1, 2],
      [2, 3, 4],
    ],
  };
  assert.equal(told("20:1 10:2 10:3 9:4", across), "1+2 2+3+4");
});

test("what is not counted among all can be held against nothing there", () => {
  const [narrow, wide] = [tallyOf("20:1 10:2 9:3", single), tallyOf("60:1 50:2 49:3", [])];
  const { total: _, ...rest } = wide;
  const without: Tally = { ...rest, total: undefined };
  const remainders: ChoicePlan["remainders"] = [
    [{ tally: narrow, sign: 1 }],
    [
      { tally: without, sign: 1 },
      { tally: narrow, sign: -1 },
    ],
  ];
  assert.equal(told("20:1 10:2 9:3", { hasTotal: true, plan: { remainders } }), "1 2 3 sum");
});

test("several options counted together are alone only if each of them is", () => {
  const apart = { candidates: [[1, 2], [3]], plan: { guardsNobody: true }, alone: [1] };
  assert.equal(told("20:1 9:2 10:3", apart), "1+2");
  assert.equal(told("20:1 9:2 10:3", { ...apart, alone: [1, 2] }), "1+2 3");
  assert.equal(told("20:1 9:2 9:3", { candidates: [[1, 2], [1]], alone: [1] }), "1+2 1");
});

test("two sets that are all options together tell who chose from both", () => {
  const apart = { candidates: [[3], [1, 2]] };
  assert.equal(told("20:1 10:3 5:1+3", apart), "3 1+2");
  assert.equal(told("20:1 10:3 4:1+3", apart), "3");
  const guarded = { ...apart, plan: { guardsNobody: true } };
  assert.equal(told("20:1 10:3", guarded), "3");
  assert.equal(told("20:1 10:3", { ...guarded, alone: [3] }), "3 1+2");
  // Told in one block with the silent, nobody knows how many chose anything.
  assert.equal(told("20:1 10:3 4:1+3", { ...apart, silent: 9 }), "3 1+2");
});

test("with those who did not answer in their block, what is left are they too", () => {
  assert.equal(told("20:1+2 10:1 3:2", { silent: 3 }), "1 2 3");
  assert.equal(told("20:1+2 10:1 3:2", { silent: 1 }), "2 3");
});

test("those who wait in their block are held against all who have come to the phase", () => {
  const chosen = [otherCells.chosen, otherCells.notBegun];
  const beside = (count: number) => ({ plan: { chosen, beside: [amountOf(count, [])] } });
  // Thirty less the twenty of 1, and less what another question tells of them.
  assert.equal(told("20:1 10:2", beside(-5)), "1 2 3");
  assert.equal(told("20:1 10:2", beside(-6)), "2 3");
});

test("how often more than one of a set was chosen follows from its options and itself", () => {
  const three = { of: 4, candidates: [[1], [2], [3], [1, 2, 3]] };
  assert.equal(told("20:1 20:2 20:3 9:4 5:1+2", three), "1 2 3 1+2+3");
  assert.equal(told("20:1 20:2 20:3 9:4 3:1+2", three), "1 2 3");
  const last = { ...three, candidates: [[1, 2, 3], [1], [2], [3]] };
  assert.equal(told("20:1 20:2 20:3 9:4 3:1+2", last), "1+2+3 1 2");
  const guarded = { ...three, plan: { guardsNobody: true } };
  assert.equal(told("20:1 20:2 20:3 9:4", guarded), "1 2 3", "nobody chose more than one");
  assert.equal(told("20:1 20:2 20:3 9:4", { ...guarded, alone: [3] }), "1 2 3");
  assert.equal(
    told("20:1 20:2 20:3 9:4", { ...guarded, alone: [2, 3] }),
    "1 2 3 1+2+3",
    "nobody could",
  );
});

test("the sum of all options is told, if what it leaves of those that are told is enough", () => {
  const sum = { hasTotal: true };
  assert.equal(told("20:1 15:2 10:3 6:1+2", sum), "1 2 3 sum");
  assert.equal(told("20:1 15:2 10:3 4:1+2", sum), "1 2", "four more than cases");
  assert.equal(told("20:1 15:2 10:3 4:1+2"), "1 2", "without the sum too, if all are told");
  assert.equal(told("20:1 15:2 10:3 4:1+2", { ...sum, silent: 9 }), "1 2 3 sum", "of how many?");
});

test("where an option is hidden the smallest that are told go with it, until the rest is enough", () => {
  const sum = { hasTotal: true };
  const groups = "20:1 15:2 6:1+2";
  assert.equal(told(`${groups} 4:3`, sum), "1 sum", "21 of 2 and 4 of 3 together");
  assert.equal(told("20:1 25:2 6:1+2 4:3", sum), "2 sum");
  assert.equal(told(`${groups} 5:3`, sum), "1 2 3 sum");
});

test("the sum leaves nobody for what is hidden: of a municipality that tells as much", () => {
  const groups = "20:1 15:2 6:1+2";
  const guarded = { hasTotal: true, plan: { guardsNobody: true } };
  assert.equal(told(groups, { hasTotal: true }), "1 2 3 sum");
  assert.equal(told(groups, guarded), "1 sum");
  assert.equal(told(`${groups} 9:3`, guarded), "1 2 3 sum", "of all options nothing is left");
});

test("the sum is held against several options counted together as well", () => {
  // 67 less the 18 of 3, and the 45 that chose 1 or 2, leaves those that chose both.
  const counted = { of: 4, candidates: [[3], [4], [1, 2]], hasTotal: true };
  assert.equal(told("20:1 15:2 12:3 9:4 4:1+2 6:1+3", counted), "3 1+2 sum", "four chose both");
  assert.equal(told("20:1 15:2 12:3 9:4 5:1+2 6:1+3", counted), "3 4 1+2 sum");
});

test("nothing is told beside what was published before that does not go with it", () => {
  const seen = new Set<number>();
  const isSafeSince = (count: Count) => {
    const tally = tallyOf("20:1 10:2 9:3", single);
    const amount = count(tally);
    if (amount) seen.add(ofAll(amount));
    return true;
  };
  told("20:1 10:2 9:3", { hasTotal: true, plan: { isSafeSince } });
  // Each option; what it leaves of all who chose; the sum, without options and without cases.
  assert.deepEqual(
    [...seen].sort((a, b) => a - b),
    [0, 9, 10, 19, 20, 29, 30],
  );
  // 48 were asked: without the twenty of 1 they are 28.
  const all = tallyOf("20:1 10:2 9:3", single, 9);
  const isNot28 = (count: Count) => ofAll(count(all) ?? amountOf(0, [])) !== 28;
  const plan = { isSafeSince: isNot28, chosen: [otherCells.chosen] };
  assert.equal(told("20:1 10:2 9:3", { silent: 9, plan }), "2 3");
  const never = { plan: { isSafeSince: () => false }, hasTotal: true };
  assert.equal(told("20:1 10:2 9:3", never), "");
});
