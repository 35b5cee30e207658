import assert from "node:assert/strict";
import { test } from "node:test";
import type { Variable } from "#codebook";
import { groupsIn, kindsOf, sumsIn } from "../testing/adding-choices.ts";
import type { Sets } from "../testing/told-choices.ts";
import {
  isWithinReach,
  mayBeAnybody,
  type Sum,
  sumsOf,
  type Told,
  type ToldChoices,
} from "./choice-sums.ts";

function asked(of: number, alone: readonly number[] = []): Variable {
  const options = Array.from({ length: of }, (_, at) => ({
    code: at + 1,
    ...(alone.includes(at + 1) ? { exclusive: true } : {}),
  }));
  return { options } as unknown as Variable;
}

/** All families of these of at most so many. */
function families<Each>(of: readonly Each[], most = of.length): readonly (readonly Each[])[] {
  return Array.from({ length: 2 ** of.length }, (_, mask) =>
    of.filter((_each, at) => (mask >> at) % 2 === 1),
  ).filter(({ length }) => length <= most);
}

const timesIn = (kind: readonly number[], of: Told) => {
  if (of === "all") return 1;
  return of === "total" ? kind.length : Number(kind.some((code) => of.includes(code)));
};

const rowOf = (kinds: Sets, sum: Sum) =>
  kinds.map((kind) => sum.reduce((all, { of, times }) => all + times * timesIn(kind, of), 0));

test("what can be told of three options comes to sums that count nobody less than never, and every other is one of these or several", () => {
  let tried = 0;
  for (const alone of [[], [3], [2, 3]]) {
    for (const singles of families([[1], [2], [3]])) {
      for (const together of families(
        [
          [1, 2],
          [1, 3],
          [2, 3],
        ],
        2,
      )) {
        for (const [isAlone, hasTotal] of [
          [true, true],
          [true, false],
          [false, true],
          [false, false],
        ] as const) {
          const told = {
            question: asked(3, alone),
            sets: [...singles, ...together],
            isAlone,
            hasTotal,
          };
          if (!isWithinReach(told)) continue;
          tried += 1;
          assertComplete(told, [...kindsOf(3, alone), ...(isAlone ? [] : [[]])]);
        }
      }
    }
  }
  assert.equal(tried, 522);
});

function assertComplete(told: ToldChoices, kinds: Sets): void {
  const name = JSON.stringify({ ...told, question: told.question.options });
  const { sums, others } = sumsOf(told);
  const rows = sums.map((sum) => rowOf(kinds, sum));
  const all: readonly Told[] = [...told.sets, "all", ...(told.hasTotal ? ["total" as const] : [])];
  const atMost = others.filter((sum) => sum.some(({ of }) => of === "total"));
  for (const row of [...rows, ...others.map((sum) => rowOf(kinds, sum))]) {
    assert.ok(
      row.every((times) => times >= 0),
      `${row} in ${name}`,
    );
  }
  const usable = [...rows, ...atMost.map((sum) => rowOf(kinds, sum))].filter((row) =>
    row.some((times) => times > 0),
  );
  const numbers = all.map((of) => kinds.map((kind) => timesIn(kind, of)));
  const known = new Map<string, boolean>();
  for (const row of [...groupsIn(numbers), ...sumsIn(numbers)]) {
    assert.ok(isMadeOf(row), `${row} of ${name}`);
  }

  function isMadeOf(row: readonly number[]): boolean {
    if (row.every((times) => times === 0)) return true;
    const key = row.join();
    const found =
      known.get(key) ??
      usable.some(
        (part) =>
          part.every((times, at) => times <= (row[at] ?? 0)) &&
          isMadeOf(row.map((times, at) => times - (part[at] ?? 0))),
      );
    known.set(key, found);
    return found;
  }
}

/** In words, such as `1+2 − 1`, sorted. */
function inWords(sums: readonly Sum[]): readonly string[] {
  const words = sums.map((sum) =>
    [...sum]
      .sort((one, other) => other.times - one.times)
      .map(({ of, times }) => {
        const name = typeof of === "string" ? of : of.join("+");
        const often = Math.abs(times) === 1 ? "" : `${Math.abs(times)}×`;
        return `${times > 0 ? "" : "− "}${often}${name}`;
      })
      .join(" "),
  );
  return [...new Set(words)].sort();
}

