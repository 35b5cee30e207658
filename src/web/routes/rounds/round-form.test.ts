import assert from "node:assert/strict";
import { test } from "node:test";
import { checkForm, type RoundForm } from "./round-form.ts";

const whole: RoundForm = {
  name: "Kvinnofrid 2026",
  id: "",
  from: "2026-01-01",
  through: "2026-12-31",
  cutOff: "",
  codebook: "a-codebook 1.0",
  level: "rows",
  interimDays: ["2026-07-01", "2026-10-01"],
  legalBasis: "Statistik.",
  purpose: "Lära av varandra.",
};

function wrong(of: Partial<RoundForm>, cutOff = "2027-01-31"): readonly string[] {
  return [...checkForm({ ...whole, ...of }, cutOff).keys()];
}

test("a whole form is in order", () => {
  assert.deepEqual(wrong({}), []);
  assert.deepEqual(wrong({ interimDays: [] }), []);
});

test("everything that is left is told at once, each at its place", () => {
  const empty = { name: " ", from: "", through: "", level: undefined, legalBasis: "", purpose: "" };
  assert.deepEqual(wrong({ ...empty, interimDays: [] }, ""), [
    "name",
    "from",
    "through",
    "cutOff",
    "level",
    "legalBasis",
    "purpose",
  ]);
});

test("days must come in order and within the round", () => {
  assert.deepEqual(wrong({ through: "2025-12-31" }), ["through"]);
  assert.deepEqual(wrong({}, "2026-12-30"), ["cutOff"]);
  assert.deepEqual(wrong({ interimDays: ["2026-10-01", "2026-07-01"] }), ["interimDays/1"]);
  assert.deepEqual(wrong({ interimDays: ["2025-12-31", ""] }), ["interimDays/0", "interimDays/1"]);
  assert.deepEqual(wrong({ interimDays: ["2027-02-01"] }), ["interimDays/0"]);
});

test("a name of its own is of small letters, digits and hyphens", () => {
  assert.deepEqual(wrong({ id: "2026-h1" }), []);
  for (const id of ["Å", "2026 h1", "-h1", "a".repeat(41)]) assert.deepEqual(wrong({ id }), ["id"]);
});
