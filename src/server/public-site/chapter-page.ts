import { html } from "hono/html";
import { type NationChapter, panelOf, type SafePanel } from "#report";
import { panelHtml } from "./panel-html.ts";
import { wayTo } from "./place-page.ts";
import { sitePage, type Written } from "./site-layout.ts";
import { chapterPath, type ToldPlace } from "./told-place.ts";

/** One question of a place, with pictures and tables. */
export function chapterPage(
  isDemo: boolean,
  id: string,
  place: ToldPlace,
  chapter: NationChapter,
): Written {
  const filesAt = chapterPath(id, chapter.id);
  const others = place.chapters
    .filter((each) => each !== chapter)
    .map(
      (each) => html`<li><a href="${chapterPath(id, each.id)}">${each.label.sv}</a></li>
`,
    );
  const body = html`<p class="lead">${place.name}</p>
${panelsOf(chapter).map((panel) => panelHtml(panel, filesAt))}
<h2>Andra frågor</h2>
<ul class="plain">${others}</ul>
`;
  return sitePage({ title: chapter.label.sv, isDemo, way: wayTo(place), body });
}

export function panelsOf({ figures }: NationChapter): readonly SafePanel[] {
  return figures.flatMap((figure) => (figure.lane === "safe" ? panelOf(figure, "sv") : []));
}
