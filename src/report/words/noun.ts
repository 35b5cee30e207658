import type { Codebook, Variable } from "#codebook";

/** Whom numbers are about: what is asked by a case's worker, by the client herself, or at a meeting. */
export type Noun = "case" | "client" | "meeting";

export function nounOf(
  { counts }: Pick<Codebook, "counts">,
  { phase, view }: Pick<Variable, "phase" | "view">,
): Noun {
  if (counts === "meetings") return "meeting";
  return phase === "client" && !view ? "client" : "case";
}
