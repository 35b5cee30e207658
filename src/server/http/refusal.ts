import { type Problem, problemSentence, problemStatus } from "#kernel";
import type { CaseView, Refusal } from "../wire.ts";

/** All problems at once; the status is the first one's. The bytes depend on the problems alone. */
export function refusal(...problems: readonly [Problem, ...Problem[]]): Response {
  return refusalWith(undefined, ...problems);
}

export function refusalWith(
  current: CaseView | undefined,
  ...problems: readonly [Problem, ...Problem[]]
): Response {
  const told = problems.map((found) => ({ ...found, sentence: problemSentence(found, "sv") }));
  const body: Refusal = current ? { problems: told, case: current } : { problems: told };
  return Response.json(body, { status: problemStatus(problems[0]) });
}

/** @throws for an empty list: a refusal always says why. */
export function refusalOf(problems: readonly Problem[]): Response {
  const [first, ...others] = problems;
  if (!first) throw new Error("refused without a problem");
  return refusal(first, ...others);
}

/** The same answer for what does not exist and for what this person may not see. */
export function notFound(): Response {
  return refusal(notFoundProblem);
}

const notFoundProblem: Problem = { code: "not-found", severity: "error" };
