import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import { valueInWords } from "./answer-words.ts";
import { listed, phasesInWords } from "./case-words.ts";

const text = (sv: string) => ({ sv, en: sv });
const question = {
  options: [
    { code: 1, label: text("FREDA-beskrivning") },
    { code: 2, label: text("Samtal utan metod") },
    { code: 3, label: text("Polisens bedömning") },
  ],
  missing: [{ code: 98 as const, label: text("Ej bedömd") }],
};

test("an answer is told by its labels", () => {
  assert.equal(valueInWords(question, { kind: "codes", codes: [2] }), "Samtal utan metod");
  assert.equal(valueInWords(question, { kind: "missing", code: 98 }), "Ej bedömd");
  assert.equal(valueInWords(question, { kind: "number", number: 1988 }), "1988");
  assert.equal(
    valueInWords(question, { kind: "date", date: isoDate("2026-03-12") }),
    "12 mars 2026",
  );
});

test("several answers make one sentence, and names keep their capitals", () => {
  assert.equal(
    valueInWords(question, { kind: "codes", codes: [2, 1, 3] }),
    "Samtal utan metod, FREDA-beskrivning och polisens bedömning",
  );
});

test("a code that the codebook does not have is shown as it is", () => {
  assert.equal(valueInWords(question, { kind: "codes", codes: [7] }), "Kod 7");
  assert.equal(valueInWords(question, { kind: "missing", code: 97 }), "Kod 97");
});

test("words are listed as Swedes list them", () => {
  assert.equal(listed([]), "");
  assert.equal(listed(["a"]), "a");
  assert.equal(listed(["a", "b", "c"]), "a, b och c");
  assert.equal(phasesInWords(["before", "background"]), "Klart: Bakgrund och Före.");
  assert.equal(phasesInWords([]), "Ingen fas är klar.");
});
