import { html } from "hono/html";
import type { Answers } from "#codebook";
import { type SurveyLanguage, type WayIn, writeWayIn } from "#survey";
import { keptNowhere } from "./kept-nowhere.ts";
import { surveyPage, type Written } from "./page-layout.ts";
import { type Place, questionAt } from "./place.ts";
import type { PutQuestion, Putting } from "./put-questions.ts";
import { carried, questionFields } from "./question-fields.ts";

export type Asking = {
  readonly key: WayIn;
  readonly language: SurveyLanguage;
  readonly languages: readonly SurveyLanguage[];
  readonly isDemo: boolean;
  readonly putting: Putting;
  readonly place: Place;
  readonly answers: Answers;
};

type Part = {
  /** The questions that stand on the page; the answers to others are carried. */
  readonly shown: readonly PutQuestion[];
  /** Of the place, when the next page comes. */
  readonly number: number;
  readonly body: Written;
};

/** A page that asks: the welcome, one question, or all of them. Nothing of it is kept anywhere. */
export function askingPage(asking: Asking): Promise<Response> {
  const { key, language, place, putting, answers, isDemo } = asking;
  const { shown, body, number } = partOf(asking);
  const others = putting.possible.filter((each) => !shown.includes(each));
  const form = html`<form method="post" action="/e/svar" autocomplete="off">
${keptNowhere}
<input type="hidden" name="nyckel" value="${writeWayIn(key)}">
<input type="hidden" name="sprak" value="${language.tag}">
<input type="hidden" name="vy" value="${place.view === "all" ? "alla" : "en"}">
<input type="hidden" name="fraga" value="${number}">
${others.map((each) => carried(each, answers[each.variable.id]))}${body}
${otherWays(asking)}</form>
<p class="quick" hidden>${language.words.asking.quickLeave}</p>`;
  return surveyPage({ language, isDemo, body: form });
}

function partOf(asking: Asking): Part {
  if (asking.place.view === "all") return allQuestions(asking);
  const asked = asking.putting.asked(asking.answers);
  const question = questionAt(asking.place, asked);
  return question ? oneQuestion(asking, asked, question) : welcome(asking);
}

function welcome({ language }: Asking): Part {
  const { asking } = language.words;
  const body = html`<h1>${asking.welcome}</h1>
<ul class="promises">${asking.promises.map((promise) => html`<li>${promise}</li>`)}</ul>
${button("main", "nasta", asking.start)}`;
  return { shown: [], number: 0, body };
}

function oneQuestion(
  { language, answers }: Asking,
  asked: readonly PutQuestion[],
  question: PutQuestion,
): Part {
  const { asking } = language.words;
  const index = asked.indexOf(question);
  const place = asking.place
    .replace("{number}", String(index + 1))
    .replace("{count}", String(asked.length));
  const isLast = index === asked.length - 1;
  // The first button is the one that Enter presses.
  const body = html`<p class="place">${place}</p>
${questionFields(question, answers[question.variable.id], language, "h1")}
${isLast ? button("main", "skicka", asking.send) : button("main", "nasta", asking.next)}
${button("back", "tillbaka", asking.back)}`;
  return { shown: [question], number: question.number, body };
}

function allQuestions({ language, putting, answers, place }: Asking): Part {
  const { asking } = language.words;
  const fields = putting.possible.map((each) =>
    questionFields(each, answers[each.variable.id], language, "h2"),
  );
  const body = html`<h1>${asking.welcome}</h1>
<ul class="promises">${asking.promises.map((promise) => html`<li>${promise}</li>`)}</ul>
<div class="many">${fields}</div>
${button("main", "skicka", asking.send)}`;
  return { shown: putting.possible, number: place.number, body };
}

function otherWays({ language, languages, place }: Asking): Written {
  const { asking, neutral } = language.words;
  const view =
    place.view === "all"
      ? button("quiet", "en", asking.oneAtATime)
      : button("quiet", "alla", asking.allAtOnce);
  const choices = languages.map(({ tag, name, direction }) =>
    tag === language.tag
      ? html`<li><b aria-current="true" lang="${tag}" dir="${direction}">${name}</b></li>`
      : html`<li><button class="quiet" name="steg" value="sprak.${tag}" formnovalidate lang="${tag}" dir="${direction}">${name}</button></li>`,
  );
  const group =
    languages.length < 2
      ? ""
      : html`<div role="group" aria-label="${neutral.language}"><ul>${choices}</ul></div>`;
  return html`<div class="ways">${view}${group}</div>\n`;
}

function button(look: "main" | "back" | "quiet", step: string, text: string): Written {
  const isChecked = look === "main" ? "" : html` formnovalidate`;
  return html`<button class="${look}" name="steg" value="${step}"${isChecked}>${text}</button>`;
}
