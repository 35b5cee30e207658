import assert from "node:assert/strict";
import { test } from "node:test";
import { openSpoilt } from "../testing/spoilt-packages.ts";

test("three thousand spoilt packages get a clear answer each, and none is taken for a sound one", async () => {
  const { count, refusedBy } = await openSpoilt(3000, 2026);
  assert.equal(count, 3000);
  // The spoilt ones reach all the way in: age, heading, signature, content, and the delivery's own lines.
  for (const code of [
    "package-damaged",
    "package-not-sealed",
    "package-heading-unreadable",
    "package-unknown-sender",
    "package-signature-wrong",
    "package-cut-off",
    "package-trailing",
    "package-altered",
    "delivery-altered",
    "delivery-truncated",
    "delivery-not-json",
    "delivery-row-malformed",
    "delivery-unknown-name",
    "delivery-name-doubled",
  ]) {
    assert.ok((refusedBy.get(code) ?? 0) > 0, `${code}: ${JSON.stringify([...refusedBy])}`);
  }
});
