import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnswerValue, Item } from "./answer.ts";
import { effectiveCodebooks, libraryMeasures } from "./library.ts";
import { type MeasuredChange, measuredChange } from "./measured-change.ts";
import { type MeasuredField, measuredFields, measuredTwice } from "./measured-twice.ts";
import { codes, date, missing, option, row, writtenCodebook } from "./testing/written-codebook.ts";

const riskView = { group: "risk", field: "level" };

/** Two methods and a level, seen first before and last after, in the order of the day. */
const written = writtenCodebook({
  variables: [
    { id: "methods", type: "multiple", view: { group: "risk", field: "method", take: "set" } },
    { id: "first", view: { ...riskView, phases: ["before"], take: "first", orderBy: "method" } },
    { id: "last", view: { ...riskView, phases: ["after"], take: "last", orderBy: "day" } },
  ],
  groups: [
    {
      id: "risk",
      fields: [
        { id: "method", options: [option(2), option(1)] },
        { id: "day", type: "date" },
        { id: "level", better: "first" },
        { id: "signs", type: "multiple" },
      ],
    },
  ],
});
const [level = assert.fail("nothing is measured twice")] = measuredTwice(written);

let rows = 0;
type Said = { readonly [field: string]: AnswerValue };
function risk(phase: Item["phase"], method: number | undefined, found: number, more: Said = {}) {
  rows += 1;
  const by = method === undefined ? {} : { method: codes(method) };
  const told = found > 96 ? missing(found as 98 | 99) : codes(found);
  return row(`row-${rows}`, "risk", phase, { ...by, level: told, ...more });
}

function on(day: string): Said {
  return { day: date(`2026-0${day}`) };
}

function change(...items: readonly Item[]): MeasuredChange {
  return changeIn(level, items);
}

function changeIn(measured: MeasuredField, items: readonly Item[]): MeasuredChange {
  return measuredChange(measured, items, ({ answers }, { id }) => answers[id]);
}

/** «3 → 1 by 2», or what there is of it. */
function told({ before, after, pair }: MeasuredChange): string {
  const levels = `${before ?? "–"} → ${after ?? "–"}`;
  if (!pair) return levels;
  return `${levels} by ${pair.method ?? "the only one"}${pair.isRepeated ? ", repeated" : ""}`;
}

test("a level before and a level after by the same method are a pair", () => {
  assert.equal(told(change(risk("before", 1, 3), risk("after", 1, 1))), "3 → 1 by 1");
});

test("levels by two methods are two levels and no pair", () => {
  assert.equal(told(change(risk("before", 1, 3), risk("after", 2, 1))), "3 → 1");
});

test("without a level after there is no pair, and what was measured meanwhile is none", () => {
  assert.equal(told(change(risk("before", 1, 3))), "3 → –");
  assert.equal(told(change(risk("before", 1, 3), risk("during", 1, 1))), "3 → –");
  assert.equal(told(change(risk("after", 1, 2))), "– → 2");
  assert.equal(told(change()), "– → –");
});

test("a level that is missing is no level, and the row is passed over for one that has a level", () => {
  assert.equal(told(change(risk("before", 1, 99), risk("after", 1, 2))), "– → 2");
  const again = [risk("before", 1, 98, on("1-01")), risk("before", 1, 3, on("1-09"))];
  assert.equal(told(change(...again, risk("after", 1, 2))), "3 → 2 by 1");
});

test("of several rows the earliest before and the latest after, by the day and not by entry", () => {
  const before = [risk("before", 1, 2, on("4-01")), risk("before", 1, 3, on("1-15"))];
  const after = [risk("after", 1, 1, on("8-20")), risk("after", 1, 2, on("6-30"))];
  assert.equal(told(change(...before, ...after)), "3 → 1 by 1");
});

test("on one day the first entered counts before, and the last entered after", () => {
  const before = [risk("before", 1, 3, on("1-15")), risk("before", 1, 2, on("1-15"))];
  const after = [risk("after", 1, 1, on("8-20")), risk("after", 1, 2, on("8-20"))];
  assert.equal(told(change(...before, ...after)), "3 → 2 by 1");
});

test("of rows before in one quarter the first entered counts, unless the view itself goes by the day", () => {
  const rows = [
    risk("before", 1, 2, on("2-01")),
    risk("before", 1, 3, on("1-15")),
    risk("after", 1, 1, on("8-20")),
  ];
  assert.equal(told(change(...rows)), "2 → 1 by 1");
  assert.equal(told(changeIn({ ...level, isBeforeByDay: true }, rows)), "3 → 1 by 1");
});

