import { z } from "zod";
import type { Variable } from "#codebook";
import { done, type Outcome, problem, refused } from "#kernel";
import { ClientInformation, SurveyWords } from "./survey-words.ts";

/** What the client may choose among: adding a language is adding a file in `languages/`. */
export const SurveyLanguage = z.strictObject({
  /** BCP 47; easy Swedish is `sv-x-lattlast`. */
  tag: z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i),
  /** As those who speak it call it. */
  name: z.string().min(1),
  /** As the staff calls it. */
  swedishName: z.string().min(1),
  direction: z.enum(["ltr", "rtl"]),
  words: SurveyWords,
  information: ClientInformation,
  /** By concept; a concept that is not here is asked in Swedish. */
  questions: z.record(
    z.string(),
    z.strictObject({
      /** The Swedish words that this translates: when those change, this is no longer used. */
      swedish: z.string(),
      ask: z.string(),
      options: z.record(z.string().regex(/^\d+$/), z.string()),
    }),
  ),
});
export type SurveyLanguage = z.infer<typeof SurveyLanguage>;

/** What everything is translated from, and so what needs nobody's approval. */
export const sourceLanguage = "sv";

/** @param name of the file, for whoever has to mend it. */
export function parseSurveyLanguage(name: string, json: unknown): Outcome<SurveyLanguage> {
  const parsed = SurveyLanguage.safeParse(json);
  if (parsed.success) return done(parsed.data);
  return refused(
    ...parsed.error.issues.map(({ path, message }) =>
      problem("language-malformed", `${name}: ${path.join(".")}`, { reason: message }),
    ),
  );
}

/** One question as a client reads it. */
export type AskedIn = {
  /** The language that it is really in. */
  readonly tag: string;
  readonly direction: SurveyLanguage["direction"];
  readonly ask: string;
  readonly options: readonly { readonly code: number; readonly text: string }[];
};

/** In this language if it has the question whole and as it is now asked in Swedish, else in Swedish. */
export function questionIn(language: SurveyLanguage, question: Variable): AskedIn {
  const swedish = (question.prompt ?? question.label).sv;
  const { tag, direction } = language;
  const told = Object.hasOwn(language.questions, question.concept)
    ? language.questions[question.concept]
    : undefined;
  if (told && told.swedish === swedish) {
    const options = question.options.map(({ code }) => ({ code, text: told.options[code] ?? "" }));
    if (options.every(({ text }) => text !== "")) {
      return { tag, direction, ask: told.ask, options };
    }
  }
  return {
    tag: sourceLanguage,
    direction: "ltr",
    ask: swedish,
    options: question.options.map(({ code, label }) => ({ code, text: label.sv })),
  };
}
