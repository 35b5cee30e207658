import { html, raw } from "hono/html";
import { wholeNumber } from "#kernel";
import {
  renderSvg,
  type SafePanel,
  type ShownCell,
  type ShownColumn,
  type ShownTable,
} from "#report";
import type { Written } from "./site-layout.ts";

/** One panel: message, picture, sentences, and its tables folded under it with their files. */
export function panelHtml(panel: SafePanel, filesAt: string): Written {
  const { title, sentences, picture, reconstructed, tables } = panel;
  const about = sentences.map((sentence) => html`<p>${sentence}</p>`);
  const mark = reconstructed
    ? html`<p class="soft">Svarsalternativen är rekonstruerade: den officiella listan är inte införd.</p>`
    : "";
  return html`<section class="figure">
<h2>${title}</h2>
${picture ? raw(renderSvg({ ...picture, attributes: { ...picture.attributes, role: "img" } })) : ""}
${about}
${mark}
<details><summary>Tabell: ${panel.label}</summary>
${tables.map((table, index) => tableHtml(table, fileOf(filesAt, panel.id, index)))}
</details>
</section>
`;
}

/** Where a panel's table is as a file; the first needs no number. */
export function fileOf(filesAt: string, id: string, index: number): string {
  return `${filesAt}/${encodeURIComponent(index === 0 ? id : `${id}~${index}`)}.csv`;
}

function tableHtml({ caption, corner, columns, rows }: ShownTable, file: string): Written {
  const heads = columns.map(({ label }) => html`<th scope="col">${label}</th>`);
  const lines = rows.map(({ label, cells }) => {
    const values = cells.map((cell, at) => html`<td>${written(cell, columns[at]?.unit)}</td>`);
    return html`<tr><th scope="row">${label}</th>${values}</tr>
`;
  });
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${corner}</th>${heads}</tr></thead>
<tbody>${lines}</tbody>
</table></div>
<p class="files">Hämta tabellen: <a href="${file}">för Excel (CSV)</a> · <a href="${file}?form=rfc4180">för program (CSV)</a></p>
`;
}

const oneDecimal = new Intl.NumberFormat("sv-SE", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

function written(cell: ShownCell, unit: ShownColumn["unit"] | undefined): string {
  if (cell === "hidden") return "..";
  if (cell === "none") return "–";
  if (unit === "share") return `${Math.round(cell * 100)} %`;
  if (unit === "points") return `${Math.round(cell * 100)}`;
  return unit === "mean" ? oneDecimal.format(cell) : wholeNumber(cell);
}
