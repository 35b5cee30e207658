import type { JsonValue } from "./json.ts";
import { problemVocabulary } from "./problem-vocabulary.ts";

export type ProblemCode = keyof typeof problemVocabulary;

/**
 * A human mistake or an outer circumstance, told so that a person can act on it. Returned in lists,
 * several at once; throwing is for bugs.
 */
export type Problem = {
  readonly code: ProblemCode;
  /** Where the author wrote it: a variable, a JSON path, a file, an environment variable. */
  readonly at?: string;
  readonly details?: { readonly [key: string]: JsonValue };
  /** An error stops; a warning may be overridden with a reason. */
  readonly severity: "error" | "warning";
};

export type Outcome<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

export type Language = "sv" | "en";

export function problem(
  code: ProblemCode,
  at?: string,
  details?: { readonly [key: string]: JsonValue },
): Problem {
  const base = { code, severity: problemVocabulary[code].severity };
  return { ...base, ...(at === undefined ? {} : { at }), ...(details ? { details } : {}) };
}

export function done<Value>(value: Value): Outcome<Value> {
  return { kind: "done", value };
}

export function refused(...problems: readonly Problem[]): Outcome<never> {
  return { kind: "refused", problems };
}

/** The problem as one sentence; `{name}` in the vocabulary is filled from `details` and `at`. */
export function problemSentence(found: Problem, language: Language = "sv"): string {
  const sentence = problemVocabulary[found.code][language];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const filled = name === "at" ? found.at : found.details?.[name];
    return filled === undefined ? "" : typeof filled === "string" ? filled : JSON.stringify(filled);
  });
}

export function problemStatus(found: Problem): number {
  return problemVocabulary[found.code].status;
}
