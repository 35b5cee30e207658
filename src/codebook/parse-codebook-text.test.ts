import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { problemSentence } from "#kernel";
import { findJsonFault } from "./json-fault.ts";
import { libraryCodebooks } from "./library.ts";
import { parseCodebookText } from "./parse-codebook-text.ts";

function problems(text: string): readonly string[] {
  const outcome = parseCodebookText(text);
  return outcome.kind === "done"
    ? []
    : outcome.problems.map((found) => problemSentence(found, "en"));
}

const sound = JSON.stringify(libraryCodebooks()[0]);

test("what was written comes back, with or without a byte order mark", () => {
  assert.deepEqual(parseCodebookText(sound), { kind: "done", value: libraryCodebooks()[0] });
  assert.equal(parseCodebookText(`\uFEFF${sound}`).kind, "done");
});

test("bad JSON is named with line, column and reason", () => {
  assert.deepEqual(problems('{\n  "id": "a",\n  "version" "1"\n}'), [
    "line 3, column 13: not JSON: «:» is missing",
  ]);
  assert.deepEqual(problems(sound.slice(0, -1)), [
    `line 1, column ${sound.length}: not JSON: the text ends too early`,
  ]);
  assert.deepEqual(problems(""), ["line 1, column 1: not JSON: the text ends too early"]);
});

test("a key written twice is a mistake, since one of the two would be lost in silence", () => {
  assert.deepEqual(problems('{"id": "a",\n "id": "b"}'), [
    'line 2, column 2: not JSON: the key "id" is written twice',
  ]);
});

test("nesting without end is refused, not run into", () => {
  assert.match(problems("[".repeat(1_000_000)).join(), /nested deeper than 100/);
});

test("a wrong form is named with the JSON pointer of each mistake, all at once", () => {
  const faulty = JSON.parse(sound);
  delete faulty.label;
  faulty.variables[3].colour = "red";
  faulty.variables[7].condition = { answer: "V07", in: ["one"] };
  faulty.checks[0].when = { all: [{ not: { field: 3, in: [] } }] };
  faulty.checks[1].when = { anser: "V01", in: [1] };
  faulty["a/b"] = 1;
  assert.deepEqual(problems(JSON.stringify(faulty)), [
    "Codebook malformed at /label: Invalid input: expected object, received undefined",
    "Codebook malformed at /variables/3/colour: unknown key",
    "Codebook malformed at /variables/7/condition/in/0: Invalid input: expected number, received string",
    "Codebook malformed at /checks/0/when/all/0/not/field: Invalid input: expected string, received number",
    "Codebook malformed at /checks/0/when/all/0/not/in: Too small: expected array to have >=1 items",
    "Codebook malformed at /checks/1/when: a condition has one of the forms {answer, in}, {field, in}, {all}, {any}, {not}, {someItem, phases?, where?}, and no other keys",
    "Codebook malformed at /a~1b: unknown key",
  ]);
});

test("something else than a codebook is malformed as a whole", () => {
  assert.deepEqual(problems("[]"), [
    "Codebook malformed at /: Invalid input: expected object, received array",
  ]);
  assert.ok(problems('{"__proto__": {"id": "a"}}').length > 5);
});

test("a fault is found exactly where JSON.parse refuses", () => {
  const damaged = fc
    .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom("", ",", "{", '"', "\n", "x", "\\"))
    .map(([json, at, put]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + put + json.slice(place + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 4 }), damaged), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const fault = findJsonFault(text);
      // A key written twice is JSON to JSON.parse, and not to us.
      if (fault?.reason.includes("twice")) return;
      assert.equal(fault === undefined, isJson, text);
    }),
    { numRuns: 3000 },
  );
});
