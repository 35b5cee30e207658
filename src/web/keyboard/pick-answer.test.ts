import assert from "node:assert/strict";
import { test } from "node:test";
import { pickMissing, pickOption } from "./pick-answer.ts";

const single = { type: "single", options: [{ code: 1 }, { code: 2 }] } as const;
const several = {
  type: "multiple",
  options: [{ code: 1 }, { code: 2 }, { code: 11, exclusive: true }],
} as const;

function codes(...chosen: readonly number[]) {
  return { kind: "codes", codes: chosen } as const;
}

test("a single choice is replaced", () => {
  assert.deepEqual(pickOption(single, codes(1), 2), codes(2));
  assert.deepEqual(pickOption(single, { kind: "missing", code: 99 }, 1), codes(1));
  assert.deepEqual(pickOption(single, codes(1), 1), codes(1));
});

test("a multiple choice is toggled, and kept in the order of the options", () => {
  assert.deepEqual(pickOption(several, codes(2), 1), codes(1, 2));
  assert.deepEqual(pickOption(several, codes(1, 2), 1), codes(2));
});

test("taking the last one away leaves no answer", () => {
  assert.equal(pickOption(several, codes(1), 1), null);
});

test("an exclusive option stands alone, both ways", () => {
  assert.deepEqual(pickOption(several, codes(1, 2), 11), codes(11));
  assert.deepEqual(pickOption(several, codes(11), 2), codes(2));
});

test("a missing code replaces every option, and can be taken back where it is ticked", () => {
  assert.deepEqual(pickMissing(several, codes(1), 99), { kind: "missing", code: 99 });
  assert.equal(pickMissing(several, { kind: "missing", code: 99 }, 99), null);
  assert.deepEqual(pickMissing(single, { kind: "missing", code: 99 }, 99), {
    kind: "missing",
    code: 99,
  });
  assert.deepEqual(pickMissing({ type: "date" }, { kind: "missing", code: 98 }, 99), {
    kind: "missing",
    code: 99,
  });
});
