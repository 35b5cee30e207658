import assert from "node:assert/strict";
import { test } from "node:test";
import type { Panel } from "#report";
import { wholeRows } from "./whole-rows.ts";

function panel(id: string, sentences = 1): Panel {
  return {
    lane: "safe",
    id,
    title: `${id} is told`,
    label: id,
    sentences: Array.from({ length: sentences }, (_, index) => `Sentence ${index} of ${id}.`),
    certainty: "solid",
    reconstructed: false,
    base: null,
    population: null,
    tables: [],
    picture: null,
  };
}

const whole = (...panels: readonly Panel[]) => [...wholeRows(panels)].map(({ id }) => id);

test("two short panels share a row, and a third without company takes a whole one", () => {
  assert.deepEqual(whole(panel("a"), panel("b")), []);
  assert.deepEqual(whole(panel("a"), panel("b"), panel("c")), ["c"]);
});

test("one with much to say takes a row, and whoever it parts from the next one too", () => {
  assert.deepEqual(whole(panel("a"), panel("long", 5), panel("b"), panel("c")), ["a", "long"]);
});

test("what tells of a change takes a row, however little it says", () => {
  assert.deepEqual(whole(panel("change of risk.level"), panel("a"), panel("b")), [
    "change of risk.level",
  ]);
});
