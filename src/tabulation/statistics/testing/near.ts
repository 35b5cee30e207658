import assert from "node:assert/strict";

/** Relative to the expected number, and never finer than `least` in absolute terms. */
export function assertNear(found: number, expected: number, relative: number, least = 0): void {
  const allowed = Math.max(least, Math.abs(expected) * relative);
  assert.ok(Math.abs(found - expected) <= allowed, `${found} is not ${expected}`);
}
