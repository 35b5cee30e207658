import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryCodebooks } from "#codebook";
import { methodInWords } from "./method-words.ts";

const codebook =
  libraryCodebooks().find(({ id }) => id === "su-kvinnofrid-2021") ??
  assert.fail("the library has no such codebook");

test("everything that a chapter names can say how it is counted, without a code or an id", () => {
  for (const { indicators, variables } of codebook.chapters) {
    for (const id of [...indicators, ...variables]) {
      const told = methodInWords({ id, subgroup: undefined }, codebook);
      assert.ok(told.length >= 2, id);
      assert.doesNotMatch(told.join(" "), /kod \d|«V\d\d»/);
    }
  }
});

test("of a place shares are of the valid answers, and the method says so", () => {
  for (const id of ["V17", "women"]) {
    const told = methodInWords({ id, subgroup: undefined, isOfPlace: true }, codebook).join(" ");
    assert.match(told, /med (giltigt|känt) svar/, id);
    assert.doesNotMatch(told, /ärenden med svar/, id);
  }
});

test("a subgroup's figure says who belongs to the subgroup", () => {
  const subgroup = codebook.subgroups.find(({ id }) => id === "men");
  const told = methodInWords({ id: "V17", subgroup }, codebook);
  assert.equal(told.at(-1), "Bara ärenden som rör män: där svaret på «Kön» är Man.");
});

test("one answer held against another names both questions", () => {
  const told = methodInWords(
    { id: "V24 as V15 among V22=1,2", subgroup: undefined },
    codebook,
  ).join(" ");
  for (const id of ["V15", "V24"]) {
    const label = codebook.variables.find((variable) => variable.id === id)?.label.sv ?? id;
    assert.ok(told.includes(`«${label}»`), told);
  }
});
