import assert from "node:assert/strict";
import { test } from "node:test";
import { listedState, listedStates, searchOf } from "./listed-state.ts";

test("every list has an address that leads back to it", () => {
  for (const { id } of listedStates) {
    assert.equal(listedState(new URLSearchParams(searchOf(" M-7 ", id))), id);
  }
});

test("the open cases stand at the plain address, and what is unknown leads there", () => {
  assert.deepEqual(searchOf("", "open"), {});
  assert.equal(listedState(new URLSearchParams("state=elsewhere")), "open");
});
