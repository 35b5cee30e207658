import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryCodebooks } from "#codebook";
import type { Figure } from "#report";
import { headlineFigures } from "./headline-figures.ts";

const codebook = libraryCodebooks()[0] ?? assert.fail("the library is empty");

function aFigure(id: string, certainty: Figure["certainty"]): Figure {
  return {
    lane: "internal",
    id,
    label: { sv: id, en: id },
    kind: "share",
    population: "started",
    reconstructed: false,
    response: null,
    base: { eligible: 40, asked: 40, answered: 40, valid: 40 },
    certainty,
    numerator: 20,
    denominator: 40,
    value: 0.5,
    interval: null,
    rows: [],
    beside: null,
    message: "",
    sentence: "",
    picture: null,
  };
}

function chosen(told: readonly string[], few: readonly string[] = []): readonly string[] {
  const figures = codebook.indicators.map(({ id }) =>
    aFigure(id, told.includes(id) ? "solid" : few.includes(id) ? "counts-only" : "empty"),
  );
  return headlineFigures(figures, codebook).map(({ id }) => id);
}

test("the client's word comes first, and each variable once", () => {
  assert.deepEqual(chosen(codebook.indicators.map(({ id }) => id)), [
    "client-much-better",
    "support-decisive",
    "goal-attained-wholly-or-partly",
  ]);
});

test("what has no answer yet leaves its place to what has", () => {
  assert.deepEqual(chosen(["women", "goal-attained-wholly-or-partly", "intervention-given"]), [
    "goal-attained-wholly-or-partly",
    "intervention-given",
    "women",
  ]);
});

test("a figure that is counts alone gives way to one with a share", () => {
  const shares = ["women", "honour-related", "intervention-given"];
  assert.deepEqual(chosen(shares, ["client-much-better"]), [
    "intervention-given",
    "honour-related",
    "women",
  ]);
});

test("before the first answer the places stand there, empty", () => {
  assert.equal(chosen([]).length, 3);
});
