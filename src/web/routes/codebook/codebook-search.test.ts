import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryCodebooks } from "#codebook";
import { searched } from "./codebook-search.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();

test("the search wants all words, in any order, wherever they stand", () => {
  const ids = (search: string) => searched(codebook, search).variables.map(({ id }) => id);
  assert.deepEqual(ids("v01"), ["V01"]);
  assert.ok(ids("barn 18").includes("V04"));
  assert.deepEqual(ids("finns inte alls här"), []);
  assert.equal(ids("  ").length, codebook.variables.length);
});
