import assert from "node:assert/strict";
import { test } from "node:test";
import { findMunicipality } from "./find-municipality.ts";

test("a municipality is found as people write it", () => {
  for (const written of ["Mölndal", "mölndal ", "Mölndals stad", "Mölndals kommun", "1481"]) {
    assert.equal(findMunicipality(written)?.code, "1481", written);
  }
  assert.equal(findMunicipality("Region Gotland")?.code, "0980");
  assert.equal(findMunicipality("Upplands Väsby kommun")?.code, "0114");
  assert.equal(findMunicipality("Hofors kommun")?.code, "2104");
});

test("half a name and an empty one are nothing; an unknown code is itself", () => {
  assert.equal(findMunicipality("Möln"), undefined);
  assert.equal(findMunicipality(" "), undefined);
  assert.deepEqual(findMunicipality("9001"), { code: "9001", name: "9001" });
});
