import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryCodebooks } from "#codebook";
import type { Figure } from "#report";
import { figuresByPhase, headlinesFirst } from "./figure-order.ts";

const codebook = libraryCodebooks()[0] ?? assert.fail("the library is empty");
const figuresOf = (all: readonly { readonly id: string }[]) =>
  all.map(({ id }) => ({ id, certainty: "solid" }) as unknown as Figure);

test("change and support come before who the clients are, and no figure is lost", () => {
  const figures = figuresOf(codebook.indicators);
  const ids = headlinesFirst(figures, codebook).map(({ id }) => id);
  assert.deepEqual(ids.slice(0, 3), [
    "client-much-better",
    "support-decisive",
    "goal-attained-wholly-or-partly",
  ]);
  assert.deepEqual(ids.toSorted(), figures.map(({ id }) => id).toSorted());
});

test("the questions stand by phase in the order of a case's life, and no question is lost", () => {
  const phases = figuresByPhase(figuresOf(codebook.variables), codebook);
  assert.deepEqual(
    phases.map(({ id }) => id),
    ["background", "before", "during", "after", "client"],
  );
  assert.equal(phases.flatMap(({ figures }) => figures).length, codebook.variables.length);
});

test("a phase without figures has no place", () => {
  const [first] = codebook.variables;
  assert.ok(first);
  const phases = figuresByPhase(figuresOf([first]), codebook);
  assert.deepEqual(
    phases.map(({ id }) => id),
    [first.phase],
  );
});
