import { html } from "hono/html";
import type { Codebook, Variable } from "#codebook";
import { type AskedIn, questionIn, type SurveyLanguage } from "#survey";
import type { Paper, Written } from "./paper-layout.ts";
import { keyOf, whenAsked } from "./when-asked.ts";

type Wanted = {
  readonly codebook: Codebook;
  /** In its one written form; left out: it is written by hand. */
  readonly caseCode: string | undefined;
};

/** The survey to fill in by hand: the same questions in the same words as on the screen. */
export function surveyPaper(
  language: SurveyLanguage,
  { codebook, caseCode }: Wanted,
): Pick<Paper, "title" | "advice" | "sheet"> {
  const { asking, neutral, paper } = language.words;
  const asked = clientQuestions(codebook);
  const questions = asked.map(
    (question, index) => html`<li>
${questionOn(language, question, index + 1, whenAsked(question, asked, language))}
</li>
`,
  );
  const sheet = html`<div class="top">
<h1>${paper.title}</h1>
<dl class="fields">
<div><dt>${paper.code}</dt>${codeField(caseCode)}</div>
<div><dt>${paper.day}</dt><dd class="rule"></dd></div>
</dl>
</div>
<p class="lead">${asking.welcome}</p>
${paper.intro.map((sentence) => html`<p>${sentence}</p>`)}
<p class="how">${paper.mark}</p>
<ol class="questions">
${questions}</ol>
<div class="seal">
<p>${paper.envelope}</p>
<p>${neutral.thanks}</p>
</div>`;
  return { title: paper.title, advice: adviceOn(language, caseCode), sheet };
}

function adviceOn({ swedishName }: SurveyLanguage, caseCode: string | undefined) {
  return [
    `Enkät på ${swedishName}. Lägg med ett kuvert som går att klistra igen.`,
    ...(caseCode === undefined ? ["Skriv ärendets kod på enkäten innan du lämnar den."] : []),
  ];
}

/** No day: neither can it be put on a screen. */
function clientQuestions({ variables }: Codebook): readonly Variable[] {
  return variables.filter(
    ({ phase, view, type }) => phase === "client" && !view && type !== "date",
  );
}

/** Written from left to right in every language, as it is in the file. */
function codeField(caseCode: string | undefined): Written {
  if (caseCode !== undefined) {
    return html`<dd class="written" dir="ltr">${caseCode}</dd>`;
  }
  const boxes = (count: number) =>
    Array.from({ length: count }, () => html`<span class="letter"></span>`);
  return html`<dd dir="ltr">${boxes(1)}–${boxes(4)}–${boxes(1)}</dd>`;
}

function questionOn(
  language: SurveyLanguage,
  question: Variable,
  number: number,
  when: string | undefined,
): Written {
  const { asking } = language.words;
  const told = questionIn(language, question);
  const asides = [
    ...(told.tag === language.tag ? [] : [asking.onlySwedish]),
    ...(when === undefined ? [] : [when]),
    ...(question.type === "multiple" ? [asking.several] : []),
  ];
  return html`<h2 class="ask"><span class="number">${number}.</span> ${inItsLanguage(told, told.ask)}</h2>
${asides.map((sentence) => html`<p class="aside">${sentence}</p>`)}
${question.type === "integer" ? html`<p class="number-line"></p>` : optionsOf(told)}`;
}

function optionsOf(told: AskedIn): Written {
  const lines = told.options.map(
    ({ text }, position) =>
      html`<li><span class="box"></span><span class="key">${keyOf(position)}</span>${inItsLanguage(told, text)}</li>
`,
  );
  return html`<ul class="options">
${lines}</ul>`;
}

function inItsLanguage({ tag, direction }: AskedIn, text: string): Written {
  return html`<span lang="${tag}" dir="${direction}">${text}</span>`;
}
