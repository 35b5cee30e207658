import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { SvgNode } from "../figure.ts";
import { type BarPicture, drawBars } from "./draw-bars.ts";
import { renderSvg } from "./render-svg.ts";
import { textWidth, wrapText } from "./wrap-text.ts";

const words = fc.array(fc.stringMatching(/^[a-zåäöA-ZÅÄÖ,()/-]{1,30}$/), {
  minLength: 1,
  maxLength: 14,
});
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

const pictures: fc.Arbitrary<BarPicture> = fc.record({
  title: fc.string(),
  legend: fc.array(
    fc.record({
      look: fc.constantFrom("own", "all"),
      label: words.map((each) => each.join(" ")),
    }),
    { maxLength: 2 },
  ),
  lines: fc.array(
    fc.record({
      label: words.map((each) => each.join(" ")),
      value: fc.constantFrom("0", "7", "93\u00a0%", "100\u00a0%", "1\u00a0204"),
      bars: fc.array(
        fc.record({
          length: fraction,
          look: fc.constantFrom("own", "missing", "all"),
          interval: fc.option(fc.tuple(fraction, fraction)),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
  ticks: fc.array(fc.record({ at: fc.constantFrom(0, 0.5, 1), label: fc.constant("50 %") })),
  notes: fc.array(
    words.map((each) => each.join(" ")),
    { maxLength: 2 },
  ),
});

function everyNode(node: SvgNode): readonly SvgNode[] {
  const children = node.children.filter((child): child is SvgNode => typeof child !== "string");
  return [node, ...children.flatMap(everyNode)];
}

test("every text is at least 12 px, fits the narrowest page, and leaves room for the value", () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      for (const { tag, attributes, children } of everyNode(drawBars(picture))) {
        if (tag !== "text") continue;
        const size = Number(attributes["font-size"] ?? 14);
        const [text = ""] = children as readonly string[];
        assert.ok(size >= 12);
        const from = attributes.x === "34" ? 34 : 0;
        assert.ok(from + textWidth(text, size) <= 288, text);
      }
    }),
  );
});

test("nothing lies below the picture's own height, and no two texts share a place", () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const svg = drawBars({ ...picture, ticks: [] });
      const height = Number(svg.attributes.height);
      const places = new Set<string>();
      for (const { tag, attributes } of everyNode(svg)) {
        const bottom = Number(attributes.y ?? 0) + Number(tag === "rect" ? attributes.height : 0);
        assert.ok(bottom <= height);
        if (tag !== "text") continue;
        const place = `${attributes.x} ${attributes.y}`;
        assert.ok(!places.has(place), place);
        places.add(place);
      }
    }),
  );
});

const own = "var(--picture-bar, #3d73b5)";
const all = "var(--picture-beside, #8f96a0)";

test("no style, no script, no colour of its own but the bars': fit for a strict page, dark or grey", () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      for (const { tag, attributes } of everyNode(drawBars(picture))) {
        assert.ok(["svg", "text", "rect", "line"].includes(tag));
        assert.ok(!("style" in attributes));
        for (const name of ["fill", "stroke"]) {
          const allowed = [undefined, "currentColor", own, all];
          assert.ok(allowed.includes(attributes[name]));
        }
      }
    }),
  );
});

const alone = { title: "t", legend: [], ticks: [], notes: [] } as const;

test("a bar is as long as its share, whatever the width of the page", () => {
  const bar = { length: 0.25, look: "own", interval: null } as const;
  const svg = drawBars({ ...alone, lines: [{ label: "Ja", value: "25 %", bars: [bar] }] });
  const [whole, drawn] = everyNode(svg).filter(({ tag }) => tag === "rect");
  assert.equal(whole?.attributes.width, "100%");
  assert.equal(drawn?.attributes.width, "25%");
});

test("a subgroup's bar and that of all differ in place, height and outline", () => {
  const bars = [
    { length: 0.44, look: "own", interval: null },
    { length: 0.28, look: "all", interval: null },
  ] as const;
  const svg = drawBars({ ...alone, lines: [{ label: "Ja", value: "44 % mot 28 %", bars }] });
  const [, above, below] = everyNode(svg).filter(({ tag }) => tag === "rect");
  assert.ok(Number(above?.attributes.y) < Number(below?.attributes.y));
  assert.ok(Number(above?.attributes.height) > Number(below?.attributes.height));
  assert.deepEqual(
    [above?.attributes.stroke, below?.attributes.stroke],
    [undefined, "currentColor"],
  );
});

test("what may not be shown has its mark and neither bar nor ground", () => {
  const svg = drawBars({ ...alone, lines: [{ label: "Ja", value: "..", bars: [] }] });
  assert.deepEqual(
    everyNode(svg).map(({ tag }) => tag),
    ["svg", "text", "text"],
  );
});

test("what is wrapped reads the same as before, apart from where lines end", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 300 }), (given, line) => {
      const text = given.join(" ");
      const lines = wrapText(text, 14, { line, lastLine: line - 20 });
      assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
    }),
  );
});

test("a label that would be markup is text", () => {
  const label = `"><script>alert('1')</script>&amp;`;
  const bars = [{ length: 1, look: "own", interval: null }] as const;
  const lines = [{ label, value: "1", bars }];
  const text = renderSvg(drawBars({ ...alone, title: label, lines }));
  assert.ok(!text.includes("<script"));
  assert.ok(!text.includes(`aria-label=""`));
  assert.ok(text.includes("&quot;&gt;&lt;script&gt;"));
});
