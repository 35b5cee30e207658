import assert from "node:assert/strict";
import { test } from "node:test";
import type { TableSpecification } from "#tabulation";
import { isProtected, protectedSpecification } from "./protected-specification.ts";

const change: TableSpecification = {
  id: "change of the risk",
  population: "closed",
  measure: { kind: "change", group: "riskAssessment", field: "level" },
};

test("a change is published by nobody: no rule has looked at its numbers yet", () => {
  assert.equal(isProtected(change), false);
  assert.throws(() => protectedSpecification(change), /no rules protect it: change of the risk/);
});

function of(measure: object): TableSpecification {
  return { id: "t", population: "closed", measure } as TableSpecification;
}

const share = { kind: "share", variable: "V01", codes: [1], base: "answered" };
const question = (variable: string) => ({ kind: "question", variable });

test("no rows of a group pass, whatever the measure that they stand in", () => {
  const measures = [
    share,
    { kind: "cases" },
    { kind: "frequencies", variable: "V01" },
    { kind: "mean-distinct", variable: "V17", base: "answered" },
    { kind: "crossing", rows: question("V01"), columns: [question("V10")] },
  ];
  for (const measure of measures) {
    assert.equal(isProtected(of(measure)), true, measure.kind);
    assert.equal(isProtected(of({ ...measure, group: "intervention" })), false, measure.kind);
  }
});

test("a question crossed with itself does not pass, nor does a share of nothing", () => {
  const rows = question("V01");
  assert.equal(isProtected(of({ kind: "crossing", rows, columns: [rows] })), false);
  assert.equal(isProtected(of({ ...share, codes: [] })), false);
});
