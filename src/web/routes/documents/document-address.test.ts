import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, pathOf, wishOf } from "./document-address.ts";

const sources = [
  { id: "2026-H1", kind: "local", name: "2026-H1" },
  { id: "nation", kind: "nation", name: "Riket" },
] as const;

test("without a wish it is the committee's, of the first set there is", () => {
  assert.deepEqual(wishOf(new URLSearchParams(), sources), {
    kind: "committee",
    source: "2026-H1",
  });
  assert.equal(wishOf(new URLSearchParams("till=namnden"), []), undefined);
});

test("an address leads back to the same document, also one with odd letters", () => {
  for (const wish of [
    { kind: "collaboration", source: "nation" },
    { kind: "staff", source: "å/ö" },
  ] as const) {
    const { searchParams } = new URL(addressOf(wish), "http://localhost");
    assert.deepEqual(wishOf(searchParams, sources), wish);
  }
  assert.equal(pathOf({ kind: "staff", source: "å/ö" }), "/api/documents/staff/%C3%A5%2F%C3%B6");
});
