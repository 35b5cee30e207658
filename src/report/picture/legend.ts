import type { SvgNode } from "../figure.ts";
import { element } from "./element.ts";
import { narrowest, type PieceAt } from "./stack-pieces.ts";
import { fontSize, lineHeight } from "./text-pieces.ts";
import { wrapText } from "./wrap-text.ts";

export type LegendEntry = {
  readonly label: string;
  /** Drawn from the left edge, `markWidth` wide, with its middle at `y`. */
  readonly mark: (y: number) => readonly SvgNode[];
};

export const markWidth = 24;
const labelAt = 34;

/** What shapes and lines stand for, one below the other; nothing where there is nothing to explain. */
export function legendPiece(entries: readonly LegendEntry[], spaceUnder: number): PieceAt {
  return (top) => {
    const nodes: SvgNode[] = [];
    let y = top;
    for (const { label, mark } of entries) {
      const width = narrowest - labelAt;
      nodes.push(...mark(y + lineHeight / 2));
      for (const text of wrapText(label, fontSize, { line: width, lastLine: width })) {
        nodes.push(element("text", { x: labelAt, y: y + fontSize }, text));
        y += lineHeight;
      }
    }
    return { nodes, height: entries.length === 0 ? 0 : y - top + spaceUnder };
  };
}
