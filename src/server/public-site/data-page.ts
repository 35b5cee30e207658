import { html } from "hono/html";
import { wayTo } from "./place-page.ts";
import { sitePage, sitePath, type Written } from "./site-layout.ts";

/** What everybody may have as files, and what each is. */
export const dataFiles: readonly {
  readonly name: string;
  readonly type: string;
  readonly about: string;
}[] = [
  {
    name: "tables.csv",
    type: "text/csv; charset=utf-8",
    about: "Alla tal, ett på varje rad: nivå, plats, fråga, svar och antal. CSV enligt RFC 4180.",
  },
  {
    name: "tables.jsonstat.json",
    type: "application/json",
    about: "Samma tal som JSON-stat 2.0, som statistikprogram läser.",
  },
  {
    name: "tables.json",
    type: "application/json",
    about: "Samma tal, med alla samband mellan dem och granskningens omdöme.",
  },
  {
    name: "summary.json",
    type: "application/json",
    about: "Rikets tal fråga för fråga, med nämnare och osäkerhet.",
  },
  {
    name: "codebook.json",
    type: "application/json",
    about: "Kodboken: varje fråga med definition, svarsalternativ och källa.",
  },
];

export function dataPage(isDemo: boolean): Written {
  const listed = dataFiles.map(
    ({
      name,
      about,
    }) => html`<li><p><a href="${sitePath}/data/${name}">${name}</a><br>${about}</p></li>
`,
  );
  const body = html`<p class="lead">Allt som visas här finns också som filer, fria att använda.</p>
<ul class="findings">${listed}</ul>
<p>I filerna är ett dolt tal «..». Det är aldrig noll, och inget annat i filerna säger vad det är. Tabellen under varje bild går också att hämta för sig, för Excel eller för program.</p>
`;
  return sitePage({ title: "Öppna data", isDemo, way: wayTo(), body });
}
