import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandomness } from "#kernel";
import { type CountedSet, leastWidth } from "../linked/linked-cells.ts";
import { ExactAttack } from "../testing/exact-width.ts";
import { attackersOf, guardedCells } from "../testing/guarded-cells.ts";
import { tableSet } from "../testing/table-set.ts";
import { hide } from "./hide.ts";

/** The names of the cells that are not told, held against everybody who attacks. */
function hiddenIn(counted: CountedSet): readonly string[] {
  const outcome = hide(counted);
  assert.ok(outcome.kind === "done");
  const { hidden } = outcome.value;
  for (const attacker of attackersOf(counted)) {
    const attack = new ExactAttack(counted, hidden, attacker);
    for (const cell of guardedCells(counted, attacker)) {
      assert.ok(attack.isUncertain(cell, leastWidth), counted.set.cells[cell]?.id);
      assert.ok(!attack.isSettled(cell), counted.set.cells[cell]?.id);
    }
  }
  return counted.set.cells.filter((_, at) => hidden[at] === 1).map(({ id }) => id);
}

/** Rows by columns with all totals told by the nation. */
function table(rows: readonly (readonly number[])[]): CountedSet {
  const counts: { [cell: string]: number } = {};
  const sums: [string, ...string[]][] = [];
  rows.forEach((row, r) => {
    row.forEach((count, c) => {
      counts[`r${r} c${c}`] = count;
    });
    counts[`all r${r}`] = row.reduce((sum, each) => sum + each, 0);
    sums.push([`all r${r}`, ...row.map((_, c) => `r${r} c${c}`)]);
  });
  rows[0]?.forEach((_, c) => {
    counts[`all c${c}`] = rows.reduce((sum, row) => sum + (row[c] ?? 0), 0);
    sums.push([`all c${c}`, ...rows.map((_, r) => `r${r} c${c}`)]);
  });
  return tableSet({ counts, sums });
}

test("in a table with totals a small number takes three others with it", () => {
  const hidden = hiddenIn(
    table([
      [2, 20, 30],
      [20, 10, 30],
      [30, 30, 30],
    ]),
  );
  assert.equal(hidden.length, 4);
  assert.ok(hidden.includes("r0 c0"));
});

test("two hidden in each line are not enough when they can only move by one", () => {
  const hidden = hiddenIn(
    table([
      [1, 1, 40, 40],
      [1, 1, 40, 40],
      [40, 40, 40, 40],
      [40, 40, 40, 40],
    ]),
  );
  assert.ok(hidden.length > 4, hidden.join());
});

test("two in each line that can be solved together are seen through", () => {
  // Rows 0–1 and columns 0–1 add up to all of their hidden numbers but one.
  const hidden = hiddenIn(
    table([
      [3, 10, 2, 50],
      [10, 3, 50, 50],
      [50, 50, 3, 10],
      [50, 50, 10, 3],
    ]),
  );
  assert.ok(hidden.length >= 7);
});

test("nothing small, nothing hidden", () => {
  assert.deepEqual(
    hiddenIn(
      table([
        [10, 20],
        [30, 40],
      ]),
    ),
    [],
  );
});

const threeInArea = {
  counts: {
    "all yes": 400,
    "all no": 400,
    "all valid": 800,
    "area yes": 62,
    "area no": 64,
    "area valid": 126,
    "rest yes": 338,
    "rest no": 336,
    "rest valid": 674,
    "a yes": 2,
    "a no": 24,
    "a valid": 26,
    "b yes": 30,
    "b no": 20,
    "b valid": 50,
    "c yes": 30,
    "c no": 20,
    "c valid": 50,
  },
  sums: [
    ["all yes", "area yes", "rest yes"],
    ["all no", "area no", "rest no"],
    ["all valid", "area valid", "rest valid"],
    ["area yes", "a yes", "b yes", "c yes"],
    ["area no", "a no", "b no", "c no"],
    ["area valid", "a valid", "b valid", "c valid"],
    ["all valid", "all yes", "all no"],
    ["area valid", "area yes", "area no"],
    ["rest valid", "rest yes", "rest no"],
    ["a valid", "a yes", "a no"],
    ["b valid", "b yes", "b no"],
    ["c valid", "c yes", "c no"],
  ] as const,
};

