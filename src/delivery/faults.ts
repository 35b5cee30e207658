import { type JsonValue, type Problem, type ProblemCode, problem } from "#kernel";
import { limits } from "./delivery-format.ts";

/** What is wrong in one line; `details` fill the vocabulary's sentence. */
export type Report = (code: ProblemCode, details?: { readonly [name: string]: JsonValue }) => void;

/** The problems of one file: all about the file itself, the first ones about its rows, and how many more. */
export type FaultList = {
  readonly ofFile: Report;
  readonly ofRow: Report;
  readonly isEmpty: () => boolean;
  readonly problems: () => readonly Problem[];
};

export function faultList(file: string): FaultList {
  const ofFile: Problem[] = [];
  const ofRows: Problem[] = [];
  let unlisted = 0;
  return {
    ofFile: (code, details) => ofFile.push(problem(code, file, details)),
    ofRow: (code, details) => {
      if (ofRows.length < limits.listedProblems) ofRows.push(problem(code, file, details));
      else unlisted++;
    },
    isEmpty: () => ofFile.length + ofRows.length === 0,
    problems: () => [
      ...ofFile,
      ...ofRows,
      ...(unlisted > 0 ? [problem("delivery-more-problems", file, { more: unlisted })] : []),
    ],
  };
}

const longestShown = 40;

/** Something from a stranger's file as it may be shown: short, and without what steers a terminal. */
export function asShown(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object") return "{…}";
  const text = typeof value === "string" ? value : String(value);
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return shown.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "\uFFFD");
}
