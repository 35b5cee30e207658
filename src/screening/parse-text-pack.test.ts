import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseTextPack } from "./parse-text-pack.ts";
import { refusals } from "./testing/refusals.ts";

const pack = {
  name: "Kommunens egna frågor",
  version: "1",
  licence: "Egen text, beslutad av förvaltningen.",
  introduction: "Vi frågar alla. R&D-gruppen har läst & godkänt, 5 < 6.\nDet är frivilligt.",
  questions: ["Är du rädd för någon hemma?", "Har det hänt tidigare?"],
};

function refusedAs(written: unknown): readonly string[] {
  return refusals(parseTextPack(JSON.stringify(written)));
}

test("a text pack of plain words is read as it was written", () => {
  assert.deepEqual(parseTextPack(JSON.stringify(pack)), { kind: "done", value: pack });
  assert.deepEqual(parseTextPack(`\uFEFF${JSON.stringify(pack)}`), { kind: "done", value: pack });
});

test("letters are composed, and nothing stands around the words", () => {
  const read = parseTextPack(JSON.stringify({ ...pack, name: "  Fra\u030aga alla \n" }));
  assert.ok(read.kind === "done");
  assert.equal(read.value.name, "Fr\u00e5ga alla");
});

test("an introduction may be left out; a licence never", () => {
  const { introduction: _, ...without } = pack;
  const read = parseTextPack(JSON.stringify(without));
  assert.ok(read.kind === "done");
  assert.equal(read.value.introduction, "");
  const { licence: _licence, ...unlicensed } = pack;
  for (const written of [unlicensed, { ...pack, licence: "  " }, { ...pack, licence: "–" }]) {
    assert.deepEqual(refusedAs(written), ["text-pack-without-licence licence"]);
  }
});

const hostile = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//x>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "</p>",
  "<!-- gömt -->",
  "<?php echo 1 ?>",
  "<b",
  "<x-egen>",
  "＜script＞alert(1)＜/script＞",
  "<scr\u00adipt>",
  "&lt;script&gt;",
  "&#60;script",
  "&#x3c;script&#x3e;",
  "&lt script",
  "&nbsp;",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "java\u200bscript:alert(1)",
  "vbscript:msgbox",
  "data:text/html,hej",
  "da\nta:text/html;base64,aGVq",
];

test("nothing but words: tags, entities and addresses that run something are refused with where", () => {
  for (const text of hostile) {
    for (const [field, at] of places(`Hej ${text} hej`)) {
      const found = refusedAs({ ...pack, ...field });
      assert.ok(found.includes(`text-pack-with-markup ${at}`), `${text} at ${at}: ${found}`);
    }
  }
});

const unseen = [
  "\u0000",
  "\u0007",
  "\u001b[31m",
  "\u007f",
  "\u0085",
  "\u200b",
  "\u200e",
  "\u202e",
  "\u2066",
  "\u00ad",
  "\ufeff",
  "\ud800",
  "\u{e0041}",
];

test("control characters, marks that turn the writing, and all that nobody sees are refused with where", () => {
  for (const character of unseen) {
    for (const [field, at] of places(`Hej ${character} hej`)) {
      const found = refusedAs({ ...pack, ...field });
      assert.ok(found.includes(`text-not-allowed ${at}`), `${JSON.stringify(character)}: ${found}`);
    }
  }
});

function places(text: string): readonly (readonly [object, string])[] {
  return [
    [{ name: text }, "name"],
    [{ version: text }, "version"],
    [{ licence: text }, "licence"],
    [{ introduction: text }, "introduction"],
    [{ questions: ["Hur är det?", text] }, "questions.1"],
  ];
}

test("what is too long is refused with how long it may be", () => {
  assert.deepEqual(refusals(parseTextPack("[".repeat(100_001))), ["text-too-long text"]);
  for (const [field, at] of places("a".repeat(2_001))) {
    assert.deepEqual(refusedAs({ ...pack, ...field }), [`text-too-long ${at}`]);
  }
  assert.deepEqual(refusedAs({ ...pack, questions: Array.from({ length: 21 }, () => "Hur?") }), [
    "text-pack-malformed questions",
  ]);
});

const malformed: readonly (readonly [string, string])[] = [
  ["", "text"],
  ["<html>", "text"],
  ["{'name': 1}", "text"],
  ["[".repeat(90_000), "text"],
  [`${"[".repeat(40_000)}${"]".repeat(40_000)}`, "text"],
  ["null", "text"],
  ["[]", "text"],
  ['"text"', "text"],
  [JSON.stringify({ ...pack, name: undefined }), "name"],
  [JSON.stringify({ ...pack, name: "" }), "name"],
  [JSON.stringify({ ...pack, version: 1 }), "version"],
  [JSON.stringify({ ...pack, version: "." }), "version"],
  [JSON.stringify({ ...pack, questions: [] }), "questions"],
  [JSON.stringify({ ...pack, questions: "Hur är det?" }), "questions"],
  [JSON.stringify({ ...pack, questions: ["Hur är det?", ""] }), "questions.1"],
  [JSON.stringify({ ...pack, questions: [["Hur är det?"]] }), "questions.0"],
  [JSON.stringify({ ...pack, style: "body{}" }), "style"],
  [JSON.stringify({ ...pack, constructor: "x" }), "constructor"],
  [JSON.stringify({ ...pack, id: "annans" }), "id"],
];

test("what has another form is refused with where", () => {
  for (const [text, at] of malformed) {
    const found = refusals(parseTextPack(text));
    assert.deepEqual(found, [`text-pack-malformed ${at}`], text.slice(0, 80));
  }
});

test("a key that every object has changes nothing anywhere", () => {
  const written = `${JSON.stringify(pack).slice(0, -1)},"__proto__":{"polluted":"yes"}}`;
  assert.deepEqual(refusals(parseTextPack(written)), ["text-pack-malformed __proto__"]);
  assert.equal("polluted" in {}, false);
  const borrowed = `{"__proto__":${JSON.stringify(pack)}}`;
  assert.equal(parseTextPack(borrowed).kind, "refused");
});

test("a personnummer is never among the words", () => {
  const introduction = `Ring ${[1912, 12, 12, "1212"].join("")}`;
  assert.deepEqual(refusedAs({ ...pack, introduction }), ["looks-like-personnummer introduction"]);
});

test("whatever is read is plain, and reading it again changes nothing", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 60 });
  const written = fc.record({
    name: words,
    version: words,
    licence: words,
    introduction: words,
    questions: fc.array(words, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(written, (some) => {
      const read = parseTextPack(JSON.stringify(some));
      if (read.kind === "refused") return;
      assert.doesNotMatch(JSON.stringify(read.value), /<[a-z/!?]|\p{Cf}/iu);
      assert.deepEqual(parseTextPack(JSON.stringify(read.value)), read);
    }),
  );
});
