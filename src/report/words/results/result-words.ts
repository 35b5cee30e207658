import type { Language } from "#kernel";
import { englishResults } from "./english-results.ts";
import { swedishResults } from "./swedish-results.ts";
import type { ResultWords } from "./told-results.ts";

export function resultWordsOf(language: Language): ResultWords {
  return language === "sv" ? swedishResults : englishResults;
}
