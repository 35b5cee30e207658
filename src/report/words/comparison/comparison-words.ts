import type { Language } from "#kernel";
import { englishComparison } from "./english-comparison.ts";
import { swedishComparison } from "./swedish-comparison.ts";
import type { WordsOfComparison } from "./told-comparison.ts";

export function comparisonWordsOf(language: Language): WordsOfComparison {
  return language === "sv" ? swedishComparison : englishComparison;
}
