import type { SvgNode } from "../figure.ts";
import { element } from "./element.ts";
import { besideFill, outline, ownFill } from "./paint.ts";

/** `own`: what it is about; `all`: what that is held against; then others, by their order. */
export type MarkerLook = "own" | "all" | "first-other" | "second-other";

/** A shape with its middle at `x` of the width and `y` px; larger shapes are seen behind smaller ones. */
export function marker(look: MarkerLook, x: string, y: number): SvgNode {
  switch (look) {
    case "own":
      return element("circle", { cx: x, cy: y, r: 6, fill: ownFill, ...ring });
    case "all":
      return shape("M0-9L9 0L0 9L-9 0Z", x, y, { fill: besideFill, ...outline });
    case "first-other":
      return shape("M-7-7H7V7H-7Z", x, y, { fill: "none", ...ring });
    case "second-other":
      return shape("M0-9L8.5 6.5H-8.5Z", x, y, { fill: "none", ...ring });
  }
}

const ring = { stroke: "currentColor", "stroke-width": 1.5 } as const;

/** A path knows no per cent: it stands in a frame without size that does. */
function shape(
  d: string,
  x: string,
  y: number,
  look: { readonly [name: string]: string | number },
): SvgNode {
  const frame = { x, y, width: 1, height: 1, overflow: "visible" };
  return element("svg", frame, element("path", { d, ...look }));
}
