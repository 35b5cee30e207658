import assert from "node:assert/strict";
import { test } from "node:test";
import { Decrypter } from "age-encryption";
import { seededRandomness } from "#kernel";
import { fileOf } from "../testing/delivered.ts";
import { goldenBytes, packed, receiving, receivingKey, sealedTo } from "../testing/packaged.ts";
import { openPackage } from "./open-package.ts";

// The heading and the end are enough: what lies between is a delivery's own affair.
const lines = goldenBytes("answer-sheet.jsonl").toString().split("\n");
const content = [lines[0], lines[2], ""].join("\n");
const sealed = await packed(content);
const decrypter = new Decrypter();
decrypter.addIdentity(receivingKey.private);
const inside = await decrypter.decrypt(sealed);

async function isRefused(bytes: Uint8Array): Promise<boolean> {
  return (await openPackage(fileOf(bytes), receiving)).kind === "refused";
}

/** Each place once, with a byte that is another than the one that stands there. */
function* flipped(bytes: Uint8Array): Generator<readonly [at: number, flipped: Uint8Array]> {
  const randomness = seededRandomness(8);
  for (let at = 0; at < bytes.length; at++) {
    const copy = Uint8Array.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ (1 + randomness.below(255));
    yield [at, copy];
  }
}

test("the package itself is opened", async () => {
  assert.equal(await isRefused(sealed), false);
  assert.equal(await isRefused(await sealedTo(inside)), false);
});

test("a package with any one of its bytes changed is refused", async () => {
  for (const [at, bytes] of flipped(sealed)) {
    assert.ok(await isRefused(bytes), `byte ${at} of ${sealed.length}`);
  }
});

test("so is one that was opened, changed in any one byte and sealed anew", async () => {
  for (const [at, bytes] of flipped(inside)) {
    assert.ok(await isRefused(await sealedTo(bytes)), `byte ${at} of ${inside.length}`);
  }
});

test("a package is refused wherever it was cut off", async () => {
  for (let length = 0; length < sealed.length; length++) {
    assert.ok(await isRefused(sealed.subarray(0, length)), `${length} of ${sealed.length} bytes`);
  }
});

test("so is one that was opened, cut off anywhere and sealed anew", async () => {
  for (let length = 0; length < inside.length; length++) {
    assert.ok(await isRefused(await sealedTo(inside.subarray(0, length))), `${length} bytes`);
  }
});
