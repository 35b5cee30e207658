import { useEffect, useState } from "react";
import type { SurveyLanguageList, SurveyLanguageView } from "#server";
import { get } from "../../../api/request.ts";

export type LanguageChoice = Pick<SurveyLanguageView, "tag" | "swedishName">;

/** What is always there, also while contact is lost. */
const swedish: LanguageChoice = { tag: "sv", swedishName: "svenska" };

/** The languages that clients here may meet; Swedish first. */
export function useUsableLanguages(): readonly LanguageChoice[] {
  const [languages, setLanguages] = useState<readonly LanguageChoice[]>([swedish]);
  useEffect(() => {
    const aborting = new AbortController();
    void get<SurveyLanguageList>("/api/survey-languages", aborting.signal).then((reply) => {
      if (reply.kind === "ok" && !aborting.signal.aborted) {
        setLanguages(reply.value.languages.filter(({ isUsable }) => isUsable));
      }
    });
    return () => aborting.abort();
  }, []);
  return languages;
}
