import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { SurveyLanguage } from "#survey";
import { enhancementScript } from "./enhancement-script.ts";
import { leavePath } from "./leave-path.ts";
import { pageStyle } from "./page-style.ts";

export type Written = ReturnType<typeof html>;

export type SurveyPage = {
  readonly language: SurveyLanguage;
  readonly isDemo: boolean;
  readonly body: Written;
};

/**
 * A page for a client, whole: nothing is fetched beside it, and all that a history keeps of it is a
 * title that every survey has.
 */
export async function surveyPage({ language, isDemo, body }: SurveyPage): Promise<Response> {
  const { title, leave } = language.words.neutral;
  const page = html`<!DOCTYPE html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
<header${isDemo ? raw(' class="demo"') : ""}>
${isDemo ? html`<p class="ribbon" lang="sv" dir="ltr">Påhittade uppgifter</p>` : ""}
<p class="top"><a class="leave" href="${leavePath}" rel="noreferrer">${leave}</a></p>
</header>
<main>
${body}
</main>
<script>${raw(enhancementScript)}</script>
</body>
</html>
`;
  return new Response(String(await page), { headers });
}

/**
 * By what the style and the script are, not by a number of the day: so that two refusals are the same
 * to the last byte.
 */
const headers = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": [
    "default-src 'none'",
    `style-src '${hashOf(pageStyle)}'`,
    `script-src '${hashOf(enhancementScript)}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
};

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
