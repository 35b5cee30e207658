import type { Variable } from "#codebook";
import type { SurveyLanguageView } from "#server";

export type ToldLanguage = Pick<SurveyLanguageView, "tag" | "direction" | "texts">;

/** A question as it is read aloud, and the language that it is really in. */
export type ToldQuestion = {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly ask: string;
  /** In the order of the options. */
  readonly options: readonly string[];
};

/** In the language if it has the question whole, else in Swedish: as the client would meet it herself. */
export function toldIn(language: ToldLanguage | undefined, question: Variable): ToldQuestion {
  const swedish = {
    tag: "sv",
    direction: "ltr",
    ask: swedishOf(question),
    options: question.options.map(({ label }) => label.sv),
  } as const;
  const texts = language?.texts ?? [];
  const at = texts.findIndex((text) => text.swedish === swedish.ask && text.text !== "");
  if (!language || at < 0) return swedish;
  // A question's answers follow it.
  const options = swedish.options.map((label, index) => {
    const text = texts[at + 1 + index];
    return text?.swedish === label ? text.text : "";
  });
  if (options.includes("")) return swedish;
  const { tag, direction } = language;
  return { tag, direction, ask: texts[at]?.text ?? swedish.ask, options };
}

export function swedishOf(question: Variable): string {
  return (question.prompt ?? question.label).sv;
}

/** Of its answers, where it is read in another language than the page's. */
export function translationsOf({ tag, direction, options }: ToldQuestion) {
  return tag === "sv" ? undefined : options.map((text) => ({ text, tag, direction }));
}
