import type { Language } from "#kernel";
import { english } from "./english.ts";
import { englishOfNation } from "./english-nation.ts";
import { swedish } from "./swedish.ts";
import { swedishOfNation } from "./swedish-nation.ts";
import type { Words } from "./told.ts";
import type { NationWords } from "./told-nation.ts";

export function wordsOf(language: Language): Words {
  return language === "sv" ? swedish : english;
}

export function nationWordsOf(language: Language): NationWords {
  return language === "sv" ? swedishOfNation : englishOfNation;
}
