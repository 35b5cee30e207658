import { html } from "hono/html";
import type { InvitedMode, SurveyLanguage } from "#survey";
import { surveyPage } from "./page-layout.ts";

type End = { readonly language: SurveyLanguage; readonly isDemo: boolean };

/** What the words of the last page need stands in its address; nothing else of her does. */
export function toThanks({ tag }: SurveyLanguage, mode: InvitedMode): Response {
  const screen = mode === "in-the-room" ? "&skarm=1" : "";
  const headers = { Location: `/e/klart?sprak=${tag}${screen}` };
  return new Response(null, { status: 303, headers });
}

/** For everybody who has answered the same; whoever sits at the staff's screen is asked to hand it back. */
export function thanksPage(end: End, isInTheRoom: boolean): Promise<Response> {
  const { thanks, received, handBack } = end.language.words.neutral;
  const body = html`<h1>${thanks}</h1>
<p>${received}</p>
${isInTheRoom ? html`<p><b>${handBack}</b></p>` : ""}`;
  return surveyPage({ ...end, body });
}

/** For a key that is unknown, closed or too old, and for what cannot be read: never a word about why. */
export async function notReceivedPage(end: End, status = 200): Promise<Response> {
  const { title, notReceived } = end.language.words.neutral;
  const body = html`<h1>${title}</h1>\n<p>${notReceived}</p>`;
  const { headers, body: page } = await surveyPage({ ...end, body });
  return new Response(page, { headers, status });
}
