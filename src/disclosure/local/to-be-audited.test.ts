import assert from "node:assert/strict";
import { test } from "node:test";
import { type SafeCounts, SafeTable, type Shown } from "../safe-table.ts";
import { toBeAudited } from "./to-be-audited.ts";

type About = { readonly subgroup?: string; readonly population?: "started" | "closed" };

function table(id: string, counts: SafeCounts, variable: string | undefined, about: About) {
  const measure = variable === undefined ? { kind: "cases" } : { kind: "frequencies", variable };
  const specification = { id, population: "started", ...about, measure };
  return new SafeTable(
    { kind: "nation", round: "r" } as SafeTable["scope"],
    specification as SafeTable["specification"],
    null,
    counts,
  );
}

const cases = (id: string, count: Shown, about: About = {}) =>
  table(id, { kind: "cases", cases: count }, undefined, about);

/** A question's table: how many were valid, and how many gave the first answer. */
function asked(id: string, variable: string, [valid, count]: readonly Shown[], about: About = {}) {
  const base = { eligible: null, asked: null, answered: null, valid: valid ?? null };
  const row = { codes: [1], isMissing: false, count: count ?? null, interval: null };
  return table(id, { kind: "frequencies", base, rows: [row] }, variable, about);
}

const men = { subgroup: "men" };
const audited = (...told: readonly SafeTable[]) => [...toBeAudited(told)];

test("what is about everybody is audited, told or hidden", () => {
  assert.deepEqual(audited(cases("cases", 40), asked("help", "help", [null, null])), [
    ...["cases", "help"],
  ]);
});

test("a group of which nothing is told is left out; if anything is, its hidden numbers are audited too", () => {
  const rest = [cases("cases", 40), asked("help", "help", [40, 30])];
  const hidden = asked("men:help", "help", [null, null], men);
  assert.deepEqual(audited(...rest, cases("men:cases", null, men), hidden), ["cases", "help"]);
  assert.deepEqual(audited(...rest, cases("men:cases", 20, men), hidden), [
    ...["cases", "help", "men:cases", "men:help"],
  ]);
  assert.deepEqual(
    audited(...rest, cases("men:cases", null, men), asked("men:help", "help", [9], men)),
    [...["cases", "help", "men:cases", "men:help"]],
  );
});

test("so is a group that nobody belongs to", () => {
  const told = [cases("men:cases", 0, men), asked("men:help", "help", [0, 0], men)];
  assert.deepEqual(audited(cases("cases", 40), ...told), ["cases"]);
});

test("in groups a question is left out of which no answer is told anywhere, in that population", () => {
  const group = [cases("men:cases", 20, men), asked("men:help", "help", [9, null], men)];
  assert.deepEqual(audited(...group, asked("help", "help", [40, null])), ["men:cases", "help"]);
  const closed = asked("closed:help", "help", [40, 30], { population: "closed" });
  assert.deepEqual(audited(...group, closed), ["men:cases", "closed:help"]);
  const other = asked("women:help", "help", [40, 30], { subgroup: "women" });
  assert.deepEqual(audited(...group, other), ["men:cases", "men:help", "women:help"]);
});
