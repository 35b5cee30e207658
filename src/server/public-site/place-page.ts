import { html } from "hono/html";
import { inSwedishOrder, wholeNumber } from "#kernel";
import type { ToldRelease } from "../published-nation.ts";
import { type Link, sitePage, sitePath, type Written } from "./site-layout.ts";
import { chapterPath, type ToldPlace } from "./told-place.ts";

type Site = { readonly release: ToldRelease; readonly isDemo: boolean };

/** What the figures say of a place, in sentences: the first page of the site is the nation's. */
export function placePage({ release, isDemo }: Site, id: string, place: ToldPlace): Written {
  const isNation = place.level === "nation";
  const title = isNation ? "Stöd till våldsutsatta vuxna: vad siffrorna säger" : place.name;
  const body = html`${leadOf(release, place)}
${place.findings.length === 0 ? nothingShown(place) : ""}
${place.findings.map((chapter) => {
  const told = chapter.findings.map(
    ({ sentences }) => html`<li>${sentences.join(" ")}</li>
`,
  );
  return html`<h2 id="${chapter.id}">${chapter.label.sv}</h2>
<ul class="findings">
${told}</ul>
<p><a href="${chapterPath(id, chapter.id)}">Bilder och tabeller: ${chapter.label.sv}</a></p>
`;
})}
${isNation ? placesOf(release) : ""}`;
  return sitePage({ title, isDemo, way: isNation ? [] : wayTo(), body });
}

export function wayTo(place?: ToldPlace): readonly Link[] {
  const first = { path: sitePath, name: "Riket" };
  return place && place.level !== "nation"
    ? [first, { path: place.path, name: place.name }]
    : [first];
}

function leadOf({ document, verdict }: ToldRelease, { level, cases, name }: ToldPlace): Written {
  const { round, municipalities } = document;
  const among = level === "nation" ? `från ${wholeNumber(municipalities)} kommuner` : `i ${name}`;
  const counted = cases === null ? "Ärenden" : `${wholeNumber(cases)} ärenden`;
  const base =
    level === "nation"
      ? "Andelarna är av ärenden där frågan har fått svar."
      : "Andelarna är av de giltiga svaren, och rikets är räknade på samma sätt.";
  return html`<p class="lead">${counted} ${among}, ${round.from} till ${round.through}. ${base}</p>
<p class="soft">Prövat före publicering: ${verdict.sv}.</p>
`;
}

function nothingShown({ name }: ToldPlace): Written {
  return html`<p>Här visas inga siffror för ${name}. Uppgiften visas inte, eftersom någon skulle kunna kännas igen.</p>
<p>${name} räknas med i <a href="${sitePath}">rikets siffror</a>.</p>
`;
}

function placesOf({ regions }: ToldRelease): Written | string {
  if (regions.length === 0) return "";
  const listed = (level: "area" | "municipality") =>
    inSwedishOrder(
      regions
        .filter((region) => (region.level === "municipality") === (level === "municipality"))
        .map(({ id, name }) => ({ id, name })),
    ).map(
      ({ id, name }) => html`<li><a href="${sitePath}/${encodeURIComponent(id)}">${name}</a></li>
`,
    );
  return html`<h2 id="platser">Områden och kommuner</h2>
<p>I namnens ordning. Siffrorna är till för att prata om, inte för att jämföra vem som är bäst.</p>
<h3>Områden</h3>
<ul class="columns">${listed("area")}</ul>
<h3>Kommuner</h3>
<ul class="columns">${listed("municipality")}</ul>
`;
}
