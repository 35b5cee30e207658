import { html } from "hono/html";
import { parseWayIn, type SurveyLanguage, writeWayIn } from "#survey";
import { keptNowhere } from "./kept-nowhere.ts";
import { surveyPage, type Written } from "./page-layout.ts";

export type AtTheDoor = {
  /** As it stood in the address or was typed; empty where nobody has said. */
  readonly written: string;
  readonly language: SurveyLanguage;
  /** Chosen by whoever reads, and not just what there is when nobody has. */
  readonly isChosen: boolean;
  readonly languages: readonly SurveyLanguage[];
  readonly isDemo: boolean;
  readonly isRefused: boolean;
};

/** Where the four digits are asked for: the same for every way in, and nothing tells what it is about. */
export function pinPage(door: AtTheDoor): Promise<Response> {
  const { language, isChosen, isDemo, isRefused } = door;
  const { neutral } = language.words;
  const link = linkIn(door.written);
  const body = html`<h1>${link ? neutral.enterPin : neutral.title}</h1>
${isRefused ? html`<p class="refused" id="refused" role="alert">${neutral.notAccepted}</p>` : ""}
<form method="post" action="/e/oppna" autocomplete="off">
${keptNowhere}
${link ? html`<input type="hidden" name="way" value="${link}">` : codeField(door)}
<input type="hidden" name="sprak" value="${isChosen ? language.tag : ""}">
<label class="field"><span>${neutral.pin}</span><small>${neutral.pinHelp}</small>
<input class="pin" name="pin" type="tel" inputmode="numeric" autocomplete="off" maxlength="4" pattern="[0-9٠-٩۰-۹]{4}" required></label>
<button class="main">${neutral.open}</button>
</form>
${languageLinks(door, link)}`;
  return surveyPage({ language, isDemo, body });
}

function linkIn(written: string): string | undefined {
  const way = parseWayIn(written);
  const link = way && writeWayIn(way);
  return link === written ? (isTyped(link) ? undefined : link) : undefined;
}

/** Four digits and two groups; a link is longer. */
function isTyped(written: string): boolean {
  return written.length < 20;
}

function codeField({ written, language }: AtTheDoor): Written {
  const { neutral } = language.words;
  return html`<label class="field"><span>${neutral.code}</span><small>${neutral.codeHelp}</small>
<input class="code" name="way" value="${written}" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false" maxlength="40" required></label>`;
}

function languageLinks(door: AtTheDoor, link: string | undefined): Written | string {
  const { languages, language } = door;
  if (languages.length < 2) return "";
  const here = link ? `/e/${link}` : "/e";
  const choices = languages.map(({ tag, name, direction }) =>
    tag === language.tag
      ? html`<li><b aria-current="true" lang="${tag}" dir="${direction}">${name}</b></li>`
      : html`<li><a href="${here}?sprak=${tag}" lang="${tag}" dir="${direction}" hreflang="${tag}">${name}</a></li>`,
  );
  return html`<nav class="ways" aria-label="${language.words.neutral.language}"><ul>${choices}</ul></nav>`;
}
