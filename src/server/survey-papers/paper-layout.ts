import { html, raw } from "hono/html";
import type { SurveyLanguage } from "#survey";
import { paperStyle } from "./paper-style.ts";

export type Written = ReturnType<typeof html>;

export type Paper = {
  readonly language: Pick<SurveyLanguage, "tag" | "direction">;
  /** Of the window, and so of the file that somebody prints to: tells nothing. */
  readonly title: string;
  readonly isDemo: boolean;
  /** For whoever prints it, on the screen alone. */
  readonly advice: readonly string[];
  readonly sheet: Written;
};

/**
 * A sheet to print and hand over, as it will look on paper, under one button. The paper has no margin of
 * its own, since that is where browsers print the address.
 */
export function paperPage(paper: Paper, nonce: string): Written {
  const { language, title, isDemo, advice, sheet } = paper;
  return html`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${raw(paperStyle)}</style>
</head>
<body>
<header class="staff" lang="sv" dir="ltr">
${isDemo ? html`<p class="ribbon">Påhittade uppgifter</p>` : ""}
<div class="desk">
<button type="button" id="print" hidden>Skriv ut</button>
<p id="by-keys">Tryck på Ctrl och P för att skriva ut.</p>
${advice.map((sentence) => html`<p>${sentence}</p>`)}
</div>
</header>
<main class="sheet">
${isDemo ? html`<p class="demo-mark" lang="sv" dir="ltr">Påhittade uppgifter</p>` : ""}
${sheet}
</main>
<script nonce="${nonce}">${raw(printScript)}</script>
</body>
</html>
`;
}

/** The one thing that needs script; without it the keys that print are told instead. */
const printScript = `
const button = document.getElementById("print");
button.hidden = false;
document.getElementById("by-keys").hidden = true;
button.addEventListener("click", () => print());
button.focus({ preventScroll: true });
`;
