import { html } from "hono/html";
import type { AnswerValue } from "#codebook";
import { questionIn, type SurveyLanguage } from "#survey";
import type { Written } from "./page-layout.ts";
import type { PutQuestion } from "./put-questions.ts";
import { skipCode, skipWord } from "./survey-form.ts";

/** One question with its answers, native to every browser; the last of them is not to answer. */
export function questionFields(
  { variable }: PutQuestion,
  value: AnswerValue | undefined,
  language: SurveyLanguage,
  heading: "h1" | "h2",
): Written {
  const { tag, direction, ask, options } = questionIn(language, variable);
  const { asking } = language.words;
  const title =
    heading === "h1" ? html`<h1 class="ask">${ask}</h1>` : html`<h2 class="ask">${ask}</h2>`;
  const isOther = primary(tag) !== primary(language.tag);
  const note = isOther ? html`<p class="soft">${asking.onlySwedish}</p>` : "";
  const listen = html`<button type="button" class="listen" lang="${language.tag}" dir="${language.direction}" data-listen="${asking.listen}" data-stop="${asking.stopListening}" hidden>${asking.listen}</button>`;
  const { id, type } = variable;
  const isSkipped = value?.kind === "missing";
  const chosen = value?.kind === "codes" ? value.codes : [];
  const skip = (kind: "radio" | "checkbox", word: string) =>
    option({ id, kind, value: word, isChosen: isSkipped, isAside: true }, [
      html`<span lang="${language.tag}" dir="${language.direction}">${asking.skip}</span>`,
    ]);
  const kind = type === "multiple" ? "checkbox" : "radio";
  const answers =
    type === "integer"
      ? [numberField(variable, value), skip("checkbox", skipWord)]
      : [
          ...options.map(({ code, text }) =>
            option({ id, kind, value: String(code), isChosen: chosen.includes(code) }, [
              html`<span>${text}</span>`,
            ]),
          ),
          skip(kind, String(skipCode)),
        ];
  return html`${note}<fieldset lang="${tag}" dir="${direction}">
<legend id="${id}">${title}</legend>
${listen}
${answers}</fieldset>
`;
}

type Option = {
  readonly id: string;
  readonly kind: "radio" | "checkbox";
  readonly value: string;
  readonly isChosen: boolean;
  readonly isAside?: boolean;
};

function option({ id, kind, value, isChosen, isAside }: Option, text: readonly Written[]): Written {
  const look = isAside ? "option aside" : "option";
  const checked = isChosen ? html` checked` : "";
  return html`<label class="${look}"><input type="${kind}" name="${id}" value="${value}"${checked}>${text}</label>
`;
}

function numberField({ id, range }: PutQuestion["variable"], value: AnswerValue | undefined) {
  const number = value?.kind === "number" ? String(value.number) : "";
  const limits = range ? html` min="${range.from}" max="${range.to}"` : "";
  return html`<input type="number" inputmode="numeric" name="${id}" value="${number}"${limits} aria-labelledby="${id}" autocomplete="off">
`;
}

/** What an answer looks like on its way to the next page. */
export function carried({ variable }: PutQuestion, value: AnswerValue | undefined): Written | "" {
  if (!value) return "";
  const words = wordsOf(variable, value);
  return html`${words.map((word) => html`<input type="hidden" name="${variable.id}" value="${word}">\n`)}`;
}

function wordsOf({ type }: PutQuestion["variable"], value: AnswerValue): readonly string[] {
  if (value.kind === "missing") return [type === "integer" ? skipWord : String(skipCode)];
  if (value.kind === "codes") return value.codes.map(String);
  return value.kind === "number" ? [String(value.number)] : [];
}

/** Easy Swedish is Swedish. */
function primary(tag: string): string {
  return tag.split("-", 1)[0] ?? tag;
}
