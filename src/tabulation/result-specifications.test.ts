import assert from "node:assert/strict";
import { test } from "node:test";
import { type Codebook, effectiveCodebook } from "#codebook";
import type { IsoDate } from "#kernel";
import { isFromClient, mayBeCountedInUnit } from "./client-stands-alone.ts";
import { type ResultChoice, resultSpecifications } from "./result-specifications.ts";

const codebook: Codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no codebook");
const period = { from: "2025-01-01" as IsoDate, until: "2026-01-01" as IsoDate };
const choices: readonly ResultChoice[] = [
  {},
  { period },
  ...codebook.subgroups.flatMap((subgroup) => [{ subgroup }, { subgroup, period }]),
];
const hers = new Set(codebook.variables.filter(isFromClient).map(({ id }) => id));

test("every chapter about all cases is told in full, each table once", () => {
  const ids = resultSpecifications(codebook).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const chapters = codebook.chapters.filter(({ subgroup }) => subgroup === undefined);
  const told = chapters.flatMap(({ indicators, variables }) => [...indicators, ...variables]);
  // One of them is of the clients whose situation improved: inside a unit hers are not filtered.
  const untold = told.filter((id) => !ids.includes(id));
  assert.deepEqual(untold, ["decisive-among-improved"]);
});

test("a share among those who gave another answer is also told step by step, but not of the client", () => {
  const nested = resultSpecifications(codebook).filter(({ measure }) => measure.kind === "nested");
  assert.deepEqual(
    nested.map(({ id }) => id),
    ["housing-intervention in steps"],
  );
});

test("the change stands with the goal and the client's view, whatever is chosen", () => {
  for (const choice of choices) {
    const tables = resultSpecifications(codebook, choice);
    const prefix = choice.subgroup ? `${choice.subgroup.id}:` : "";
    const ids = new Set(tables.map(({ id }) => id));
    assert.ok(ids.has(`${prefix}change of riskAssessment.level`));
    assert.ok(ids.has(`${prefix}goal-attained-wholly-or-partly`));
    assert.ok(ids.has("client-much-better") && ids.has("client-worse"));
  }
});

test("what the client answered is the same whatever is chosen, and passes her guard", () => {
  const ofClient = (choice: ResultChoice) =>
    resultSpecifications(codebook, choice).filter(
      ({ measure }) => "variable" in measure && hers.has(measure.variable),
    );
  const all = ofClient({});
  assert.ok(all.length > 8);
  for (const choice of choices) {
    assert.deepEqual(ofClient(choice), all);
    for (const each of resultSpecifications(codebook, choice)) {
      assert.ok(mayBeCountedInUnit(codebook, each), each.id);
    }
  }
});

test("of a group nothing is told of the question that it is chosen by", () => {
  for (const subgroup of codebook.subgroups) {
    const tables = resultSpecifications(codebook, { subgroup });
    const own = tables.filter(
      ({ measure }) => "variable" in measure && measure.variable === subgroup.variable,
    );
    assert.deepEqual(own, []);
    const others = tables.filter(({ id }) => id.startsWith(`${subgroup.id}:`));
    assert.ok(others.length > 20);
    assert.ok(others.every((each) => each.subgroup === subgroup.id && each.within !== undefined));
  }
});
