import assert from "node:assert/strict";
import { test } from "node:test";
import { addHours, addSeconds, done } from "#kernel";
import { movableClock } from "../testing/given-app.ts";
import { createIntakeGate } from "./intake-gate.ts";

test("a clock that was put back makes no address wait for longer than the delay itself", async () => {
  const clock = movableClock("2026-03-12T08:00:00Z");
  const back = clock.now();
  const gate = createIntakeGate(clock);
  const send = async () => (await gate.through("192.0.2.1", async () => done("in"))).kind;
  clock.set(addHours(back, 2));
  for (let file = 0; file < 5; file++) gate.tell("192.0.2.1", false);
  assert.equal(await send(), "refused");
  clock.set(back);
  assert.equal(await send(), "refused");
  clock.set(addSeconds(back, 5));
  assert.equal(await send(), "done");
});
