import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, isoDate } from "#kernel";
import type { ObstacleActionView } from "#server";
import { carriedObstacle, openedObstacle, requestOf } from "./obstacle-form.ts";

const action: ObstacleActionView = {
  id: "first-one",
  revision: 2,
  obstacle: { code: 1, label: "Tidsbrist" },
  intention: "En kvart till vid varje nybesök.",
  responsible: "enhetschef",
  dueOn: isoDate("2027-05-01"),
  outcome: "Blev av på två enheter.",
  state: "done",
  carriedFrom: null,
  changedAt: instant("2027-04-01T12:00:00Z"),
  changedBy: "Leila Aho",
};

test("an action that is opened and saved as it stands is sent as it was read", () => {
  const { id: _, changedAt: __, changedBy: ___, obstacle, ...rest } = action;
  assert.deepEqual(requestOf(openedObstacle(action)), { ...rest, obstacle: obstacle.code });
});

test("what is carried over is planned anew, without a day or an outcome", () => {
  const carried = carriedObstacle(action);
  assert.notEqual(carried.id, action.id);
  assert.deepEqual(requestOf(carried), {
    revision: 0,
    obstacle: 1,
    intention: action.intention,
    responsible: "enhetschef",
    dueOn: null,
    outcome: "",
    state: "planned",
    carriedFrom: "first-one",
  });
});
