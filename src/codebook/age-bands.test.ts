import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import { ageBandOf, ageBands, birthYearOf } from "./age-bands.ts";
import type { Variable } from "./codebook.ts";
import { codes, missing, sheet, writtenCodebook } from "./testing/written-codebook.ts";

const codebook = writtenCodebook({
  variables: [{ id: "one" }, { id: "born", type: "integer", ageBandCuts: [25, 35, 45, 65] }],
});
const [one, born] = codebook.variables as [Variable, Variable];
const startedOn = isoDate("2026-03-10");

test("bands begin at eighteen and at each cut, and the oldest has no end", () => {
  assert.deepEqual(
    ageBands(born).map(({ label }) => label.sv),
    ["18–24", "25–34", "35–44", "45–64", "65+"],
  );
  assert.deepEqual(ageBands(born)[3], {
    code: 4,
    from: 45,
    to: 64,
    label: { sv: "45–64", en: "45–64" },
  });
  assert.deepEqual(ageBands(one), []);
});

test("a birth year falls in the band of the age reached in the year of the start", () => {
  const bands = [2008, 2002, 2001, 1962, 1961, 1900].map((year) =>
    ageBandOf(born, year, startedOn),
  );
  assert.deepEqual(bands, [1, 1, 2, 4, 5, 5]);
  assert.equal(ageBandOf(one, 1990, startedOn), undefined);
});

test("the birth year of a case is known when it is registered as a year", () => {
  assert.equal(birthYearOf(codebook, sheet({ born: { kind: "number", number: 1990 } })), 1990);
  assert.equal(birthYearOf(codebook, sheet({ born: missing(98) })), null);
  assert.equal(birthYearOf(codebook, sheet({ one: codes(1) })), null);
});
