import type { SvgNode } from "../figure.ts";
import { element } from "./element.ts";
import { across, plotFrom, plotHeight, plotTo } from "./share-axis.ts";
import { narrowest, type PieceAt } from "./stack-pieces.ts";
import { fontSize, lineHeight } from "./text-pieces.ts";

/** Over the plot, a line of its own for each, at the side of it where there is room. */
export function breakWords(word: string, breaks: readonly number[], steps: number): PieceAt {
  return (top) => ({
    nodes: breaks.map((at, index) => {
      const isRight = (plotFrom + (plotTo - plotFrom) * (at / steps)) * narrowest > narrowest / 2;
      const place = { x: across(at / steps), y: top + fontSize + lineHeight * index };
      return element("text", { ...place, "text-anchor": isRight ? "end" : "start" }, word);
    }),
    height: lineHeight * breaks.length,
  });
}

/** Before a step, through the whole plot and up to its word. */
export function breakLine(at: number, steps: number, top: number): readonly SvgNode[] {
  const x = across(at / steps);
  const line = { stroke: "currentColor", "stroke-width": 1.5, "stroke-dasharray": "1 5" };
  return [element("line", { x1: x, x2: x, y1: top, y2: top + plotHeight + 10, ...line })];
}
