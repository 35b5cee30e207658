import type { Language } from "#kernel";
import { englishResponse } from "./english-response.ts";
import { swedishResponse } from "./swedish-response.ts";
import type { ResponseWords } from "./told-response.ts";

export function responseWordsOf(language: Language): ResponseWords {
  return language === "sv" ? swedishResponse : englishResponse;
}
