import assert from "node:assert/strict";
import { test } from "node:test";
import { proposeSignInName } from "./propose-sign-in-name.ts";

test("first and last name, without rings and dots", () => {
  assert.equal(proposeSignInName("Åsa Maria Öberg-Lind", []), "asa.oberg-lind");
  assert.equal(proposeSignInName("  Zoë  ", []), "zoe");
  assert.equal(proposeSignInName("", []), "");
  assert.equal(proposeSignInName("– –", []), "");
});

test("one that somebody has gets a number", () => {
  const taken = ["Anna.Berg", "anna.berg2"];
  assert.equal(proposeSignInName("Anna Berg", taken), "anna.berg3");
});