test("what is dated after and lies before is two levels and no pair", () => {
  const [early, late] = [on("2-01"), on("2-09")];
  assert.equal(told(change(risk("before", 1, 3, late), risk("after", 1, 1, early))), "3 → 1");
  assert.equal(told(change(risk("before", 1, 3, late), risk("after", 1, 1, late))), "3 → 1 by 1");
  assert.equal(told(change(risk("before", 1, 3, late), risk("after", 1, 1))), "3 → 1 by 1");
  assert.equal(
    told(
      change(
        risk("before", 2, 3, late),
        risk("after", 2, 1, early),
        risk("before", 1, 2, early),
        risk("after", 1, 2, late),
      ),
    ),
    "2 → 2 by 1, repeated",
  );
});

test("where only the level and its method are compared, nobody knows whether a row was copied", () => {
  const rows = [risk("before", 1, 3), risk("after", 1, 3)];
  const known = level.group.fields.filter(({ id }) => id !== "signs");
  const { pair } = measuredChange(level, rows, ({ answers }, { id }) => answers[id], known);
  assert.deepEqual(pair, { method: 1, isRepeated: undefined });
});

test("a row without a day counts only where all lack one", () => {
  const before = [risk("before", 1, 3), risk("before", 1, 2, on("1-15"))];
  const after = [risk("after", 1, 1, on("8-20")), risk("after", 1, 3)];
  assert.equal(told(change(...before, ...after)), "2 → 1 by 1");
  const undated = [risk("before", 1, 3), risk("before", 1, 2)];
  assert.equal(told(change(...undated, risk("after", 1, 3), risk("after", 1, 1))), "3 → 1 by 1");
});

test("of several methods with both, the first in the codebook's list counts, and only that", () => {
  const one = [risk("before", 1, 3), risk("after", 1, 1)];
  const two = [risk("before", 2, 1), risk("after", 2, 2)];
  assert.equal(told(change(...one, ...two)), "1 → 2 by 2");
  assert.equal(told(change(...one, risk("before", 2, 1))), "3 → 1 by 1");
});

test("a method that nobody knows is compared with nothing, not with itself either", () => {
  const unknown = { method: missing(99) };
  assert.equal(told(change(risk("before", undefined, 3), risk("after", undefined, 1))), "3 → 1");
  const both = [risk("before", undefined, 3, unknown), risk("after", undefined, 1, unknown)];
  assert.equal(told(change(...both)), "3 → 1");
  assert.equal(told(change(risk("before", 7, 3), risk("after", 7, 1))), "3 → 1");
});

test("a later row that says the same of everything but the day may have been copied", () => {
  const signs = { signs: codes(1, 3) };
  const before = risk("before", 1, 3, { ...on("1-15"), ...signs });
  const copy = risk("after", 1, 3, { ...on("8-20"), signs: codes(3, 1) });
  assert.equal(told(change(before, copy)), "3 → 3 by 1, repeated");
  const other = risk("after", 1, 3, { ...on("1-15"), signs: codes(3) });
  assert.equal(told(change(before, other)), "3 → 3 by 1");
  assert.equal(told(change(before, risk("after", 1, 3, on("1-15")))), "3 → 3 by 1");
});

test("the library measures the risk by method, and the open measure in one way", () => {
  for (const codebook of effectiveCodebooks().slice(0, 2)) {
    const [found] = measuredTwice(codebook);
    assert.ok(found);
    const { group, field, method, before, after, orderBy } = found;
    assert.deepEqual(
      [group.id, field.id, method?.id, orderBy?.id],
      ["riskAssessment", "level", "method", "date"],
    );
    assert.deepEqual([before, after], [["before"], ["after"]]);
    assert.deepEqual(
      codebook.groups.map((each) => measuredFields(codebook, each)),
      [["level"], []],
    );
  }
  const [measure = assert.fail("no measures")] = libraryMeasures();
  const found = measuredTwice(measure);
  assert.deepEqual(
    found.map(({ field, method, orderBy }) => [field.id, method, orderBy?.id, field.better]),
    [
      ["exposure", undefined, "date", "first"],
      ["safety", undefined, "date", "last"],
      ["coping", undefined, "date", "first"],
    ],
  );
  const [exposure = assert.fail("no exposure")] = found;
  const asked = (phase: Item["phase"], said: number) =>
    row(`open-${phase}`, "m1.openMeasure", phase, { exposure: codes(said) });
  assert.equal(
    told(changeIn(exposure, [asked("before", 4), asked("after", 1)])),
    "4 → 1 by the only one",
  );
});

test("what one view takes from all phases, or two from the same, is not two moments", () => {
  const views = (before: object, after: object) =>
    measuredTwice(
      writtenCodebook({
        variables: [
          { id: "first", view: { ...riskView, take: "first", ...before } },
          { id: "last", view: { ...riskView, take: "last", ...after } },
        ],
        groups: [{ id: "risk", fields: [{ id: "level", better: "first" }] }],
      }),
    ).length;
  assert.equal(views({ phases: ["before"] }, { phases: ["after"] }), 1);
  assert.equal(views({}, { phases: ["after"] }), 0);
  assert.equal(views({ phases: ["before"] }, {}), 0);
  assert.equal(views({ phases: ["before", "after"] }, { phases: ["after"] }), 0);
});
