import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, instantOn, isoDate, swedishDay } from "#kernel";
import { firstSecond, lastSecond, latest, workdayFrom, workdayUntil } from "./workday.ts";

const day = fc
  .integer({ min: -9000, max: 9000 })
  .map((days) => addDays(isoDate("2020-01-01"), days));

test("a weekend gives way to the Monday after it, or to the Friday before it", () => {
  assert.equal(workdayFrom(isoDate("2026-11-21")), "2026-11-23");
  assert.equal(workdayFrom(isoDate("2026-11-22")), "2026-11-23");
  assert.equal(workdayUntil(isoDate("2026-11-21")), "2026-11-20");
  assert.equal(workdayUntil(isoDate("2026-11-22")), "2026-11-20");
  for (const wednesday of [isoDate("2026-11-18"), isoDate("1999-03-03")]) {
    assert.equal(workdayFrom(wednesday), wednesday);
    assert.equal(workdayUntil(wednesday), wednesday);
  }
});

test("workdays keep the order of the days they come from", () => {
  fc.assert(
    fc.property(day, fc.nat(10), (first, later) => {
      const second = addDays(first, later);
      assert.ok(workdayFrom(first) <= workdayFrom(second));
      assert.ok(workdayUntil(first) <= workdayUntil(second));
      assert.ok(workdayUntil(first) <= first && first <= workdayFrom(first));
    }),
  );
});

test("working hours lie on the same day in Sweden, summer and winter", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: firstSecond, max: lastSecond }), (on, second) => {
      assert.equal(swedishDay(instantOn(on, second)), on);
    }),
  );
});

test("the latest of several days, where some are not known", () => {
  const [early, late] = [isoDate("2026-01-01"), isoDate("2026-02-01")];
  assert.equal(latest(early, undefined, late, early), late);
});
