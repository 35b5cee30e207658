import type { SvgNode } from "../figure.ts";
import { element } from "./element.ts";

/** The narrowest place a picture stands in: a page of 320 px with its margins. */
export const narrowest = 288;

/** A part of a picture, in px from the top of the whole. */
export type Piece = { readonly nodes: readonly SvgNode[]; readonly height: number };

/** Draws itself from `top` and down. */
export type PieceAt = (top: number) => Piece;

/**
 * A picture of pieces, each below the one before. Everything along the width is in per cent and
 * everything else in px, so the one picture fills any width from 288 px with text of the same size.
 * Text and lines follow the text around it (`currentColor`): light, dark and grey alike.
 *
 * @param said instead of the picture, to those who do not see it. An attribute and no `<title>`, which
 * browsers show over the picture under whoever points at it.
 */
export function stackPieces(said: string, pieces: readonly PieceAt[]): SvgNode {
  const nodes: SvgNode[] = [];
  let top = 0;
  for (const pieceAt of pieces) {
    const piece = pieceAt(top);
    nodes.push(...piece.nodes);
    top += piece.height;
  }
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: "picture",
    role: "img",
    "aria-label": said,
    width: "100%",
    height: top,
    "font-size": 16,
    fill: "currentColor",
    overflow: "visible",
  };
  return element("svg", attributes, ...nodes);
}
