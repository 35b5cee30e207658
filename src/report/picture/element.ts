import type { SvgNode } from "../figure.ts";

export type AttributeValue = string | number;

/** One SVG element; numbers are cut to hundredths, so that a picture reads well as text. */
export function element(
  tag: string,
  attributes: { readonly [name: string]: AttributeValue },
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  const texts = Object.entries(attributes).map(([name, value]) => [name, textOf(value)] as const);
  return { tag, attributes: Object.fromEntries(texts), children };
}

/** Places along the width are parts of it, so that one picture fits every width. */
export function percentOf(fraction: number): string {
  return `${textOf(fraction * 100)}%`;
}

function textOf(value: AttributeValue): string {
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
}
