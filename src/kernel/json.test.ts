import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalJson, type JsonValue } from "./index.ts";

function shuffled(value: JsonValue): JsonValue {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(shuffled);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

test("one value has one text, whatever order its keys came in", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (json) => {
      const value = JSON.parse(JSON.stringify(json)) as JsonValue;
      assert.equal(canonicalJson(shuffled(value)), canonicalJson(value));
      assert.deepEqual(JSON.parse(canonicalJson(value)), value);
    }),
  );
});

test("what JSON cannot hold is a bug, not a silent null", () => {
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => canonicalJson({ number }));
  }
});
