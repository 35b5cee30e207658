import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, municipalityCode, strongRandomness } from "#kernel";
import {
  hashSessionSecret,
  isSessionAlive,
  newSessionToken,
  parseSessionToken,
  writeSessionToken,
} from "./session.ts";

test("a token holds 256 bits and is read back as written", () => {
  const token = newSessionToken(municipalityCode("9001"), strongRandomness);
  assert.equal(Buffer.from(token.secret, "base64url").length, 32);
  assert.deepEqual(parseSessionToken(writeSessionToken(token)), token);
  assert.notEqual(hashSessionSecret(token.secret), token.secret);
});

test("anything else is no token", () => {
  for (const text of [
    undefined,
    "",
    "9001.",
    "9001.kort",
    `90.${"a".repeat(43)}`,
    `9001.${"å".repeat(43)}`,
  ]) {
    assert.equal(parseSessionToken(text), undefined);
  }
});

test("a session that was seen in the future, by a clock since put back, ends", () => {
  const future = instant("2031-11-02T08:00:00Z");
  const times = { createdAt: future, lastSeenAt: future, revokedAt: null };
  assert.ok(!isSessionAlive(times, instant("2026-11-02T08:00:00Z")));
  assert.ok(
    isSessionAlive(times, instant("2031-11-02T07:59:00Z")),
    "a minute is a clock set right",
  );
});

test("a session ends after fifteen idle minutes, after eight hours, and when it is revoked", () => {
  const createdAt = instant("2026-11-02T08:00:00Z");
  function isAliveAt(now: string, lastSeenAt: string, revokedAt: string | null = null): boolean {
    const times = {
      createdAt,
      lastSeenAt: instant(lastSeenAt),
      revokedAt: revokedAt && instant(revokedAt),
    };
    return isSessionAlive({ ...times, revokedAt: times.revokedAt || null }, instant(now));
  }
  assert.ok(isAliveAt("2026-11-02T08:15:00Z", "2026-11-02T08:00:00Z"));
  assert.ok(!isAliveAt("2026-11-02T08:15:01Z", "2026-11-02T08:00:00Z"));
  assert.ok(isAliveAt("2026-11-02T16:00:00Z", "2026-11-02T15:59:00Z"));
  assert.ok(!isAliveAt("2026-11-02T16:00:01Z", "2026-11-02T15:59:59Z"));
  assert.ok(!isAliveAt("2026-11-02T08:01:00Z", "2026-11-02T08:00:00Z", "2026-11-02T08:00:30Z"));
});
