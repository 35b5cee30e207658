import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { protectNation, protectRelease } from "../index.ts";
import {
  type Course,
  countedCourses,
  phasedCodebook,
  phasedSpecifications,
} from "../testing/phased-nation.ts";
import { byName, chainOf, rowsOf } from "../testing/told-tables.ts";

const answered = { risk: 1, given: 1, left: 1, goal: 1 } as const;

function times(count: number, of: string, said: Partial<Course>): readonly Course[] {
  return Array.from({ length: count }, () => ({
    ...{ of, sex: 1, until: "after" as const },
    ...answered,
    ...said,
  }));
}

const waits = {
  forBefore: {
    ...{ until: "background", risk: undefined, given: undefined },
    ...{ left: undefined, goal: undefined },
  },
  forDuring: { until: "before", given: undefined, left: undefined, goal: undefined },
} as const satisfies { readonly [phase: string]: Partial<Course> };

async function protectedCourses(...cases: readonly (readonly Course[])[]) {
  const { tables, own } = await countedCourses(cases.flat());
  const told = protectNation(tables, phasedCodebook, { own });
  const release = protectRelease({
    codebook: phasedCodebook,
    specifications: phasedSpecifications,
    nation: tables,
    municipalities: own,
    participants: ["9001", "9002", "9003"].map((id) => ({ id, name: id })),
    areas: [],
    interim: true,
  });
  assert.ok(release.kind === "done");
  const isWithdrawn = !release.value.tables.every(({ counts }, at) =>
    isDeepStrictEqual(counts, told[at]?.counts),
  );
  return { told: byName(told), isWithdrawn };
}

/** 230 that have come to «before», and of these 227 less `unanswered` that have answered «given». */
const cases = (unanswered: number) => [
  times(60, "9001", {}),
  times(33, "9001", { risk: 2, given: 2 }),
  times(7, "9001", waits.forDuring),
  times(5, "9002", waits.forBefore),
  times(95 - unanswered, "9002", { risk: 2, given: 2 }),
  times(unanswered, "9002", { given: undefined }),
  times(20, "9003", { risk: 3 }),
  times(15, "9003", { given: 2 }),
  times(5, "9003", waits.forBefore),
];

test("those who have come so far and not answered are held against each participant", async () => {
  // 230 − 220: ten that have come to «before» and not answered «given», seven of them 9001's own.
  const { told, isWithdrawn } = await protectedCourses(...cases(3));
  assert.deepEqual(chainOf(told("risk")), [240, 230, 230, 230]);
  assert.deepEqual(chainOf(told("given")), [240, null, null, null]);
  assert.equal(rowsOf(told("given")), "1=.. 2=140 99=0");
  assert.equal(isWithdrawn, false);
});

test("where five are left without any participant the answered are told", async () => {
  const { told, isWithdrawn } = await protectedCourses(...cases(5));
  assert.deepEqual(chainOf(told("given")), [240, null, 218, 218]);
  assert.equal(isWithdrawn, false);
});

/** Of 80 men that have come to «before» all but `waiting` have come to «during»; so have 100 women. */
const menWait = (waiting: number) => [
  times(70, "9001", {}),
  times(30, "9002", { risk: 2, given: 2, left: 2 }),
  times(40, "9002", { sex: 2, left: undefined }),
  times(40 - waiting, "9003", { sex: 2, left: undefined, risk: 2, given: 2, goal: 2 }),
  times(waiting, "9003", { sex: 2, ...waits.forDuring }),
  times(40, "9003", {}),
  ...["9001", "9002", "9003"].map((of) => times(15, of, waits.forDuring)),
];

test("what women alone are asked does not tell how many men wait", async () => {
  // 217 were given something, 140 women were asked whether they left: 77 men of 80 have come so far.
  const { told, isWithdrawn } = await protectedCourses(...menWait(3));
  assert.deepEqual(chainOf(told("given")), [265, 217, 217, 217]);
  assert.deepEqual(chainOf(told("men:risk")), [80, 80, 80, 80]);
  assert.deepEqual(chainOf(told("left")), [185, null, 140, 140]);
  assert.equal(isWithdrawn, false);
});
