import assert from "node:assert/strict";
import { test } from "node:test";
import { briefOf, shortChainOf, withoutLabel, withoutTitle } from "./figure-words.ts";

const solid = {
  kind: "share",
  population: "closed",
  certainty: "solid",
  numerator: 25,
  denominator: 44,
  value: 0.568,
} as const;

test("a share is never bare: its count and base stand beside it", () => {
  assert.deepEqual(briefOf(solid), { value: "57 %", base: "25 av 44 avslutade ärenden med svar" });
});

test("a mean says of how many cases", () => {
  const mean = { ...solid, kind: "mean", population: "started", value: 2.43 } as const;
  assert.deepEqual(briefOf(mean), { value: "2,4", base: "i medeltal, 44 ärenden" });
});

test("under ten cases there are counts and no shares, and the page says why", () => {
  const few = {
    ...solid,
    certainty: "counts-only",
    numerator: 4,
    denominator: 7,
    value: null,
  } as const;
  assert.deepEqual(briefOf(few), {
    value: "4 av 7",
    base: "avslutade ärenden med svar",
    caution: "För få ärenden för att visa andelar: 7, minst 10 behövs.",
  });
  assert.equal(briefOf({ ...few, value: 0.57 }).value, "4 av 7");
});

test("between ten and thirty the share is marked as uncertain", () => {
  assert.equal(briefOf({ ...solid, certainty: "uncertain" }).caution, "Osäkert: få ärenden.");
});

test("without answers nothing is shown, not even nought", () => {
  const empty = {
    ...solid,
    certainty: "empty",
    numerator: null,
    denominator: 0,
    value: null,
  } as const;
  assert.deepEqual(briefOf(empty), { value: "–", base: "Inga svar ännu." });
});

const base = { eligible: 50, asked: 44, answered: 40, valid: 38 };

test("of an area or a municipality the chain says what is told there, and no more", () => {
  const told = { base: { eligible: 50, valid: 38 }, population: "started", rows: [] } as const;
  assert.deepEqual(shortChainOf(told), [
    ["ärenden", 50],
    ["med giltigt svar", 38],
  ]);
  assert.deepEqual(shortChainOf({ ...told, base: { eligible: 50, valid: null } }), [
    ["ärenden", 50],
    ["med giltigt svar", null],
  ]);
  assert.deepEqual(shortChainOf({ ...told, base: { eligible: 50, valid: 50 } }), [
    ["ärenden, alla med giltigt svar", 50],
  ]);
});

function row(code: number, sv: string, count: number | null) {
  return { code, label: { sv, en: sv }, isMissing: code >= 97, count, share: null };
}

test("the last link names «vet ej» where that alone is left out", () => {
  const last = (rows: readonly ReturnType<typeof row>[]) =>
    shortChainOf({ base, population: "started", rows }).at(-1)?.[0];
  assert.equal(last([row(1, "Ja", 38), row(99, "Vet ej", 2)]), "med annat svar än Vet ej");
  assert.equal(
    last([row(1, "Ja", 38), row(97, "Ej tillämpligt", 1), row(99, "Vet ej", 1)]),
    "med giltigt svar",
  );
});

test("the chain is told link by link, and as one link where all of them are the same", () => {
  const figure = { base, population: "closed", rows: [] } as const;
  assert.deepEqual(shortChainOf(figure), [
    ["avslutade ärenden", 50],
    ["tillfrågade", 44],
    ["med svar", 40],
    ["med giltigt svar", 38],
  ]);
  const [open] = shortChainOf({ ...figure, population: "open" });
  assert.deepEqual(open, ["öppna ärenden", 50]);
  const same = { eligible: 50, asked: 50, answered: 50, valid: 50 };
  assert.deepEqual(shortChainOf({ ...figure, base: same }), [
    ["avslutade ärenden, alla med giltigt svar", 50],
  ]);
});

test("what may not be shown stays a link of the chain, without its number", () => {
  const hidden = { eligible: null, asked: null, answered: null, valid: null };
  const told = { base: hidden, population: "started", rows: [] } as const;
  assert.deepEqual(
    shortChainOf(told).map(([, count]) => count),
    [null, null, null, null],
  );
  const maybe = [row(1, "Ja", 38), row(97, "Ej tillämpligt", null), row(99, "Vet ej", 2)];
  assert.equal(shortChainOf({ ...told, rows: maybe }).at(-1)?.[0], "med giltigt svar");
});

test("under a title that names what is counted, the sentence need not", () => {
  assert.equal(withoutLabel("Kön: vanligast är «Kvinna».", "Kön"), "Vanligast är «Kvinna».");
  assert.equal(withoutLabel("Klienten: bättre – 50 procent.", "Klienten: bättre"), "50 procent.");
  assert.equal(withoutLabel("Hur gick det? Bra.", "Hur gick det?"), "Bra.");
  assert.equal(withoutLabel("Uppgiften visas inte.", "Kön"), "Uppgiften visas inte.");
  const label = "Risk efter, jämfört med Risk före";
  assert.equal(withoutTitle("Risk efter: samma svar.", label, "Risk efter: samma"), "Samma svar.");
  assert.equal(withoutTitle("Uppgiften visas inte.", label, label), "Uppgiften visas inte.");
  assert.equal(withoutTitle("Kön: bara: ett.", "Kön", "Kön: bara"), "Bara: ett.");
});
