import type { Language } from "#kernel";
import { english } from "./english.ts";
import { swedish } from "./swedish.ts";
import type { Words } from "./told.ts";

export function wordsOf(language: Language): Words {
  return language === "sv" ? swedish : english;
}
