import { hasPersonnummer } from "./personnummer.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * Control characters, lone surrogates, and the marks that turn the direction of writing: none is
 * needed in what a social worker writes, and each can break a database or deceive a reader.
 */
const unstorable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Every free text passes here, in the browser and again on the server. */
export function checkText(text: string, at: string, limit: number): readonly Problem[] {
  const found: Problem[] = [];
  if (text.length > limit) found.push(problem("text-too-long", at, { limit }));
  if (unstorable.test(text)) found.push(problem("text-not-allowed", at));
  if (hasPersonnummer(text.slice(0, 10_000))) found.push(problem("looks-like-personnummer", at));
  return found;
}

const longestReason = 500;

/** Why something was opened or changed: words that somebody else can read, and no personnummer. */
export function checkReason(reason: string): readonly Problem[] {
  if (!/\p{L}\P{L}+\p{L}/u.test(reason)) return [problem("reason-needed", "reason")];
  return checkText(reason, "reason", longestReason);
}
