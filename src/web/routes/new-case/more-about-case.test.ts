import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandomness } from "#kernel";
import { newCaseCode } from "#registration";
import { nothingMore, problemWhileTyping, readMore } from "./more-about-case.ts";

const code = newCaseCode(seededRandomness(4));
const wrong = `${code.slice(0, -1)}${code.endsWith("A") ? "B" : "A"}`;

test("whoever says nothing more sends nothing more", () => {
  assert.deepEqual(readMore(nothingMore), { kind: "read", value: {} });
});

test("a code is read as people write it", () => {
  const typed = code.toLowerCase().replaceAll("-", " ");
  const { previousCode } = sentOf({ ...nothingMore, previousCode: typed });
  assert.equal(previousCode, code);
});

test("a wrong code is told when it is whole, and never while it is being typed", () => {
  for (let length = 0; length < code.length; length++) {
    assert.equal(problemWhileTyping(code.slice(0, length)), undefined);
  }
  assert.equal(problemWhileTyping(code), undefined);
  assert.match(problemWhileTyping(wrong) ?? "", /stämmer inte/);
});

test("a code that is wrong or half written is not sent", () => {
  for (const previousCode of [wrong, code.slice(0, 4)]) {
    assert.equal(readMore({ ...nothingMore, previousCode }).kind, "problem");
  }
});

test("an anonymous case takes no earlier one with it", () => {
  assert.deepEqual(sentOf({ ...nothingMore, previousCode: code, isAnonymous: true }), {
    isAnonymous: true,
  });
});

test("another municipality is sent by its code", () => {
  assert.deepEqual(sentOf({ ...nothingMore, servedMunicipality: "9002" }), {
    servedMunicipality: "9002",
  });
});

function sentOf(more: typeof nothingMore) {
  const read = readMore(more);
  return read.kind === "read" ? read.value : assert.fail(read.sentence);
}
