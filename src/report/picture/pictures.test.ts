import assert from "node:assert/strict";
import { test } from "node:test";
import type { SvgNode } from "../figure.ts";
import {
  dumbbells,
  funnels,
  parts,
  slopes,
  strips,
  transitions,
  trends,
} from "../testing/picture-stories.ts";
import { drawDumbbells } from "./draw-dumbbells.ts";
import { drawFunnel } from "./draw-funnel.ts";
import { drawParts } from "./draw-parts.ts";
import { drawSlopes } from "./draw-slopes.ts";
import { drawStrip } from "./draw-strip.ts";
import { drawTransitions } from "./draw-transitions.ts";
import { drawTrend } from "./draw-trend.ts";

function everyNode(node: SvgNode): readonly SvgNode[] {
  const children = node.children.filter((child): child is SvgNode => typeof child !== "string");
  return [node, ...children.flatMap(everyNode)];
}

function count(svg: SvgNode, tag: string): number {
  return everyNode(svg).filter((node) => node.tag === tag).length;
}

function told<Picture>(stories: { readonly [state: string]: Picture }, state: string): Picture {
  const picture = stories[state];
  assert.ok(picture, state);
  return picture;
}

const aloud = (svg: SvgNode) => svg.attributes["aria-label"];

test("the chain of denominators is told step by step, and what is hidden by its mark", () => {
  const svg = drawStrip(told(strips, "partly hidden"), "sv");
  assert.equal(
    aloud(svg),
    "Stapeldiagram: Från ärende till svar. Alla ärenden: 120; Avslutade: ..; Tillfrågade: ..; Har svarat: 43.",
  );
  assert.equal(count(svg, "rect"), 4);
});

test("where the first of the chain is hidden there is nothing to be a part of", () => {
  assert.equal(count(drawStrip(told(strips, "the first is hidden"), "sv"), "rect"), 0);
});

test("a whole of which a part is hidden is not divided", () => {
  const whole = drawParts(told(parts, "four levels and «vet ej»"), "sv");
  const hidden = drawParts(told(parts, "partly hidden"), "sv");
  const placed = (svg: SvgNode) =>
    everyNode(svg).filter(({ tag, attributes }) => tag === "rect" && attributes.stroke);
  assert.equal(placed(whole).length, 8);
  assert.deepEqual(
    placed(hidden).map(({ attributes }) => [attributes.x, attributes.width]),
    [
      ["0%", "31%"],
      ["0%", "12%"],
    ],
  );
});

test("of each way it is told how many went", () => {
  const words = aloud(drawTransitions(told(transitions, "partly hidden"), "en")) ?? "";
  assert.ok(words.startsWith("Grid: Bedömd risk före och efter. from “Låg” to “Låg”: 14; "));
  assert.ok(words.includes("from “Medel” to “Medel”: 1,033"));
  assert.ok(words.includes("from “Låg” to “Hög”: .."));
});

test("nobody's way and a hidden way have no line", () => {
  assert.equal(count(drawSlopes(told(slopes, "eleven cases"), "sv"), "line"), 7);
  assert.equal(count(drawSlopes(told(slopes, "partly hidden"), "sv"), "line"), 2);
  assert.equal(count(drawSlopes(told(slopes, "empty"), "sv"), "line"), 0);
});

test("too few for a share and what may not be shown are told apart", () => {
  const words = aloud(drawDumbbells(told(dumbbells, "partly hidden, and too few"), "sv"));
  assert.match(words ?? "", /Kvinnor: Påhittköping \.\., Riket 94/);
  assert.match(words ?? "", /Har lämnat: Påhittköping –, Riket 40/);
});

test("places lie in the funnel in order of how many they are of; others have no name", () => {
  const svg = drawFunnel(told(funnels, "one's own among others"), "sv");
  const circles = everyNode(svg).filter(
    ({ tag, attributes }) => tag === "circle" && attributes.cx?.endsWith("%"),
  );
  const places = circles.map(({ attributes }) => Number(attributes.cx?.slice(0, -1)));
  const others = places.slice(0, -1);
  assert.deepEqual(
    others,
    others.toSorted((one, other) => one - other),
  );
  assert.equal(circles.at(-1)?.attributes.r, "8");
  assert.match(
    aloud(svg) ?? "",
    /^Trattdiagram: Målet helt uppnått\. Påhittköping: 58 av 112; Alla tillsammans: 980 av 2\u00a0180; övriga/,
  );
});

test("two exact limits on each side of that of all", () => {
  assert.equal(count(drawFunnel(told(funnels, "one's own among others"), "sv"), "polyline"), 5);
  assert.equal(count(drawFunnel(told(funnels, "empty"), "sv"), "polyline"), 0);
});

test("no line crosses a hidden step or a question that changed", () => {
  const joints = (state: string) =>
    everyNode(drawTrend(told(trends, state), "sv")).filter(
      ({ tag, attributes }) => tag === "line" && attributes["stroke-width"] === "3",
    ).length;
  assert.equal(joints("five years"), 9);
  assert.equal(joints("years, and a question that changed"), 3);
  assert.equal(joints("partly hidden, and too few"), 1);
});

test("a step outside what chance brings has a ring, and is told as such", () => {
  const words = aloud(drawTrend(told(trends, "five years"), "sv")) ?? "";
  assert.match(words, /Våren 2022: 71\u00a0%, längre bort än slumpen brukar nå/);
  assert.equal(words.match(/längre bort/g)?.length, 1);
  assert.match(words, /Alla tillsammans: 48\u00a0%\.$/);
});
