import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate, unitId } from "#kernel";
import { participationTold } from "./participation-told.ts";

const day = isoDate("2027-03-03");

function unit(meetings: number, expected: number | null = null) {
  const counted = { meetings, asked: meetings, notAsked: 0, days: 1, workingDays: 3 };
  return { unit: unitId("nord"), kind: 1, expected, ...counted };
}

test("a county is told of whole tens, of how many units have begun, and of nothing else", () => {
  assert.deepEqual(participationTold([unit(29, 40), unit(10), unit(0, 20)], day), {
    ...{ day, units: 3, noted: 2, expected: null, meetings: 30 },
  });
});

test("what is expected is told where every unit has said so", () => {
  assert.equal(participationTold([unit(0, 40), unit(0, 30)], day).expected, 70);
});

test("below ten nobody sees that anybody was met", () => {
  const told = [1, 9, 10, 19].map((count) => participationTold([unit(count)], day).meetings);
  assert.deepEqual(told, [0, 0, 10, 10]);
});
