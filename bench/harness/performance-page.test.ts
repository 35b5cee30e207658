import assert from "node:assert/strict";
import { test } from "node:test";
import { atMost, type Growth } from "./benchmark.ts";
import { renderPerformancePage } from "./performance-page.ts";

const circumstances = { day: "2026-11-22", processor: "P", cores: 2, node: "24", load: 0.1 };
const ids = { count: "counting" };

function pageWith(growth?: Growth): string {
  const against = { what: "a loop", value: 1 };
  const measured = { id: "count", value: 1.5, unit: "×", goal: 2, against } as const;
  const result = atMost(growth ? { ...measured, growth } : measured);
  return renderPerformancePage(ids, [{ result, measured: circumstances }]);
}

test("how a figure grows stands under a heading of its own, with thousands kept apart", () => {
  const page = pageWith({
    columns: ["cases", "ms"],
    rows: [
      [1_000, 0.49153],
      [10_000_000, 37.081],
    ],
    note: "a loop in memory.",
  });
  const [, growth = ""] = page.split("## Growth\n\n");
  assert.equal(
    growth.split("\nMeasured:")[0],
    [
      "`count`: a loop in memory.",
      "",
      "| cases | ms |",
      "|--:|--:|",
      "| 1\u2009000 | 0.492 |",
      "| 10\u2009000\u2009000 | 37.1 |",
      "",
    ].join("\n"),
  );
});

test("without such a figure there is no such heading", () => {
  assert.ok(!pageWith().includes("## Growth"));
});
