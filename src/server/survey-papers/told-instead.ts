import { html, raw } from "hono/html";
import type { Written } from "./paper-layout.ts";
import { paperStyle } from "./paper-style.ts";

type Link = { readonly path: string; readonly name: string };

/** Where there is no paper: why, and the one thing to do. In words, since a person opened the address. */
export function toldInstead(title: string, sentence: string, link: Link, nonce: string): Written {
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${raw(paperStyle)}</style>
</head>
<body>
<main class="instead">
<h1>${title}</h1>
<p>${sentence}</p>
<p><a href="${link.path}">${link.name}</a></p>
</main>
</body>
</html>
`;
}
