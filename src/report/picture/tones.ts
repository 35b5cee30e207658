import type { SvgNode } from "../figure.ts";
import { element, percentOf } from "./element.ts";
import { ownFill } from "./paint.ts";

/** A part of the width, as fractions, and of the height in px. */
export type Area = {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
};

/** The last of several parts is darkest, so that their order is seen without colour. */
export function toneOf(index: number, parts: number): number {
  return parts < 2 ? 0.9 : 0.2 + (0.7 * index) / (parts - 1);
}

/** A part in its tone, outlined against the next. */
export function tonedArea(area: Area, tone: number): SvgNode {
  return element("rect", { ...placeOf(area), fill: ownFill, "fill-opacity": tone, ...edge });
}

/** What is not known: striped, without tone. One thick line of dashes stripes any width. */
export function stripedArea(area: Area): readonly SvgNode[] {
  const { from, to, y, height } = area;
  const middle = y + height / 2;
  return [
    element("line", {
      x1: percentOf(from),
      x2: percentOf(to),
      y1: middle,
      y2: middle,
      stroke: "currentColor",
      "stroke-opacity": 0.55,
      "stroke-width": height,
      "stroke-dasharray": "2 4",
    }),
    element("rect", { ...placeOf(area), fill: "none", ...edge }),
  ];
}

const edge = { stroke: "currentColor", "stroke-opacity": 0.55, "stroke-width": 1 } as const;

function placeOf({ from, to, y, height }: Area) {
  return { x: percentOf(from), y, width: percentOf(to - from), height };
}
