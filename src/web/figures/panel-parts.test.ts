import assert from "node:assert/strict";
import { test } from "node:test";
import type { Panel, ShownCell } from "#report";
import { hidesNumbers, pictureInWords } from "./panel-parts.ts";

function panelWith(cells: readonly ShownCell[], base: Panel["base"] = null): Panel {
  return {
    lane: "safe",
    id: "V01",
    title: "Kön",
    label: "Kön",
    sentences: [],
    certainty: "solid",
    reconstructed: false,
    base,
    population: base && "started",
    picture: null,
    tables: [
      {
        caption: "Kön",
        corner: "Svar",
        columns: [{ label: "Antal", unit: "count" }],
        rows: cells.map((cell, index) => ({
          label: `${index}`,
          isMissing: false,
          cells: [cell],
        })),
      },
    ],
  };
}

test("a panel says that something is hidden where a number of it is, and never where there is none", () => {
  assert.ok(hidesNumbers(panelWith([12, "hidden"])));
  assert.ok(hidesNumbers(panelWith([12], { eligible: 30, valid: null })));
  assert.ok(hidesNumbers({ ...panelWith([]), certainty: "hidden" }));
  assert.ok(!hidesNumbers(panelWith([12, "none", 0], { eligible: 30, valid: 12 })));
});

test("a picture is read aloud as it says itself, else as the panel's message", () => {
  const svg = { tag: "svg", attributes: {}, children: [] };
  assert.equal(pictureInWords(svg, "Sju av tio är kvinnor"), "Diagram: Sju av tio är kvinnor");
  const said = { ...svg, attributes: { "aria-label": "Kvinnor 70 procent." } };
  assert.equal(pictureInWords(said, "…"), "Kvinnor 70 procent.");
});
