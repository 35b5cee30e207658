import { html } from "hono/html";
import type { SurveyLanguage } from "#survey";
import type { ClientContactsView } from "../wire-of-survey.ts";
import type { Paper, Written } from "./paper-layout.ts";

type Told = {
  /** Of the municipality: whose sheet it is. */
  readonly from: string;
  readonly contacts: ClientContactsView | undefined;
};

/** What a client is handed about what is registered, why, her rights, and whom to ask. */
export function informationPaper(
  { swedishName, information }: SurveyLanguage,
  { from, contacts }: Told,
): Pick<Paper, "title" | "advice" | "sheet"> {
  const { title, sections, contact, dataProtection } = information;
  const parts = sections.map(
    ({ heading, paragraphs }) => html`<section>
<h2>${heading}</h2>
<div>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
</section>
`,
  );
  const sheet = html`<article class="told">
<h1>${title}</h1>
<p class="from"><bdi lang="sv">${from}</bdi></p>
${parts}<div class="ask-us">
<div><h2>${contact}</h2>${linesOf(contacts?.contact)}</div>
<div><h2>${dataProtection}</h2>${linesOf(contacts?.dataProtection)}</div>
</div>
</article>`;
  const lacking = [contacts?.contact, contacts?.dataProtection].some((text) => !text);
  const advice = [
    `Information till klienten på ${swedishName}.`,
    ...(lacking ? ["Skriv på raderna vem klienten kan fråga innan du lämnar bladet."] : []),
  ];
  return { title, advice, sheet };
}

/** As the municipality wrote it, in whatever language; else room to write in. */
function linesOf(text: string | undefined): Written {
  if (text) return html`<p><bdi lang="sv">${text}</bdi></p>`;
  const rules = Array.from({ length: 3 }, () => html`<div class="rule"></div>`);
  return html`${rules}`;
}
