import assert from "node:assert/strict";
import { test } from "node:test";
import { strongRandomness } from "#kernel";
import { hashPassword, isPassword } from "./password.ts";

test("the right password is right, and no other", async () => {
  const hash = await hashPassword("blåbär-i-juli", strongRandomness);
  assert.ok(await isPassword("blåbär-i-juli", hash));
  // The same letters, composed otherwise by another keyboard.
  assert.ok(await isPassword("blåbär-i-juli".normalize("NFD"), hash));
  assert.ok(!(await isPassword("blåbär-i-Juli", hash)));
  assert.ok(!(await isPassword("", hash)));
});

test("the same password is never stored alike", async () => {
  const [one, other] = [
    await hashPassword("x", strongRandomness),
    await hashPassword("x", strongRandomness),
  ];
  assert.notEqual(one, other);
  assert.match(one, /^argon2id\$19456\$2\$1\$/);
});

test("an unknown account and a broken hash are wrong passwords", async () => {
  assert.ok(!(await isPassword("x", undefined)));
  assert.ok(!(await isPassword("x", "argon2id$19456")));
});
