import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { doubledName, doubledNameIn } from "./doubled-name.ts";
import { deliveredLines, faultsIn, plausibleCases, sealed } from "./testing/delivered.ts";

/** As a delivery's line is looked at. */
function inLine(text: string): string | undefined {
  return doubledNameIn({ bytes: Buffer.from(text), text, json: JSON.parse(text) });
}

test("a name that stands twice in one object is found, wherever and however it is written", () => {
  const doubled: readonly (readonly [text: string, name: string])[] = [
    ['{"a":1,"a":1}', "a"],
    ['{"b":[{"a":{"c":1, "c" : 2}}]}', "c"],
    ['{"a":1,"\\u0061":2}', "a"],
    ['{"a":":","b":1,"b":2}', "b"],
    ['{"":1,"":2}', ""],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['{"a\\"":"x","a\\u0022":"y"}', 'a"'],
    [`${"[".repeat(5000)}{"a":1,"a":2}${"]".repeat(5000)}`, "a"],
  ];
  for (const [text, name] of doubled) {
    assert.equal(doubledName(text), name, text.slice(0, 40));
    assert.equal(inLine(text), name, text.slice(0, 40));
  }
});

test("what looks like a name and is none, or stands in another object, is not", () => {
  const sound = [
    '{"a":{"a":1},"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a\\":","b":"{\\"b\\":1"}',
    '{"a":"\\\\","b":":::"}',
    '"a"',
    "7",
  ];
  for (const text of sound) assert.equal(inLine(text), undefined, text);
});

test("of any JSON: nothing twice is found in it, and what is then put in twice is", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (object) => {
      const text = JSON.stringify(object);
      assert.equal(inLine(text), undefined);
      const [name = ""] = Object.keys(JSON.parse(text));
      const twice = `${text.slice(0, -1)},${JSON.stringify(name)}:":"}`;
      assert.equal(inLine(twice), name);
    }),
  );
});

test("a delivery in which a name stands twice is refused, in heading, row and end", async () => {
  const [heading = "", row = ""] = await deliveredLines(plausibleCases(1));
  const told = row.replace('"answers":{', '"answers":{"V99":1,"V99":1,');
  assert.deepEqual(await faultsIn(sealed([heading, told])), ["delivery-name-doubled 2 V99"]);
  const kind = heading.replace('"kind"', '"kind":"real","kind"');
  assert.deepEqual((await faultsIn(sealed([kind, row])))[0], "delivery-name-doubled 1 kind");
  const end = sealed([heading, row]).replace('"cases":', '"cases":9,"cases":');
  assert.deepEqual((await faultsIn(end)).toSorted()[0], "delivery-name-doubled 3 cases");
});