const plain = { question: asked(4), isAlone: true, hasTotal: false } as const;

test("of single options there is each, and whoever did not choose it", () => {
  const { sums, others, counted } = sumsOf({ ...plain, sets: [[1], [2]] });
  assert.deepEqual(inWords(sums), ["1", "2", "all", "all − 1", "all − 2"]);
  assert.deepEqual(inWords(others), ["", "all − 1", "all − 2"]);
  assert.deepEqual(
    counted.map(({ codes }) => codes),
    [[1], [2], [1, 2, 3, 4]],
  );
});

test("what stands alone is taken off every set, and what comes of that is told too", () => {
  const question = asked(4, [4]);
  const { sums, counted } = sumsOf({ ...plain, question, sets: [[4], [1, 4], [2]] });
  assert.deepEqual(
    counted.map(({ codes }) => codes),
    [[4], [2], [1], [1, 2, 3]],
  );
  assert.deepEqual(inWords(sums), ["1+4 − 4", "2", "4", "all − 1+4", "all − 4", "all − 4 − 2"]);
});

test("of a sum what is left is covered too, and what could have been chosen and was not", () => {
  const { sums, others } = sumsOf({ ...plain, sets: [[1], [2, 3]], hasTotal: true });
  assert.deepEqual(inWords(sums), [
    ...["1", "2+3", "all", "all − 1", "all − 2+3", "total − 1"],
    ...["total − 1 − 2+3", "total − all"],
  ]);
  assert.deepEqual(inWords(others), ["", "2×2+3 all 1 − total", "all − 1", "all − 2+3"]);
});

test("out of reach are three sets that share options, unless one holds the others", () => {
  const isReached = (...sets: Sets) => isWithinReach({ ...plain, sets });
  assert.ok(isReached([1, 2], [2, 3], [3, 4]));
  assert.ok(isReached([1, 2], [2, 3], [1, 2, 3]));
  assert.ok(!isReached([1, 2, 3], [2, 3, 4], [2, 3]));
  assert.ok(isReached([1, 2], [1, 2, 3], [4, 3]));
  assert.ok(isReached([1], [2], [1, 2], [2, 3]));
  assert.ok(!isReached([1, 2], [2, 3], [1, 3]));
  assert.ok(!isReached([1, 3], [1, 4], [1, 2, 4]));
  assert.ok(!isReached([1, 2], [2, 3], [2, 4]));
});

test("and a sum that leaves one option, or some of which one case can have given only one, or two sets share", () => {
  const isReached = (sets: Sets, alone: readonly number[] = []) =>
    isWithinReach({ question: asked(4, alone), isAlone: true, hasTotal: true, sets });
  assert.ok(isReached([[1], [2], [3], [4]]));
  assert.ok(!isReached([[1], [2], [3]]));
  assert.ok(isReached([[1], [2]]));
  assert.ok(!isReached([[1], [2]], [4]));
  assert.ok(isReached([[1]], [4]));
  assert.ok(!isReached([[1], [2]], [3, 4]));
  assert.ok(!isReached([[1], [2, 3], [3, 4]]));
  assert.ok(isReached([[1], [2, 1], [3, 1]]));
  assert.ok(isReached([[1], [2, 3]]));
});

test("a sum of which the codebook lets nobody be guards nobody", () => {
  const may = (written: readonly [Told, number][], alone: readonly number[] = []) =>
    mayBeAnybody(
      written.map(([of, times]) => ({ of, times })),
      asked(3, alone),
    );
  assert.ok(may([[[1], 1]]));
  assert.ok(
    !may([
      ["all", 1],
      [[1, 2, 3], -1],
    ]),
  );
  assert.ok(
    may([
      ["all", 1],
      [[1, 2], -1],
    ]),
  );
  const both = [
    [[1], 1],
    [[2], 1],
    [[1, 2], -1],
  ] as const;
  assert.ok(may(both.map(([of, times]) => [of, times])));
  assert.ok(
    !may(
      both.map(([of, times]) => [of, times]),
      [2],
    ),
  );
  assert.ok(
    may([
      ["total", 1],
      ["all", -1],
    ]),
  );
  assert.ok(
    may(
      [
        ["total", 1],
        ["all", -1],
      ],
      [1],
    ),
  );
  assert.ok(
    !may(
      [
        ["total", 1],
        ["all", -1],
      ],
      [1, 2],
    ),
  );
});
