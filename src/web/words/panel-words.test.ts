import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook } from "#codebook";
import { columnInWords, methodOfPanel, numberInCell, sentencesUnderTitle } from "./panel-words.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021");
assert.ok(codebook);

function plain(text: string): string {
  return text.replace(/\s/g, " ");
}

test("a number in a table is written as what it counts", () => {
  assert.equal(plain(numberInCell(1204, "count")), "1 204");
  assert.equal(plain(numberInCell(0.567, "share")), "57 %");
  assert.equal(numberInCell(2.35, "mean"), "2,4");
});

test("a difference has its sign, and none where there is none", () => {
  assert.equal(numberInCell(0.12, "points"), "+12");
  assert.equal(numberInCell(-0.03, "points"), "−3");
  assert.equal(numberInCell(-0.001, "points"), "0");
});

test("a difference between shares is said to be in percentage points, once", () => {
  assert.equal(columnInWords({ label: "Skillnad", unit: "points" }), "Skillnad (procentenheter)");
  const said = { label: "Skillnad i procentenheter", unit: "points" } as const;
  assert.equal(columnInWords(said), said.label);
  assert.equal(columnInWords({ label: "Andel", unit: "share" }), "Andel");
});

test("a panel of a group says how it is counted and who is in the group", () => {
  const all = methodOfPanel({ id: "V17", lane: "internal", base: null }, codebook);
  assert.ok(all.length > 0);
  const men = methodOfPanel({ id: "men:V17", lane: "internal", base: null }, codebook);
  assert.deepEqual(men.slice(0, -1), all);
  assert.match(men.at(-1) ?? "", /^Bara ärenden som rör män/);
});

test("a panel that is no question and no key figure has no method of the codebook's", () => {
  assert.deepEqual(methodOfPanel({ id: "strip", lane: "safe", base: null }, codebook), []);
});

test("how a change is counted is said, and that of a share in steps as that of the share", () => {
  const method = (id: string) => methodOfPanel({ id, lane: "internal", base: null }, codebook);
  assert.match(method("change of riskAssessment.level")[0] ?? "", /jämförs med sig självt/);
  assert.deepEqual(
    method("men:change of riskAssessment.level"),
    method("change of riskAssessment.level"),
  );
  assert.deepEqual(method("housing-intervention in steps"), method("housing-intervention"));
});

test("what the title says is not said again under it", () => {
  const told = (title: string, ...sentences: readonly string[]) =>
    sentencesUnderTitle({ title, label: "Typ av våld", sentences });
  const title = "Typ av våld: vanligast är «Psykiskt», 89 procent";
  assert.deepEqual(told(title, `${title}. Flera svar kan anges.`), ["Flera svar kan anges."]);
  assert.deepEqual(told(title, `${title}.`), []);
  assert.deepEqual(told("Nästan alla: psykiskt", "Typ av våld: psykiskt i 89 procent."), [
    "Psykiskt i 89 procent.",
  ]);
});
