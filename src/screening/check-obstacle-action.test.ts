import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId, instant, isoDate } from "#kernel";
import { checkObstacleAction, type ObstacleActionPlan } from "./check-obstacle-action.ts";
import type { ObstacleAction } from "./obstacle.ts";
import { refusals } from "./testing/refusals.ts";

const action: ObstacleAction = {
  id: "a1",
  revision: 3,
  campaign: "mars",
  obstacle: 1,
  intention: "Lägg till en kvart vid nybesök.",
  responsible: "enhetschef",
  dueOn: isoDate("2027-05-01"),
  outcome: "Kvarten finns i bokningen.",
  state: "done",
  carriedFrom: null,
  by: accountId("chefen"),
  at: instant("2027-04-20T10:00:00Z"),
};

test("an action that says what, and who by post, is taken", () => {
  assert.deepEqual(checkObstacleAction(action), []);
  assert.deepEqual(checkObstacleAction({ ...action, dueOn: null, outcome: "" }), []);
});

const refused: readonly (readonly [Partial<ObstacleActionPlan>, readonly string[]])[] = [
  [{ obstacle: 98 }, ["obstacle-unknown obstacle"]],
  [{ intention: " – " }, ["obstacle-empty intention"]],
  [{ intention: "a".repeat(501) }, ["text-too-long intention"]],
  [{ responsible: "" }, ["obstacle-responsible-needed responsible"]],
  [{ responsible: "Maria Ekqvist" }, ["obstacle-responsible-named responsible"]],
  [{ responsible: "a".repeat(101) }, ["text-too-long responsible"]],
  [{ outcome: "a".repeat(1_001) }, ["text-too-long outcome"]],
  [{ outcome: "Klart\u202e" }, ["text-not-allowed outcome"]],
  [{ dueOn: "2027-02-30" as ObstacleAction["dueOn"] }, ["not-a-date dueOn"]],
];

for (const [changes, problems] of refused) {
  test(`an action is refused: ${problems.join(", ")}`, () => {
    assert.deepEqual(refusals(checkObstacleAction({ ...action, ...changes })), problems);
  });
}
