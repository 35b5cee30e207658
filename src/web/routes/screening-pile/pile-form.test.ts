import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answers } from "#codebook";
import { meetingCodebook } from "#screening";
import {
  type AddedLine,
  addLine,
  formsIn,
  type KeyedLine,
  readCount,
  sumInWords,
} from "./pile-form.ts";

const codebook = meetingCodebook();
const codes = (...chosen: readonly number[]) => ({ kind: "codes" as const, codes: chosen });
const no: Answers = { F04: codes(1), F06: codes(3) };

function added(line: AddedLine) {
  assert.equal(line.kind, "added");
  return line.kind === "added" ? line : assert.fail();
}

test("a line is forms that are filled in alike; no number is one form", () => {
  const { lines, into } = added(addLine(codebook, [], no, " 12 "));
  assert.deepEqual(lines, [{ answers: no, combination: "F04=1;F06=3", count: 12 }]);
  assert.equal(into, undefined);
  assert.equal(formsIn(added(addLine(codebook, [], no, "")).lines), 1);
});

test("the same answers once more are counted into the line that is there", () => {
  const first: readonly KeyedLine[] = added(addLine(codebook, [], no, "12")).lines;
  const { lines, into } = added(addLine(codebook, first, { ...no }, "3"));
  assert.deepEqual([into, lines.length, formsIn(lines)], [0, 1, 15]);
});

test("a form that leaves something out says so, and is not taken as it is", () => {
  const left = addLine(codebook, [], { F04: codes(1) }, "1");
  assert.deepEqual(left, {
    kind: "problem",
    at: "answers",
    sentence: "Svara på «Vad svarade personen?», eller välj Inte noterat.",
  });
  const noted = { F04: codes(1), F06: { kind: "missing" as const, code: 98 as const } };
  assert.equal(added(addLine(codebook, [], noted, "1")).lines[0]?.combination, "F04=1;F06=98");
});

test("a count is a whole number from one", () => {
  for (const wrong of ["0", "-1", "1,5", "tolv", "100000"]) {
    assert.equal(readCount(wrong), undefined, wrong);
    assert.equal(addLine(codebook, [], no, wrong).kind, "problem");
  }
  assert.equal(readCount("1 200"), 1200);
});

test("the sum says what is left, and what is too much", () => {
  assert.equal(sumInWords(12, 40), "12 av 40 blanketter. 28 återstår.");
  assert.equal(sumInWords(41, 40), "41 av 40 blanketter. 1 för många.");
  assert.equal(sumInWords(40, 40), "40 av 40 blanketter. Det stämmer.");
  assert.equal(sumInWords(1, undefined), "1 blankett inlagd.");
});