test("in an area of three a small number hides the answers of all three", () => {
  const outsiders = hiddenIn(tableSet(threeInArea));
  assert.equal(outsiders.length, 4, outsiders.join());
  const all = hiddenIn(tableSet({ ...threeInArea, participants: ["a", "b", "c"] }));
  assert.equal(all.length, 6, all.join());
  for (const region of ["a", "b", "c"]) assert.ok(all.includes(`${region} yes`));
});

test("an area's number is hidden when it is small for the one that has most of it", () => {
  const { counts, sums } = threeInArea;
  // Eight of the area's nine are in `b`.
  const eight = {
    ...counts,
    "all yes": 347,
    "area yes": 9,
    "a yes": 0,
    "b yes": 8,
    "c yes": 1,
    "all valid": 747,
    "area valid": 73,
    "a valid": 24,
    "b valid": 28,
    "c valid": 21,
  };
  const told = tableSet({ counts: eight, sums });
  assert.ok(!hiddenIn(told).includes("area yes"));
  const known = tableSet({ counts: eight, sums, participants: ["a", "b", "c"] });
  assert.ok(hiddenIn(known).includes("area yes"));
});

test("a nought is guarded where the answer is sensitive, else not", () => {
  const counts = {
    "all x": 90,
    "all y": 90,
    "a x": 0,
    "a y": 40,
    "b x": 40,
    "b y": 20,
    "c x": 50,
    "c y": 30,
  };
  const sums = [
    ["all x", "a x", "b x", "c x"],
    ["all y", "a y", "b y", "c y"],
  ] as const;
  assert.deepEqual(hiddenIn(tableSet({ counts, sums })), []);
  const hidden = hiddenIn(tableSet({ counts, sums, sensitive: ["a x"] }));
  assert.equal(hidden.length, 2);
  assert.ok(hidden.includes("a x"));
});

test("«all but one said yes» is hidden however many they are", () => {
  const counts = {
    "all yes": 100,
    "all no": 60,
    "a yes": 29,
    "a no": 1,
    "a valid": 30,
    "b yes": 71,
    "b no": 59,
    "b valid": 130,
  };
  const sums = [
    ["all yes", "a yes", "b yes"],
    ["all no", "a no", "b no"],
    ["a valid", "a yes", "a no"],
    ["b valid", "b yes", "b no"],
  ] as const;
  const unguarded = ["a no", "b no", "b yes", "a valid", "b valid"];
  assert.deepEqual(hiddenIn(tableSet({ counts, sums, unguarded })), []);
  const hidden = hiddenIn(tableSet({ counts, sums, unguarded, wholes: { "a yes": "a valid" } }));
  assert.ok(hidden.includes("a yes"));
});

test("a route that tells the number again is hidden with it", () => {
  const counts = {
    "all yes": 80,
    "all no": 80,
    "a yes": 3,
    "a no": 40,
    "b yes": 77,
    "b no": 40,
    "a eligible": 3,
    "b eligible": 77,
  };
  const sums = [
    ["all yes", "a yes", "b yes"],
    ["all no", "a no", "b no"],
    ["a yes", "a eligible"],
    ["b yes", "b eligible"],
  ] as const;
  const hidden = hiddenIn(tableSet({ counts, sums }));
  assert.deepEqual(hidden, ["a yes", "b yes", "a eligible", "b eligible"]);
});

test("an indicator that is the sum of rows does not give the hidden row away", () => {
  const counts = {
    "all x": 60,
    "all y": 60,
    "all z": 60,
    "a x": 3,
    "a y": 20,
    "a z": 20,
    "a indicator": 23,
    "a valid": 43,
    "b x": 57,
    "b y": 40,
    "b z": 40,
    "b indicator": 97,
    "b valid": 137,
  };
  const sums = [
    ["all x", "a x", "b x"],
    ["all y", "a y", "b y"],
    ["all z", "a z", "b z"],
    ["a indicator", "a x", "a y"],
    ["b indicator", "b x", "b y"],
    ["a valid", "a x", "a y", "a z"],
    ["b valid", "b x", "b y", "b z"],
  ] as const;
  const hidden = hiddenIn(tableSet({ counts, sums }));
  assert.ok(hidden.includes("a y") || hidden.includes("a indicator"), hidden.join());
});

