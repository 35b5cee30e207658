import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Language } from "#kernel";
import type { SvgNode } from "../figure.ts";
import { drawDumbbells } from "./draw-dumbbells.ts";
import { drawFunnel } from "./draw-funnel.ts";
import { drawParts } from "./draw-parts.ts";
import { drawSlopes } from "./draw-slopes.ts";
import { drawStrip } from "./draw-strip.ts";
import { drawTransitions } from "./draw-transitions.ts";
import { drawTrend } from "./draw-trend.ts";
import type {
  DumbbellPicture,
  FunnelPicture,
  PartsPicture,
  StripPicture,
  TransitionPicture,
  TrendPicture,
} from "./picture-kinds.ts";
import { renderSvg } from "./render-svg.ts";
import { textWidth } from "./wrap-text.ts";

const mostLines = 12;

const label = fc
  .array(fc.stringMatching(/^[a-zåäöA-ZÅÄÖ0-9,()/<>&"-]{1,60}$/), { minLength: 1, maxLength: 20 })
  .map((words) => words.join(" ").slice(0, 200));
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.option(fc.nat(9999));
const share = fc.oneof(fraction, fc.constantFrom("none" as const, null));
const words = { name: label, notes: fc.array(label, { maxLength: 2 }) };
const interval = fc.tuple(fraction, fraction).map(([one, other]): readonly [number, number] => {
  return one < other ? [one, other] : [other, one];
});

const strip: fc.Arbitrary<StripPicture> = fc.record({
  ...words,
  steps: fc.array(fc.record({ label, count }), { maxLength: mostLines }),
});

const parts: fc.Arbitrary<PartsPicture> = fc
  .record({
    ...words,
    isFew: fc.boolean(),
    parts: fc.array(fc.record({ label, count, isUnknown: fc.boolean() }), { maxLength: mostLines }),
  })
  .map(({ isFew, parts: drawn, ...rest }) => {
    const total = drawn.reduce((sum, each) => sum + (each.count ?? 0), 0);
    const shareOf = (each: number | null) =>
      isFew || each === null || total === 0 ? null : each / total;
    return { ...rest, parts: drawn.map((each) => ({ ...each, share: shareOf(each.count) })) };
  });

function moves(cell: fc.Arbitrary<number | null>, most: number): fc.Arbitrary<TransitionPicture> {
  return fc.array(label, { minLength: 1, maxLength: most }).chain((levels) => {
    const row = fc.array(cell, { minLength: levels.length, maxLength: levels.length });
    const counts = fc.array(row, { minLength: levels.length, maxLength: levels.length });
    return fc.record({ ...words, from: label, to: label, levels: fc.constant(levels), counts });
  });
}

const dumbbells: fc.Arbitrary<DumbbellPicture> = fc
  .subarray(["own", "all", "other", "other"] as const, { minLength: 1 })
  .chain((looks) =>
    fc.record({
      ...words,
      sides: fc.tuple(...looks.map((look) => fc.record({ label, look: fc.constant(look) }))),
      lines: fc.array(
        fc.record({
          label,
          shares: fc.array(share, { minLength: looks.length, maxLength: looks.length }),
          interval: fc.option(interval),
        }),
        { maxLength: mostLines },
      ),
    }),
  );

const counted = fc
  .tuple(fc.nat(999), fc.nat(999))
  .map(([one, other]) => ({ count: Math.min(one, other), total: Math.max(one, other) }));

const funnel: fc.Arbitrary<FunnelPicture> = fc
  .record({
    ...words,
    all: counted,
    places: fc.array(fc.record({ label, counted }), { maxLength: 40 }),
  })
  .map(({ places, ...rest }) => ({
    ...rest,
    places: places.map((place, index) => ({
      label: place.label,
      ...place.counted,
      isOwn: index === 3,
    })),
  }));

const trend: fc.Arbitrary<TrendPicture> = fc.record({
  ...words,
  steps: fc.array(fc.record({ label, share, limits: fc.option(interval) }), {
    maxLength: mostLines,
  }),
  centre: fc.option(fraction),
  breaks: fc.subarray([1, 2, 3, 7]),
});

const language = fc.constantFrom<Language>("sv", "en");

const kinds = [
  ["the strip", fc.tuple(strip, language).map((given) => drawStrip(...given))],
  ["parts", fc.tuple(parts, language).map((given) => drawParts(...given))],
  [
    "transitions",
    fc.tuple(moves(fc.option(fc.nat(999)), 7), language).map((given) => drawTransitions(...given)),
  ],
  [
    "slopes",
    fc.tuple(moves(fc.option(fc.nat(4)), 6), language).map((given) => drawSlopes(...given)),
  ],
  ["dumbbells", fc.tuple(dumbbells, language).map((given) => drawDumbbells(...given))],
  ["the funnel", fc.tuple(funnel, language).map((given) => drawFunnel(...given))],
  ["the trend", fc.tuple(trend, language).map((given) => drawTrend(...given))],
] as const;

for (const [kind, picture] of kinds) {
  test(`${kind}: whatever is told, everything lies within the picture`, () => {
    fc.assert(
      fc.property(picture, (svg) => {
        const height = Number(svg.attributes.height);
        for (const { tag, attributes } of everyNode(svg)) {
          for (const name of ["x", "x1", "x2", "cx", "width"]) {
            const place = attributes[name];
            if (!place?.endsWith("%")) continue;
            const part = Number(place.slice(0, -1));
            assert.ok(part >= 0 && part <= 100, `${tag} ${name} ${place}`);
          }
          for (const name of ["y", "y1", "y2", "cy"]) {
            const y = Number(attributes[name] ?? 0);
            assert.ok(y >= -1 && y <= height, `${tag} ${name} ${y} of ${height}`);
          }
        }
      }),
    );
  });

  test(`${kind}: no text is small, runs out of the picture or lies over another, at any width`, () => {
    fc.assert(
      fc.property(picture, fc.constantFrom(288, 400, 640), (svg, width) => {
        const boxes = textsOf(svg).map((text) => boxOf(text, width));
        for (const [index, box] of boxes.entries()) {
          assert.ok(box.size >= 13, box.text);
          assert.ok(box.left >= -1 && box.right <= width + 1, `${box.text} at ${width}`);
          const under = boxes.slice(0, index).find((other) => overlaps(box, other));
          assert.equal(under, undefined, `${box.text} lies over ${under?.text} at ${width}`);
        }
      }),
    );
  });

  test(`${kind}: a tree that is well-formed, without styles, scripts or numbers that are none`, () => {
    fc.assert(
      fc.property(picture, (svg) => {
        for (const { tag, attributes } of everyNode(svg)) {
          assert.match(tag, /^(svg|rect|line|circle|path|polyline|text)$/);
          assert.ok(!("style" in attributes));
          const written = Object.values(attributes).join(" ");
          if (tag !== "svg") assert.doesNotMatch(written, /NaN|Infinity|undefined/);
          const box = everyColour(attributes);
          assert.ok(box.every(isOurs), box.join());
        }
        const text = renderSvg(svg);
        assert.equal(text.match(/<(?![a-z/])/g), null);
      }),
    );
  });
}

function everyColour({ fill, stroke }: SvgNode["attributes"]): readonly string[] {
  return [fill, stroke].filter((colour) => colour !== undefined);
}

function isOurs(colour: string): boolean {
  return /^(none|currentColor|var\(--picture-(bar|beside), #[0-9a-f]{6}\))$/.test(colour);
}

function everyNode(node: SvgNode): readonly SvgNode[] {
  const children = node.children.filter((child): child is SvgNode => typeof child !== "string");
  return [node, ...children.flatMap(everyNode)];
}

function textsOf(svg: SvgNode): readonly SvgNode[] {
  return everyNode(svg).filter(({ tag, children }) => tag === "text" && children.join("") !== "");
}

/** Where a text stands in a picture so many px wide. */
function boxOf({ attributes, children }: SvgNode, width: number) {
  const text = children.join("");
  const size = Number(attributes["font-size"] ?? 16);
  const long = textWidth(text, size);
  const { x = "0", y = "0", "text-anchor": anchor = "start" } = attributes;
  const at = x.endsWith("%") ? (Number(x.slice(0, -1)) / 100) * width : Number(x);
  const left = anchor === "end" ? at - long : anchor === "middle" ? at - long / 2 : at;
  return { text, size, left, right: left + long, top: Number(y) - size * 0.8, foot: Number(y) };
}

type Box = ReturnType<typeof boxOf>;

function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.right && other.left < one.right && one.top < other.foot && other.top < one.foot
  );
}
