/**
 * Every kind of picture in the states it is met in, reviewed as files: open `golden/picture-*.html` in a
 * browser, wide and narrow. After a change on purpose:
 * `npm test -- --test-update-snapshots src/report/golden-pictures`, and look at every one.
 */
import { join } from "node:path";
import { test } from "node:test";
import type { Language } from "#kernel";
import type { SvgNode } from "./figure.ts";
import { drawDumbbells } from "./picture/draw-dumbbells.ts";
import { drawFunnel } from "./picture/draw-funnel.ts";
import { drawParts } from "./picture/draw-parts.ts";
import { drawSlopes } from "./picture/draw-slopes.ts";
import { drawStrip } from "./picture/draw-strip.ts";
import { drawTransitions } from "./picture/draw-transitions.ts";
import { drawTrend } from "./picture/draw-trend.ts";
import { renderSvg } from "./picture/render-svg.ts";
import {
  dumbbells,
  funnels,
  parts,
  slopes,
  strips,
  transitions,
  trends,
} from "./testing/picture-stories.ts";

const kinds = [
  ["strip", pageOf(strips, drawStrip)],
  ["parts", pageOf(parts, drawParts)],
  ["transitions", pageOf(transitions, drawTransitions)],
  ["slopes", pageOf(slopes, drawSlopes)],
  ["dumbbells", pageOf(dumbbells, drawDumbbells)],
  ["funnel", pageOf(funnels, drawFunnel)],
  ["trend", pageOf(trends, drawTrend)],
] as const;

for (const [kind, page] of kinds) {
  test(`every state of the picture «${kind}»`, (context) => {
    const file = join(import.meta.dirname, "golden", `picture-${kind}.html`);
    context.assert.fileSnapshot(page, file, { serializers: [String] });
  });
}

function pageOf<Picture>(
  stories: { readonly [state: string]: Picture },
  draw: (picture: Picture, language: Language) => SvgNode,
): string {
  const drawn = Object.entries(stories).map(([state, picture]) => {
    const svg = renderSvg(draw(picture, "sv")).replaceAll("><", ">\n<");
    return `<h2>${state}</h2>\n${svg}`;
  });
  const style = "<style>body { max-width: 640px; font: 16px Inter, sans-serif }</style>";
  return `<!doctype html>\n<meta charset="utf-8">\n${style}\n${drawn.join("\n")}\n`;
}
