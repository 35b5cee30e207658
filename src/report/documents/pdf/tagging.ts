import type { Sheet } from "./sheet.ts";

type Parent = PDFKit.PDFStructureElement;

/** The types do not know of a header's scope yet. */
type TagOptions = {
  readonly alt?: string;
  readonly title?: string;
  readonly actual?: string;
  readonly scope?: "Column" | "Row";
  readonly bbox?: readonly [number, number, number, number];
};

/** Draws, and says what was drawn: a leaf of the structure tree. */
export function tagged(
  { pdf }: Sheet,
  parent: Parent,
  tag: string,
  draw: () => void,
  options: TagOptions = {},
): void {
  const content = pdf.markStructureContent(tag);
  draw();
  pdf.endMarkedContent();
  parent.add(pdf.struct(tag, options, [content]));
}

/** An element with others in it. */
export function within(
  { pdf }: Sheet,
  parent: Parent,
  tag: string,
  fill: (element: Parent) => void,
  options: TagOptions = {},
): void {
  const element = pdf.struct(tag, options);
  parent.add(element);
  fill(element);
  element.end();
}

/** Lines and page numbers: not read aloud. */
export function artifact({ pdf }: Sheet, type: "Layout" | "Pagination", draw: () => void): void {
  pdf.markContent("Artifact", { type });
  draw();
  pdf.endMarkedContent();
}
