import type { SvgNode } from "../figure.ts";
import { element, percentOf } from "./element.ts";
import { plotFrom, plotHeight, plotTo } from "./share-axis.ts";

/** A point of a line: a part of the plot's width, and px from its top. */
export type CurvePoint = { readonly at: number; readonly y: number };

/**
 * A line of many points across a plot that begins at `top`. It is stretched along the width alone; its
 * thickness and dashes are not.
 */
export function curve(
  points: readonly CurvePoint[],
  top: number,
  look: { readonly [name: string]: string | number },
): readonly SvgNode[] {
  if (points.length < 2) return [];
  const frame = {
    x: percentOf(plotFrom),
    y: top,
    width: percentOf(plotTo - plotFrom),
    height: plotHeight,
    viewBox: `0 0 1000 ${plotHeight}`,
    preserveAspectRatio: "none",
    overflow: "visible",
  };
  const places = points.map(({ at, y }) => `${Math.round(at * 1000)},${Math.round(y * 10) / 10}`);
  const line = { points: places.join(" "), fill: "none", "vector-effect": "non-scaling-stroke" };
  return [element("svg", frame, element("polyline", { ...line, ...look }))];
}
