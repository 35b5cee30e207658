import type { SvgNode } from "../../figure.ts";
import { type Box, inks, type Sheet, write } from "./sheet.ts";

/** Points for a px: the 16 px of a picture's text become 8 points. */
export const pointsForPx = 0.5;

/** Points that a picture is high. */
export function pictureHeight({ attributes }: SvgNode): number {
  return number(attributes.height) * pointsForPx;
}

/**
 * Draws a picture as vectors: lengths along its width are parts of the box's, all others px.
 * @throws for what our pictures do not hold.
 */
export function drawSvg(sheet: Sheet, svg: SvgNode, box: Box): void {
  const fontSize = number(svg.attributes["font-size"], 16) * pointsForPx;
  for (const child of svg.children) drawNode(sheet, child, { ...box, fontSize });
  sheet.pdf.fillOpacity(1).strokeOpacity(1);
}

type Place = Box & { readonly fontSize: number };

function drawNode(sheet: Sheet, node: SvgNode | string, place: Place): void {
  if (typeof node === "string") return;
  if (node.tag === "rect") drawRect(sheet, node, place);
  else if (node.tag === "line") drawLine(sheet, node, place);
  else if (node.tag === "text") drawText(sheet, node, place);
  else throw new Error(`no document draws <${node.tag}>`);
}

function drawRect({ pdf }: Sheet, { attributes }: SvgNode, place: Place): void {
  const x = along(attributes.x, place);
  const width = along(attributes.width, place) - place.x;
  const y = place.y + number(attributes.y) * pointsForPx;
  pdf
    .rect(x, y, width, number(attributes.height) * pointsForPx)
    .fillOpacity(number(attributes["fill-opacity"], 1))
    .fill(inkOf(attributes.fill));
}

function drawLine({ pdf }: Sheet, { attributes }: SvgNode, place: Place): void {
  const down = (value: string | undefined) => place.y + number(value) * pointsForPx;
  pdf
    .moveTo(along(attributes.x1, place), down(attributes.y1))
    .lineTo(along(attributes.x2, place), down(attributes.y2))
    .lineWidth(number(attributes["stroke-width"], 1) * pointsForPx)
    .strokeOpacity(number(attributes["stroke-opacity"], 1))
    .stroke(inkOf(attributes.stroke));
}

function drawText(sheet: Sheet, { attributes, children }: SvgNode, place: Place): void {
  const { pdf } = sheet;
  const text = children.filter((child) => typeof child === "string").join("");
  const weight = number(attributes["font-weight"], 400) >= 600 ? "semibold" : "regular";
  pdf.font(`${weight}-0`).fontSize(place.fontSize);
  const length = pdf.widthOfString(text);
  const at = along(attributes.x, place);
  const x = attributes["text-anchor"] === "end" ? at - length : at;
  // SVG gives where letters stand, PDF where their line begins.
  const y = place.y + number(attributes.y) * pointsForPx - place.fontSize * 0.97;
  write(sheet, text, { size: place.fontSize, weight, ink: "text" }, { x, y, width: length + 2 });
}

/** Points from the page's left edge, for a per cent of the box's width or px. */
function along(value: string | undefined, { x, width }: Place): number {
  if (value?.endsWith("%")) return x + (number(value.slice(0, -1)) / 100) * width;
  return x + number(value) * pointsForPx;
}

function number(value: string | undefined, otherwise = 0): number {
  return value === undefined ? otherwise : Number(value);
}

/** `var(--picture-bar, #3d73b5)` is its second part; `currentColor` the text's. */
function inkOf(value: string | undefined): string {
  if (value === undefined || value === "currentColor") return inks.text;
  return /#[0-9a-f]{3,6}/i.exec(value)?.[0] ?? inks.text;
}
