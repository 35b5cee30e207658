import assert from "node:assert/strict";
import { test } from "node:test";
import { atMost } from "./benchmark.ts";
import { type KeptFigure, mergeFigures } from "./kept-figures.ts";

function figure(id: string, value: number, day: string): KeptFigure {
  const against = { what: "a loop", value: 1 };
  const result = atMost({ id, value, unit: "s", goal: 2, against });
  return { result, measured: { day, processor: "P", cores: 2, node: "24", load: 0 } };
}

test("what was measured now takes the place of what was kept, in the order of the benches", () => {
  const kept = [figure("gone", 1, "2026-01-01"), figure("late", 1, "2026-01-01")];
  const now = [figure("early", 1, "2026-02-02")];
  assert.deepEqual(mergeFigures(kept, now, ["early", "late", "unmeasured"]), [...now, kept[1]]);
  const again = figure("late", 2, "2026-02-02");
  assert.deepEqual(mergeFigures(kept, [again], ["early", "late"]), [again]);
});
