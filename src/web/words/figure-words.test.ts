import assert from "node:assert/strict";
import { test } from "node:test";
import { briefOf, chainOf, countedAmongAnswers, messageOf } from "./figure-words.ts";

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

test("the first sentence is the title, the others stand under the picture", () => {
  assert.deepEqual(messageOf("Kvinnor: 77 procent (10 av 13). Osäkert: få ärenden. Vänta."), {
    message: "Kvinnor: 77 procent (10 av 13)",
    rest: "Osäkert: få ärenden. Vänta.",
  });
  assert.deepEqual(messageOf("Inga svar ännu."), { message: "Inga svar ännu", rest: "" });
});

const base = { eligible: 50, asked: 44, answered: 40, valid: 38 };

function row(code: number, sv: string, count: number) {
  return { code, label: { sv, en: sv }, isMissing: code >= 97, count, share: null };
}

test("the chain of denominators is told link by link", () => {
  assert.deepEqual(chainOf({ base, population: "started", rows: [] }), [
    ["ärenden som frågan gäller", 50],
    ["har kommit till frågan", 44],
    ["har fått svar", 40],
    ["med giltigt svar", 38],
  ]);
});

test("the last link names «vet ej» where that alone is left out", () => {
  const last = (rows: readonly ReturnType<typeof row>[]) =>
    chainOf({ base, population: "started", rows }).at(-1)?.[0];
  assert.equal(last([row(1, "Ja", 38), row(99, "Vet ej", 2)]), "med annat svar än Vet ej");
  assert.equal(
    last([row(1, "Ja", 38), row(97, "Ej tillämpligt", 1), row(99, "Vet ej", 1)]),
    "med giltigt svar",
  );
});

test("what is counted among the answers without saying anything is named under the share", () => {
  const share = { kind: "share", certainty: "solid", denominator: 40, base } as const;
  const answers = [row(1, "Ja", 38), row(98, "Uppgift saknas", 3), row(99, "Vet ej", 2)];
  assert.equal(countedAmongAnswers(share, answers), "Vet ej räknas med i andelen.");
  const frequencies = { ...share, kind: "frequencies", denominator: null } as const;
  assert.equal(countedAmongAnswers(frequencies, answers), "Vet ej räknas med i andelarna.");
  assert.equal(countedAmongAnswers({ ...share, denominator: 38 }, answers), "");
  assert.equal(countedAmongAnswers({ ...share, certainty: "counts-only" }, answers), "");
  assert.equal(countedAmongAnswers(share, [row(1, "Ja", 40), row(99, "Vet ej", 0)]), "");
});
