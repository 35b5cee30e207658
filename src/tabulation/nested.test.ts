import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseRecord } from "#registration";
import { openUnitExtract } from "./extract/unit-extract.ts";
import type { Measure } from "./table-specification.ts";
import { tabulate } from "./tabulate.ts";
import { caseOf, sourceOf } from "./testing/case-of.ts";

async function counted(cases: readonly CaseRecord[], measure: Measure) {
  const extract = await openUnitExtract(sourceOf(cases), []);
  try {
    const [table] = await tabulate(extract, [{ id: "t", population: "started", measure }]);
    assert.ok(table);
    return table.counts();
  } finally {
    extract.close();
  }
}

const cases = [
  caseOf("a", { sex: 1, help: [1, 33, 70] }),
  caseOf("b", { sex: 1, help: [70] }),
  caseOf("c", { sex: 1, help: 99 }),
  caseOf("d", { sex: 1, help: 98 }),
  caseOf("e", { sex: 1 }),
  caseOf("f", { sex: 2, visits: 2 }),
  caseOf("g", { sex: 98 }),
];

test("each share is of those counted in the one before, as far as they answered", async () => {
  const steps = [
    { variable: "sex", codes: [1], base: "answered" },
    { variable: "help", codes: [33, 70], base: "answered" },
    { variable: "help", codes: [1], base: "valid" },
  ] as const;
  const nested = await counted(cases, { kind: "nested", steps });
  assert.ok(nested.kind === "nested");
  assert.deepEqual(nested.base, { eligible: 7, asked: 7, answered: 6, valid: 6 });
  assert.deepEqual(
    nested.steps.map(({ numerator, denominator }) => [numerator, denominator]),
    [
      [5, 6],
      [2, 3],
      [1, 2],
    ],
  );
});

test("after a step that nobody passed there is no share", async () => {
  const steps = [
    { variable: "sex", codes: [2], base: "valid" },
    { variable: "help", codes: [1], base: "valid" },
    { variable: "sex", codes: [2], base: "valid" },
  ] as const;
  const nested = await counted(cases, { kind: "nested", steps });
  assert.ok(nested.kind === "nested");
  assert.deepEqual(
    nested.steps.map(({ numerator, denominator, interval }) => [
      numerator,
      denominator,
      interval === null,
    ]),
    [
      [1, 6, false],
      [0, 0, true],
      [0, 0, true],
    ],
  );
});

test("a share lies between none and all of those who are missing", async () => {
  const share = { kind: "share", variable: "help", codes: [33] } as const;
  const answered = await counted(cases, { ...share, base: "answered" });
  assert.ok(answered.kind === "share");
  // Five are eligible, three have answered: the other two could all be, or none.
  assert.deepEqual([answered.numerator, answered.denominator], [1, 3]);
  assert.deepEqual(answered.bounds, [1 / 5, 3 / 5]);
  const valid = await counted(cases, { ...share, base: "valid" });
  assert.ok(valid.kind === "share");
  assert.deepEqual(valid.bounds, [1 / 5, 4 / 5]);
  const nobody = await counted([], { ...share, base: "valid" });
  assert.ok(nobody.kind === "share");
  assert.equal(nobody.bounds, null);
});
