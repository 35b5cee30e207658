import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readAddress, resultsAddress } from "./results-address.ts";

const origin = "https://skillnad.example";

test("what was chosen stands in the address, and is read back from it", () => {
  const said = fc.option(fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(fc.record({ unit: said, time: said, group: said }), ({ unit, time, group }) => {
      const wished = { unit, time, group };
      assert.deepEqual(readAddress(`${origin}${resultsAddress(wished)}`), wished);
    }),
  );
});

test("what is not chosen is not in the address", () => {
  assert.equal(resultsAddress({ unit: null, time: null, group: null }), "/resultat");
  assert.equal(
    resultsAddress({ unit: "u1", time: null, group: "men" }),
    "/resultat?enhet=u1&grupp=men",
  );
});

test("an empty choice is no choice", () => {
  assert.deepEqual(readAddress(`${origin}/resultat?enhet=&tid=&grupp=`), {
    unit: null,
    time: null,
    group: null,
  });
});