test("a mean times its base does not give the hidden rows away", () => {
  const counts = {
    "all one": 60,
    "all two": 60,
    "all three": 60,
    "a one": 3,
    "a two": 20,
    "a three": 20,
    "a valid": 43,
    "a total": 103,
    "b one": 57,
    "b two": 40,
    "b three": 40,
  };
  const sums = [
    ["all one", "a one", "b one"],
    ["all two", "a two", "b two"],
    ["all three", "a three", "b three"],
    ["a valid", "a one", "a two", "a three"],
  ] as const;
  const total = [
    ["a total", 1],
    ["a one", -1],
    ["a two", -2],
    ["a three", -3],
  ] as const;
  // Two rows alone would be two equations in two unknowns.
  const hidden = hiddenIn(tableSet({ counts, sums, factors: [total] }));
  assert.ok(
    ["a three", "a total", "a valid"].some((name) => hidden.includes(name)),
    hidden.join(),
  );
});

test("of several choices «any of them» and what it leaves over are seen together", () => {
  const counts = {
    "all p": 70,
    "all q": 70,
    "all valid": 160,
    "a p": 3,
    "a q": 20,
    "a any": 21,
    "a both": 2,
    "a none": 20,
    "a valid": 41,
    "b p": 67,
    "b q": 50,
    "b valid": 119,
  };
  const sums = [
    ["all p", "a p", "b p"],
    ["all q", "a q", "b q"],
    ["all valid", "a valid", "b valid"],
    ["a valid", "a any", "a none"],
  ] as const;
  const overlap = [
    ["a p", 1],
    ["a q", 1],
    ["a any", -1],
    ["a both", -1],
  ] as const;
  const hidden = hiddenIn(tableSet({ counts, sums, never: ["a both"], factors: [overlap] }));
  assert.ok(hidden.includes("a p") && hidden.includes("a both"));
});

test("what the nation tells already cannot be hidden: refused by the table's name, without a count", () => {
  const counts = { "all x": 3, "a x": 1, "b x": 2 };
  const outcome = hide(tableSet({ counts, sums: [["all x", "a x", "b x"]] }));
  assert.ok(outcome.kind === "refused");
  assert.deepEqual(
    outcome.problems.map(({ code, at }) => [code, at]),
    [["protect-impossible", "x"]],
  );
  assert.deepEqual(outcome.problems[0]?.details, { table: "x" });
});

test("counts that contradict the relations are a fault of who counted", () => {
  const counts = { "all x": 30, "a x": 10, "b x": 10 };
  assert.throws(() => hide(tableSet({ counts, sums: [["all x", "a x", "b x"]] })));
});

test("little more is hidden than the least that would do", () => {
  let [hidden, least] = [0, 0];
  for (let seed = 0; seed < 40; seed++) {
    const randomness = seededRandomness(seed);
    const count = () => [1, 2, 3, 6, 9, 15, 30][randomness.below(7)] ?? 9;
    const counted = table([0, 1, 2].map(() => [count(), count(), count()]));
    const most = Uint8Array.from(counted.set.cells, ({ role }) => Number(role !== "told"));
    if (!isSafe(counted, most)) continue;
    const outcome = hide(counted);
    assert.ok(outcome.kind === "done", `seed ${seed}`);
    hidden += outcome.value.hidden.reduce((sum, each) => sum + each, 0);
    least += leastHidden(counted);
  }
  assert.ok(least > 0 && hidden / least < 1.15, `${hidden} of ${least}`);
});

function isSafe(counted: CountedSet, hidden: Uint8Array): boolean {
  return attackersOf(counted).every((attacker) => {
    const attack = new ExactAttack(counted, hidden, attacker);
    return guardedCells(counted, attacker).every((cell) => attack.isUncertain(cell, leastWidth));
  });
}

/** By trying all. */
function leastHidden(counted: CountedSet): number {
  const may = [...counted.set.cells.keys()].filter((at) => counted.set.cells[at]?.role === "may");
  let least = may.length;
  for (let pattern = 0; pattern < 2 ** may.length; pattern++) {
    const hidden = new Uint8Array(counted.set.cells.length);
    may.forEach((cell, at) => {
      hidden[cell] = (pattern >> at) & 1;
    });
    const size = hidden.reduce((sum, each) => sum + each, 0);
    if (size < least && isSafe(counted, hidden)) least = size;
  }
  return least;
}
