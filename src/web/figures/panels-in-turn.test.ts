import assert from "node:assert/strict";
import { test } from "node:test";
import type { Panel } from "#report";
import { panelsInTurn } from "./panels-in-turn.ts";

function panel(id: string, certainty: Panel["certainty"] = "solid"): Panel {
  return {
    lane: "internal",
    id,
    title: id,
    label: id,
    sentences: [],
    certainty,
    reconstructed: false,
    base: null,
    population: null,
    tables: [],
    picture: null,
  };
}

function turns(panels: readonly Panel[], open: number) {
  const ids = (some: readonly Panel[]) => some.map(({ id }) => id).join(" ");
  const { first, rest, empty, hidden } = panelsInTurn(panels, open);
  return [ids(first), ids(rest), ids(empty), ids(hidden)];
}

test("the first stand open, the others are folded in the order that they came", () => {
  const five = ["a", "b", "c", "d", "e"].map((id) => panel(id));
  assert.deepEqual(turns(five, 2), ["a b", "c d e", "", ""]);
  assert.deepEqual(turns(five, 5), ["a b c d e", "", "", ""]);
});

test("what tells of a change is never folded away", () => {
  const panels = [panel("a"), panel("b"), panel("c"), panel("men:change of risk.level")];
  assert.deepEqual(turns(panels, 1), ["a men:change of risk.level", "b c", "", ""]);
});

test("what says nothing stands last, apart, and takes nobody's place", () => {
  const panels = [panel("a", "hidden"), panel("b", "empty"), panel("c"), panel("d")];
  assert.deepEqual(turns(panels, 2), ["c d", "", "b", "a"]);
});
