import assert from "node:assert/strict";
import { test } from "node:test";
import type { Panel } from "../panel.ts";
import { drawStrip } from "../picture/draw-strip.ts";
import { strayNumbers } from "./numbers-agree.ts";

const panel: Panel = {
  lane: "safe",
  id: "V10",
  title: "Mycket grovt våld: 38 procent",
  label: "Mycket grovt våld",
  sentences: ["38 procent (1\u00a0204 av 3\u00a0170). I riket två av de tre, i genomsnitt 2,4."],
  certainty: "solid",
  reconstructed: false,
  base: { eligible: 3170, valid: 3 },
  population: "started",
  tables: [
    {
      caption: "Mycket grovt våld",
      corner: "Svar",
      columns: [
        { label: "Antal", unit: "count" },
        { label: "Andel", unit: "share" },
        { label: "Genomsnitt", unit: "mean" },
      ],
      rows: [
        { label: "18–34 år", isMissing: false, cells: [1204, 0.3798, 2.41] },
        { label: "35 år", isMissing: false, cells: [2, "hidden", "none"] },
      ],
    },
  ],
  picture: drawStrip(
    { name: "18–34 år", notes: [], steps: [{ label: "Alla", count: 1204 }] },
    "sv",
  ),
};

test("counts, whole per cents, decimals, small words and names agree", () => {
  assert.deepEqual(strayNumbers(panel), []);
});

test("a number that no table holds is found wherever it is said", () => {
  const steps = [{ label: "Alla", count: 1205 }];
  const picture = drawStrip({ name: "Alla", notes: ["Av 77."], steps }, "sv");
  const told = { ...panel, title: "39 procent", sentences: ["Fem av 1\u00a0203, 2,5."], picture };
  assert.deepEqual(strayNumbers(told), [
    "39",
    "Fem",
    "1\u00a0203",
    "2,5",
    "1\u00a0205",
    "1\u00a0205",
    "77",
  ]);
});

test("years and what is named by the caller may be said, and the sizes of the rule of small numbers", () => {
  const told = {
    ...panel,
    title: "År 2026, i 199",
    sentences: ["Minst 30 behövs, tio för andelar."],
  };
  assert.deepEqual(strayNumbers(told, { others: [199] }), []);
  assert.deepEqual(strayNumbers(told), ["199"]);
});
