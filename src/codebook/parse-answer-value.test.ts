import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseAnswerValue } from "./parse-answer-value.ts";

test("codes are sorted, each once", () => {
  const parsed = parseAnswerValue({ kind: "codes", codes: [3, 1, 3] });
  assert.deepEqual(parsed, { kind: "codes", codes: [1, 3] });
});

test("each kind of answer is read as it is", () => {
  for (const value of [
    { kind: "codes", codes: [] },
    { kind: "number", number: 1990 },
    { kind: "date", date: "2026-02-28" },
    { kind: "missing", code: 98 },
  ]) {
    assert.deepEqual(parseAnswerValue(value), value);
  }
});

test("everything else is nothing", () => {
  const inherited = Object.create({ kind: "number", number: 1 });
  for (const input of [
    null,
    undefined,
    "codes",
    [],
    {},
    inherited,
    { kind: "codes" },
    { kind: "codes", codes: "1" },
    { kind: "codes", codes: [1.5] },
    { kind: "codes", codes: [0] },
    { kind: "codes", codes: [97] },
    { kind: "codes", codes: ["1"] },
    { kind: "codes", codes: new Array(97).fill(1) },
    { kind: "codes", codes: [1], more: true },
    { kind: "number", number: "1" },
    { kind: "number", number: Number.NaN },
    { kind: "number", number: 1e300 },
    { kind: "date", date: "2026-02-30" },
    { kind: "date", date: 20260228 },
    { kind: "missing", code: 96 },
    { kind: "text", text: "hej" },
    JSON.parse('{"kind":"missing","code":98,"__proto__":{"kind":"codes"}}'),
    JSON.parse('{"__proto__":{"kind":"missing"},"code":98}'),
  ]) {
    assert.equal(parseAnswerValue(input), undefined, JSON.stringify(input));
  }
});

test("no JSON whatever makes it throw, and what it accepts it accepts again unchanged", () => {
  const nearly = fc.record(
    {
      kind: fc.constantFrom("codes", "number", "date", "missing", "__proto__"),
      codes: fc.jsonValue(),
      number: fc.jsonValue(),
      date: fc.jsonValue(),
      code: fc.integer({ min: 95, max: 100 }),
    },
    { requiredKeys: ["kind"] },
  );
  fc.assert(
    fc.property(fc.oneof(nearly, fc.jsonValue()), (input) => {
      const value = parseAnswerValue(input);
      if (value) assert.deepEqual(parseAnswerValue(value), value);
    }),
    { numRuns: 2000 },
  );
});
