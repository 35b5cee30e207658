import type { Outcome, Problem } from "#kernel";

/** `code at` of each, as tests write them; what was done has none. */
export function refusals(found: readonly Problem[] | Outcome<unknown>): readonly string[] {
  const problems = "kind" in found ? (found.kind === "refused" ? found.problems : []) : found;
  return problems.map(({ code, at }) => (at === undefined ? code : `${code} ${at}`));
}
