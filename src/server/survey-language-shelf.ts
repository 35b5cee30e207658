import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  isShownToClients,
  type LanguageApproval,
  languageStatus,
  parseSurveyLanguage,
  type SurveyLanguage,
  sourceLanguage,
} from "#survey";

/** Every file in here is a language: adding one is adding a file. */
const shippedFolder = join(import.meta.dirname, "../survey/languages");

export type SurveyLanguageShelf = {
  /** Swedish first, then by the staff's name for it. */
  readonly all: readonly SurveyLanguage[];
  readonly source: SurveyLanguage;
  readonly find: (tag: string) => SurveyLanguage | undefined;
  /** Those that clients may meet, by what has been approved in their municipality. */
  readonly shown: (
    approvals: readonly LanguageApproval[],
    kind: "demo" | "real",
  ) => readonly SurveyLanguage[];
};

/** @throws for a file that is no language: it is a part of the program. */
export function readSurveyLanguages(folder = shippedFolder): readonly SurveyLanguage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const language = parseSurveyLanguage(
        name,
        JSON.parse(readFileSync(join(folder, name), "utf8")),
      );
      if (language.kind === "refused") throw new Error(JSON.stringify(language.problems));
      return language.value;
    });
}

export function surveyLanguageShelf(languages: readonly SurveyLanguage[]): SurveyLanguageShelf {
  const source = languages.find(({ tag }) => tag === sourceLanguage);
  if (!source) throw new Error("no survey in Swedish");
  const others = languages.filter((language) => language !== source);
  const all = [
    source,
    ...others.toSorted((one, other) => one.swedishName.localeCompare(other.swedishName, "sv")),
  ];
  return {
    all,
    source,
    find: (tag) => all.find((language) => language.tag === tag),
    shown: (approvals, kind) =>
      all.filter((language) => {
        const approval = approvals.find((each) => each.language === language.tag);
        return isShownToClients(languageStatus(language, approval), kind);
      }),
  };
}
