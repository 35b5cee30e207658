import { html } from "hono/html";

export type Written = ReturnType<typeof html>;

type Page = {
  readonly title: string;
  readonly isDemo: boolean;
  /** Where one is: addresses and names, from the first page on; the page itself is not among them. */
  readonly way: readonly Link[];
  readonly body: Written;
};

export type Link = { readonly path: string; readonly name: string };

export const sitePath = "/publicerat";

/** A page of the public site, whole: no script, nothing from elsewhere, nothing about who reads it. */
export function sitePage({ title, isDemo, way, body }: Page): Written {
  const name = way.length === 0 ? title : `${title} · Skillnad`;
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="stylesheet" href="${sitePath}/stil.css">
</head>
<body>
<a class="skip" href="#innehall">Till innehållet</a>
<header>
${isDemo ? html`<p class="ribbon">Påhittade uppgifter</p>` : ""}
<p class="wordmark"><a href="${sitePath}">Skillnad</a></p>
${wayOf(way)}
</header>
<main id="innehall" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer>
<ul>
<li><a href="${sitePath}">Vad siffrorna säger</a></li>
<li><a href="${sitePath}/metod">Så är siffrorna gjorda</a></li>
<li><a href="${sitePath}/data">Öppna data</a></li>
</ul>
<p>Siffrorna är skyddade så att ingen ska kunna kännas igen. Två punkter (..) betyder att uppgiften inte visas.</p>
</footer>
</body>
</html>
`;
}

function wayOf(way: readonly Link[]): Written | string {
  if (way.length === 0) return "";
  const links = way.map(({ path, name }) => html`<li><a href="${path}">${name}</a></li>`);
  return html`<nav aria-label="Här är du"><ol>${links}</ol></nav>`;
}
