import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook, type Item } from "#codebook";
import { isoDate, itemId } from "#kernel";
import { dueReassessment } from "./due-reassessment.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no such codebook");

type Assessed = { readonly on: string; readonly level: number | "not assessed" };

function dueOn(assessments: readonly Assessed[], today: string, state: "open" | "closed" = "open") {
  const items = assessments.map(
    ({ on, level }, index): Item => ({
      id: itemId(String(index).padStart(32, "0")),
      group: "riskAssessment",
      phase: "before",
      answers: {
        method: { kind: "codes", codes: [1] },
        date: { kind: "date", date: isoDate(on) },
        level:
          level === "not assessed"
            ? { kind: "missing", code: 98 }
            : { kind: "codes", codes: [level] },
      },
    }),
  );
  return dueReassessment({ state, sheet: { answers: {}, items } }, codebook, isoDate(today))?.dueOn;
}

test("the higher the level, the sooner; and the lowest has its day too", () => {
  for (const [level, due] of [
    [4, "2026-03-08"],
    [3, "2026-03-31"],
    [2, "2026-05-30"],
    [1, "2026-08-28"],
  ] as const) {
    assert.equal(dueOn([{ on: "2026-03-01", level }], due), due);
    const dayBefore = due.replace(/\d\d$/, (day) => String(Number(day) - 1).padStart(2, "0"));
    assert.equal(dueOn([{ on: "2026-03-01", level }], dayBefore), undefined);
  }
});

test("a new assessment starts the time anew, in whichever order they were registered", () => {
  const first = { on: "2026-03-01", level: 4 } as const;
  const second = { on: "2026-03-09", level: 1 } as const;
  assert.equal(dueOn([first, second], "2026-04-01"), undefined);
  assert.equal(dueOn([second, first], "2026-04-01"), undefined);
});

test("of two methods on one day the more worried one decides", () => {
  const same = [
    { on: "2026-03-01", level: 1 },
    { on: "2026-03-01", level: 4 },
  ] as const;
  assert.equal(dueOn(same, "2026-04-01"), "2026-03-08");
  assert.equal(dueOn(same.toReversed(), "2026-04-01"), "2026-03-08");
});

test("an assessment without a level does not put off the next", () => {
  const assessments = [
    { on: "2026-03-01", level: 4 },
    { on: "2026-03-20", level: "not assessed" },
  ] as const;
  assert.equal(dueOn(assessments, "2026-04-01"), "2026-03-08");
});

test("nothing is due before the first assessment, nor in a closed case", () => {
  assert.equal(dueOn([], "2026-04-01"), undefined);
  assert.equal(dueOn([{ on: "2026-03-01", level: 4 }], "2026-04-01", "closed"), undefined);
});
