import type { Bar } from "./counting/counter.ts";
import { chosenCodes } from "./extract/coded-question.ts";
import type { StoredQuestion } from "./extract/relation.ts";
import { isValid } from "./extract/standing.ts";

/** What was chosen: options of a multiple choice, or the one code, which may be a missing one. */
export function givenCodes(
  question: StoredQuestion,
  { code, words }: Pick<Bar, "code" | "words">,
): readonly number[] {
  return question.words > 0 && isValid(code) ? chosenCodes(question, words) : [code];
}

/**
 * The codes that a table of the question lists: options in the codebook's order, then missing codes. A
 * view may amount to a missing code that the question itself does not offer: it is listed where seen.
 */
export function listedCodes(
  { question, codes }: StoredQuestion,
  isSeen: (code: number) => boolean,
): readonly number[] {
  const listed: readonly number[] = question.missing.map(({ code }) => code);
  const unlisted = [97, 98, 99].filter((code) => isSeen(code) && !listed.includes(code));
  return [...codes, ...listed, ...unlisted];
}
