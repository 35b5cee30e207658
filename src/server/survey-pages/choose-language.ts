import type { SurveyLanguage } from "#survey";
import type { Services } from "../services.ts";
import type { LetIn } from "./let-in.ts";

type Shelf = Pick<Services, "surveyLanguages" | "kind">;

/**
 * As somebody wrote it in an address or a field of ours. Good enough for the neutral pages, where nothing
 * is looked up: no page of ours offers a draft in earnest.
 */
export function writtenLanguage(
  { surveyLanguages }: Shelf,
  written: string | undefined,
): SurveyLanguage | undefined {
  return surveyLanguages.find(written ?? "");
}

/** What a neutral page offers: without looking up what a municipality has approved. */
export function languagesFor(
  { surveyLanguages, kind }: Shelf,
  now: SurveyLanguage,
): readonly SurveyLanguage[] {
  const offered = surveyLanguages.shown([], kind);
  return offered.includes(now) ? offered : [...offered, now];
}

/** Of the opened pages: hers, if it is shown in her municipality, else the worker's choice for her. */
export function languageOf(
  { languages, language }: Pick<LetIn, "languages" | "language">,
  { surveyLanguages }: Shelf,
  written: string,
): SurveyLanguage {
  const shown = (tag: string) => languages.find((each) => each.tag === tag);
  return shown(written) ?? shown(language) ?? surveyLanguages.source;
}
