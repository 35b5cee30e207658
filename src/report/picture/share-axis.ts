import type { SvgNode } from "../figure.ts";
import { element, percentOf } from "./element.ts";
import { guide } from "./paint.ts";
import { smallSize, tickText } from "./text-pieces.ts";

/** Where a plot lies: numbers of its axis stand to the left of it. As parts of the width. */
export const [plotFrom, plotTo] = [0.17, 0.97];
export const plotHeight = 220;

/** A part of the plot's own width. */
export function across(fraction: number): string {
  return percentOf(plotFrom + (plotTo - plotFrom) * fraction);
}

/** Shares upwards, from nought. */
export type ShareAxis = {
  /** Where a share lies, in px. */
  readonly y: (share: number) => number;
  readonly end: number;
  readonly nodes: readonly SvgNode[];
};

/** The axis ends at 10, 20, 50 or 100 %, after the greatest share that is shown. */
export function shareAxis(
  shown: readonly number[],
  top: number,
  percentMark: (share: number) => string,
): ShareAxis {
  const greatest = Math.max(0, ...shown);
  const end = (shown.length > 0 && [0.1, 0.2, 0.5].find((each) => greatest <= each)) || 1;
  const y = (share: number) => top + plotHeight * (1 - share / end);
  const nodes = [0, 0.5, 1].flatMap((part) => {
    const height = y(part * end);
    const label = { x: percentOf(plotFrom - 0.015), y: height + 5, "text-anchor": "end" };
    return [
      element("line", { x1: across(0), x2: across(1), y1: height, y2: height, ...guide }),
      tickText({ ...label, "font-size": smallSize, "fill-opacity": 0.8 }, percentMark(part * end)),
    ];
  });
  return { y, end, nodes };
}
