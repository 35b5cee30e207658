import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, kindChoices, pathOf, wishOf } from "./document-address.ts";

const sources = [
  { id: "2026-H1", kind: "local", name: "2026-H1" },
  { id: "nation", kind: "nation", name: "Riket" },
  { id: "campaign:mars", kind: "campaign", name: "Fokusmånad mars" },
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

test("to managers and contact persons there is one of a month of asking alone", () => {
  const wished = (source: string) =>
    wishOf(new URLSearchParams({ till: "chefer", underlag: source }), sources)?.kind;
  assert.equal(wished("campaign:mars"), "managers");
  assert.equal(wished("nation"), "committee");
  const names = (isCampaign: boolean) => kindChoices(isCampaign).map(({ value }) => value);
  assert.deepEqual(names(false), ["committee", "staff", "collaboration"]);
  assert.deepEqual(names(true).slice(3), ["managers", "contacts"]);
});
