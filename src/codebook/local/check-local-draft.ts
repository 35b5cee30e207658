import { done, type Outcome, type Problem, refused } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { lintCodebook } from "../lint/lint-codebook.ts";
import { parseCodebook } from "../parse-codebook-text.ts";
import { type LocalVersion, localOverlay } from "./local-overlay.ts";
import { placeInWords } from "./place-in-words.ts";
import { remembered } from "./remembered.ts";

export type LocalGround = {
  readonly common: Codebook;
  /** That can be switched on. */
  readonly measures: readonly Codebook[];
  /** The overlays that the municipality has used so far, the latest last. */
  readonly earlier: readonly Codebook[];
};

/**
 * The overlay that a draft becomes when it is published, or all that hinders it. A problem's `at` names
 * the place as people know it («Har barn», svarsalternativ 2); `details.pointer` as the browser does.
 */
export function checkLocalDraft(
  content: object,
  version: LocalVersion,
  { common, measures, earlier }: LocalGround,
): Outcome<Codebook> {
  const parsed = parseCodebook(localOverlay(common, version, content));
  const problems =
    parsed.kind === "refused"
      ? parsed.problems
      : lintCodebook(parsed.value, { common, measures, ...remembering(earlier) });
  const told = inOneLanguage(problems).map((found) => placed(found, content));
  if (parsed.kind === "refused" || told.length > 0) return refused(...told);
  return done(parsed.value);
}

function remembering(earlier: readonly Codebook[]): { readonly previous?: Codebook } {
  const previous = remembered(earlier);
  return previous ? { previous } : {};
}

/**
 * What Zod says of a wrong form is in English, and which language lacks its text is of no matter where
 * only one is written: neither helps those who edit in the browser.
 */
const asDrafted: { readonly [code: string]: Problem["code"] } = {
  "codebook-malformed": "draft-malformed",
  "codebook-missing-translation": "draft-text-missing",
};

/** The browser writes the English text from the Swedish: what is wrong with both is told once. */
function inOneLanguage(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ code }: Problem, pointer: string) => `${code} ${pointer}`;
  const known = new Set(problems.map((found) => keyOf(found, pointerOf(found))));
  return problems.filter((found) => {
    const pointer = pointerOf(found);
    return !pointer.endsWith("/en") || !known.has(keyOf(found, pointer.replace(/en$/, "sv")));
  });
}

function placed(found: Problem, content: object): Problem {
  const pointer = pointerOf(found);
  const code = asDrafted[found.code] ?? found.code;
  const details = { ...found.details, pointer };
  return { ...found, code, at: placeInWords(pointer, content), details };
}

function pointerOf({ at = "", details }: Problem): string {
  return typeof details?.pointer === "string" ? details.pointer : at;
}
