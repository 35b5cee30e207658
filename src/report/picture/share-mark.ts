import type { Language } from "#kernel";
import { wordsOf } from "../words/words-of.ts";
import { hiddenMark } from "./bars-of.ts";
import type { PlacedShare } from "./picture-kinds.ts";

/** As it is written: «44 %», «..» or «–». */
export function shareMark(share: PlacedShare, language: Language): string {
  if (share === null) return hiddenMark;
  return share === "none" ? "–" : wordsOf(language).percentMark(share);
}
