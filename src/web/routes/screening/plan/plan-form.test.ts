import assert from "node:assert/strict";
import { test } from "node:test";
import { problem } from "#kernel";
import {
  checkForm,
  differencesOf,
  emptyForm,
  type PlanForm,
  problemsAtFields,
  requestOf,
  type UnitInForm,
} from "./plan-form.ts";

const units = [
  { id: "ifo", name: "Vuxenenheten" },
  { id: "bistand", name: "Biståndsenheten" },
  { id: "hemtjanst", name: "Hemtjänst norr" },
];
const month: PlanForm = {
  ...emptyForm(units, false),
  name: "Fokusmånad",
  firstDay: "2027-03-01",
  lastDay: "2027-03-31",
};

function choosing(form: PlanForm, unit: string, to: Partial<UnitInForm> = {}): PlanForm {
  return {
    ...form,
    units: form.units.map((each) =>
      each.unit === unit ? { ...each, isChosen: true, kind: 2, ...to } : each,
    ),
  };
}

test("what is sent holds the chosen units alone, and a routine's half-year", () => {
  const chosen = choosing(choosing(month, "bistand", { expected: " 40 " }), "hemtjanst");
  assert.deepEqual(requestOf(chosen, 3).units, [
    { unit: "bistand", kind: 2, expected: 40 },
    { unit: "hemtjanst", kind: 2, expected: null },
  ]);
  assert.equal(requestOf(chosen, 3).revision, 3);
  const routine = { ...chosen, isRoutine: true };
  const daysOf = (form: PlanForm) => [requestOf(form, 0).routine, requestOf(form, 0).lastDay];
  assert.deepEqual(daysOf(chosen), [null, "2027-03-31"]);
  assert.deepEqual(daysOf(routine), ["goes-on", "2027-06-30"]);
  assert.deepEqual(daysOf({ ...routine, firstDay: "2027-07-01" }), ["goes-on", "2027-12-31"]);
  assert.deepEqual(daysOf({ ...routine, goesOn: false }), ["ends", "2027-03-31"]);
});

test("of the instrument only what belongs to the chosen one is sent", () => {
  const typed: PlanForm = { ...month, version: "2.1", pack: "p1" };
  assert.deepEqual(requestOf(typed, 0).instrument, { kind: "own" });
  assert.deepEqual(requestOf({ ...typed, instrument: "freda-short" }, 0).instrument, {
    kind: "freda-short",
    version: "2.1",
  });
  assert.deepEqual(requestOf({ ...typed, instrument: "text-pack" }, 0).instrument, {
    kind: "text-pack",
    pack: "p1",
  });
});

test("what cannot be sent is told at its field", () => {
  const wrong = choosing({ ...month, firstDay: "", lastDay: "" }, "ifo", {
    kind: undefined,
    expected: "många",
  });
  const left = ["firstDay", "lastDay", "kind ifo", "expected ifo"];
  assert.deepEqual([...checkForm(wrong).keys()], left);
  assert.deepEqual(
    [...checkForm({ ...wrong, isRoutine: true }).keys()],
    left.filter((field) => field !== "lastDay"),
  );
});

test("what the server says of a unit stands at that unit, wherever it is in the list", () => {
  const chosen = choosing(choosing(month, "bistand"), "hemtjanst");
  const told = problemsAtFields(
    [
      { ...problem("campaign-overlaps", "units.1"), sentence: "Redan med." },
      { ...problem("campaign-days-reversed", "lastDay"), sentence: "Före den första." },
      { ...problem("campaign-closed"), sentence: "Avslutad." },
    ],
    chosen,
  );
  assert.deepEqual(
    [...told],
    [
      ["unit hemtjanst", "Redan med."],
      ["lastDay", "Före den första."],
    ],
  );
});

test("of two plans it is told in which parts they differ, and a unit's place is no difference", () => {
  const mine = choosing(choosing(month, "ifo"), "bistand");
  const sameInOtherOrder = { ...mine, units: mine.units.toReversed() };
  assert.deepEqual(differencesOf(mine, sameInOtherOrder), []);
  assert.deepEqual(differencesOf(mine, { ...month, goals: "Alla frågas" }), ["enheterna", "målen"]);
  assert.deepEqual(differencesOf(mine, { ...mine, isRoutine: true }), ["dagarna"]);
});
