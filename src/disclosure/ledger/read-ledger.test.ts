import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerCell, heading, ledgerOf } from "../testing/given-ledger.ts";
import { emptyLedger, extendLedger, ledgerText } from "./extend-ledger.ts";
import { readLedger } from "./read-ledger.ts";

const whole = ledgerOf(
  [heading("one"), [answerCell("severity", [1], 12), answerCell("severity", [2, 3], null)]],
  [heading("two"), [answerCell("severity", [1], 17), answerCell("honour", [1], 30)]],
  [heading("three", { publication: "final" }), []],
);
const bytes = Buffer.from(ledgerText(whole));

test("a ledger reads back as it was written", () => {
  const read = readLedger(bytes);
  assert.equal(read.kind, "done");
  assert.deepEqual(read.kind === "done" && read.value, whole);
  const empty = readLedger(Buffer.from(ledgerText(emptyLedger)));
  assert.deepEqual(empty.kind === "done" && empty.value, emptyLedger);
});

test("what was written stays, line by line, when a release is added", () => {
  const more = extendLedger(whole, heading("four"), [answerCell("help", [1], 9)]);
  assert.deepEqual(more.lines.slice(0, whole.lines.length), whole.lines);
  assert.equal(more.releases.at(-1)?.follows, whole.head);
});

test("no hidden count stands in the file, and a guarded few is never written", () => {
  assert.match(
    ledgerText(whole),
    /"codes":\[2,3\],"kind":"answer","variable":"severity"\},"few",null\]/,
  );
  assert.throws(() => extendLedger(whole, heading("four"), [answerCell("help", [1], 3)]));
  const nobody = answerCell("help", [1], 0, { guard: "few-or-none" });
  assert.throws(() => extendLedger(whole, heading("four"), [nobody]));
});

/** The line that is said to be damaged. */
function damageIn(text: Uint8Array): unknown {
  const read = readLedger(text, "ledger.jsonl");
  if (read.kind === "done") return undefined;
  assert.equal(read.problems[0]?.code, "ledger-damaged");
  return read.problems[0]?.details?.line;
}

test("every byte that changes is seen, at its line or the next", () => {
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const line = bytes.subarray(0, at).toString().split("\n").length;
    const found = Number(damageIn(changed));
    assert.ok(Math.abs(found - line) <= 1, `byte ${at} of line ${line}: ${found}`);
  }
});

test("a file that ends too early is seen wherever it ends, also between two releases", () => {
  for (let length = 0; length < bytes.length; length++) {
    assert.ok(damageIn(bytes.subarray(0, length)) !== undefined, `${length} bytes`);
  }
});

test("lines lost, repeated, moved or added are seen", () => {
  const lines = ledgerText(whole).split("\n").slice(0, -1);
  const text = (each: readonly string[]) => Buffer.from([...each, ""].join("\n"));
  for (const [at, line] of lines.entries()) {
    assert.ok(damageIn(text(lines.toSpliced(at, 1))) !== undefined, `without ${at}`);
    assert.ok(damageIn(text(lines.toSpliced(at, 0, line))) !== undefined, `${at} twice`);
    assert.ok(damageIn(text(lines.toSpliced(at, 0, ""))) !== undefined, `an empty ${at}`);
  }
  assert.ok(damageIn(Buffer.concat([bytes, Buffer.from("\n")])) !== undefined);
  assert.ok(damageIn(Buffer.concat([Buffer.from("\uFEFF"), bytes])) !== undefined);
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: 0 }), (some) => {
      fc.pre(some.join("\n") !== lines.join("\n"));
      assert.ok(damageIn(text(some)) !== undefined);
    }),
  );
});
