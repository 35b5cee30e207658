import type { SvgNode } from "../figure.ts";
import { type AttributeValue, element, percentOf } from "./element.ts";
import { narrowest, type PieceAt } from "./stack-pieces.ts";
import { tearsWord, textWidth, wrapText } from "./wrap-text.ts";

export const fontSize = 16;
export const lineHeight = 22;

/** Numbers at axes and within areas. */
export const smallSize = 14;
export const smallLine = 18;

export type Tick = { readonly at: number; readonly label: string };

/** From the edge to both sides of it as far as it lies within the picture. */
export function anchorAt(at: number): "start" | "middle" | "end" {
  return at === 0 ? "start" : at === 1 ? "end" : "middle";
}

/**
 * A label over what it names, with its value at the right of its last line; or below it, where a word
 * would be torn or a line be lost to make room for it.
 */
export function labelPiece(label: string, value: string, spaceUnder = 0): PieceAt {
  return (top) => {
    const beside = textWidth(value, fontSize) + 12;
    const lastLine = narrowest - beside;
    const whole = wrapText(label, fontSize, { line: narrowest, lastLine: narrowest });
    const around = wrapText(label, fontSize, { line: narrowest, lastLine });
    const isTorn = tearsWord(whole.at(-1) ?? "", fontSize, lastLine);
    const isBelow = beside > narrowest * 0.6 || isTorn || whole.length + 1 < around.length;
    const texts = isBelow ? whole : around;
    const lines = texts.length + (isBelow ? 1 : 0);
    const baseline = (index: number) => top + lineHeight * index + fontSize;
    const bold = { x: "100%", y: baseline(lines - 1), "text-anchor": "end", "font-weight": 600 };
    return {
      nodes: [
        ...texts.map((text, index) => element("text", { x: 0, y: baseline(index) }, text)),
        element("text", bold, value),
      ],
      height: lineHeight * lines + spaceUnder,
    };
  };
}

/** Lines of text that begin at the left of the whole width; paler than what they explain. */
export function notesPiece(notes: readonly string[]): PieceAt {
  return (top) => {
    const widths = { line: narrowest, lastLine: narrowest };
    const texts = notes.flatMap((note) => wrapText(note, fontSize, widths));
    const nodes = texts.map((text, index) => {
      const y = top + fontSize + lineHeight * index;
      return element("text", { x: 0, y, "fill-opacity": 0.8 }, text);
    });
    return { nodes, height: lineHeight * texts.length };
  };
}

/** Marks and numbers under what was drawn; `along` places a fraction of the scale. */
export function ticksPiece(
  ticks: readonly Tick[],
  along: (fraction: number) => string = percentOf,
): PieceAt {
  return (top) => {
    const nodes = ticks.flatMap(({ at, label }): readonly SvgNode[] => {
      const x = along(at);
      const line = { x1: x, x2: x, y1: top - 5, y2: top, stroke: "currentColor" };
      const text = { x, y: top + fontSize + 4, "text-anchor": anchorAt(at), "fill-opacity": 0.8 };
      return [element("line", { ...line, "stroke-opacity": 0.5 }), tickText(text, label)];
    });
    return { nodes, height: ticks.length === 0 ? 0 : fontSize + 14 };
  };
}

/** A number that belongs to the axis and not to what was counted. */
export function tickText(
  attributes: { readonly [name: string]: AttributeValue },
  label: string,
): SvgNode {
  return element("text", { class: "axis-number", ...attributes }, label);
}
