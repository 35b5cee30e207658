import type { Panel, SvgNode } from "#report";

/** Whether some number of it may not be shown: then it says so, once. */
export function hidesNumbers({ certainty, base, tables }: Panel): boolean {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const links = base ? Object.values(base) : [];
  return certainty === "hidden" || cells.includes("hidden") || links.includes(null);
}

/** What the picture says to those who do not see it: its own words, or the panel's message. */
export function pictureInWords({ attributes }: SvgNode, message: string): string {
  return attributes["aria-label"] || `Diagram: ${message}`;
}
