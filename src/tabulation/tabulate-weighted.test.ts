import assert from "node:assert/strict";
import { test } from "node:test";
import { municipalityCode, unitId } from "#kernel";
import { tabulateWeighted } from "./tabulate-weighted.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

const codebook = smallCodebook();
const scope = { kind: "unit", municipality: municipalityCode("9001"), unit: unitId("u") } as const;
const cases = { id: "cases", population: "started", measure: { kind: "cases" } } as const;

test("a count that is none is a bug, and told as one", () => {
  for (const count of [-1, 1.5, Number.NaN, 2 ** 32]) {
    const rows = [{ answers: {}, count }];
    assert.throws(
      () => tabulateWeighted({ codebook, specifications: [cases], rows, scope }),
      /not a count/,
    );
  }
});

test("nothing is counted of rows in a repeat group, nor for each region", () => {
  const ofGroup = { kind: "frequencies", variable: "kind", group: "talk" } as const;
  const nation = { kind: "nation", round: "r" } as const;
  const asked = [
    { specifications: [{ ...cases, measure: ofGroup }], scope },
    { specifications: [{ ...cases, level: "county" as const }], scope: nation },
  ];
  for (const each of asked) {
    assert.throws(
      () => tabulateWeighted({ codebook, rows: [], ...each }),
      /not counted by weights/,
    );
  }
});

test("nobody is nobody, and what was said no times was not said", () => {
  const rows = [{ answers: { anything: { kind: "codes", codes: [1] } as const }, count: 0 }];
  const [table] = tabulateWeighted({ codebook, specifications: [cases], rows, scope });
  assert.deepEqual(table?.counts(), { kind: "cases", cases: 0 });
});
