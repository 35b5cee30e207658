import type { Language } from "#kernel";
import { englishDocuments } from "./english-documents.ts";
import { swedishDocuments } from "./swedish-documents.ts";
import type { DocumentWords } from "./told-documents.ts";

export function documentWordsOf(language: Language): DocumentWords {
  return language === "sv" ? swedishDocuments : englishDocuments;
}
