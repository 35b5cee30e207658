import type { Language } from "#kernel";
import type { Panel, ShownCell } from "../panel.ts";
import { renderSvg } from "../picture/render-svg.ts";

/** All that a panel says, draws and shows, to be looked at in a browser. */
export function panelInHtml(
  { title, picture, sentences, tables }: Panel,
  language: Language,
): string {
  const drawn = picture ? renderSvg(picture).replaceAll("><", ">\n<") : "—";
  const rows = tables.map(({ caption, corner, columns, rows }) =>
    [
      `<table><caption>${caption}</caption>`,
      `<tr><th>${[corner, ...columns.map(({ label }) => label)].join("</th><th>")}</th></tr>`,
      ...rows.map(
        ({ label, cells }) =>
          `<tr><th>${label}</th>${cells.map((cell) => `<td>${cellOf(cell)}</td>`).join("")}</tr>`,
      ),
      "</table>",
    ].join("\n"),
  );
  const told = sentences.map((sentence) => `<p lang="${language}">${sentence}</p>`);
  return [`<h3 lang="${language}">${title}</h3>`, drawn, ...told, ...rows].join("\n");
}

function cellOf(cell: ShownCell): string {
  if (cell === "hidden") return "..";
  if (cell === "none") return "–";
  return String(Math.round(cell * 1000) / 1000);
}
