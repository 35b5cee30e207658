import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "#report";
import { hidesSomething } from "./hides-something.ts";
import { tableSides } from "./table-sides.ts";

function row(code: number, sv: string, count: number | null) {
  return { code, label: { sv, en: sv }, isMissing: false, count, share: null };
}

const base = { eligible: 40, asked: 40, answered: 40, valid: 40 };

function answers(rows: Figure["rows"], beside: Figure["beside"] = null): Figure {
  return {
    lane: "safe",
    id: "V06",
    label: { sv: "Aktualiserat genom", en: "Referred by" },
    kind: "frequencies",
    population: "started",
    reconstructed: false,
    response: null,
    base,
    certainty: "solid",
    numerator: null,
    denominator: null,
    value: null,
    interval: null,
    rows,
    beside,
    message: "",
    sentence: "",
    picture: null,
  };
}

const all = {
  label: { sv: "Alla ärenden", en: "All cases" },
  base,
  numerator: null,
  denominator: null,
  value: null,
  rows: [row(1, "Polis", 300), row(2, "Skola", null)],
};

test("the nation stands alone where there is nothing to hold it against", () => {
  const sides = tableSides(answers([row(1, "Polis", 20)]), undefined, undefined);
  assert.deepEqual(
    sides.map(({ name, isUnit }) => [name, isUnit]),
    [["Riket", false]],
  );
});

test("a subgroup stands before all cases, row for row", () => {
  const figure = answers([row(1, "Polis", 20), row(2, "Skola", 20)], all);
  const [own, beside] = tableSides(figure, "ärenden som rör män", undefined);
  assert.equal(own?.name, "Ärenden som rör män");
  assert.equal(beside?.name, "Alla ärenden");
  assert.deepEqual(
    beside?.rows.map((each) => each?.count),
    [300, null],
  );
});

test("the unit stands last, and a merged answer has no number of the unit's beside it", () => {
  const unit = answers([row(1, "Polis", 3), row(2, "Skola", 4), row(3, "Vård", 5)]);
  const figure = answers([row(1, "Polis", 20), row(2, "Skola eller Vård", 20)]);
  const side = tableSides(figure, undefined, { name: "Familjefrid", figure: unit }).at(-1);
  assert.equal(side?.name, "Familjefrid");
  assert.ok(side?.isUnit);
  assert.deepEqual(
    side?.rows.map((each) => each?.count),
    [3, undefined],
  );
});

test("a figure hides something when any of its numbers may not be shown, also beside it", () => {
  assert.equal(hidesSomething(answers([row(1, "Polis", 20)])), false);
  assert.equal(hidesSomething(answers([row(1, "Polis", null)])), true);
  assert.equal(hidesSomething(answers([row(1, "Polis", 20), row(2, "Skola", 20)], all)), true);
  const withoutBase = { ...answers([]), base: { ...base, valid: null } };
  assert.equal(hidesSomething(withoutBase), true);
});
