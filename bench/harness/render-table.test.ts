import assert from "node:assert/strict";
import { test } from "node:test";
import { atLeast, atMost } from "./benchmark.ts";
import { renderTable } from "./render-table.ts";

test("results stand in columns, each with how many times its floor it is", () => {
  const floor = { what: "a bare insert", value: 2 };
  const met = atMost({ id: "save", value: 7.4567, unit: "ms", goal: 25, against: floor });
  const idle = { what: "nothing", value: 81.25 };
  const missed = atMost({ id: "idle", value: 220.4, unit: "MB", goal: 220, against: idle });
  assert.equal(
    renderTable([met, missed]),
    [
      "        value      goal             ×  against",
      "save  7.46 ms   ≤ 25 ms  met     3.73  2 ms: a bare insert",
      "idle   220 MB  ≤ 220 MB  MISSED  2.71  81.3 MB: nothing",
      "",
    ].join("\n"),
  );
});

test("what must be reached is told apart from what must not be exceeded", () => {
  const peer = { what: "a database", value: 1 };
  const met = atLeast({ id: "count", value: 44.44, unit: "×", goal: 20, against: peer });
  const missed = atLeast({ id: "slow", value: 19.99, unit: "×", goal: 20, against: peer });
  assert.equal(
    renderTable([met, missed]),
    [
      "        value    goal             ×  against",
      "count  44.4 ×  ≥ 20 ×  met     44.4  1 ×: a database",
      "slow     20 ×  ≥ 20 ×  MISSED    20  1 ×: a database",
      "",
    ].join("\n"),
  );
});
