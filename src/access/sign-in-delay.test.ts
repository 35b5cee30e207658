import assert from "node:assert/strict";
import { test } from "node:test";
import { signInDelaySeconds } from "./sign-in-delay.ts";

test("three slips cost nothing, guessing gets slow, and nobody is locked out", () => {
  const delays = Array.from({ length: 30 }, (_, failures) => signInDelaySeconds(failures));
  assert.deepEqual(delays.slice(0, 8), [0, 0, 0, 0, 2, 4, 8, 16]);
  assert.equal(Math.max(...delays), 300);
});
