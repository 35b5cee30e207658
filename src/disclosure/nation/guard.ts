import type { Variable } from "#codebook";

/**
 * Which counts must not be known. `nation`: 1–4. `below`, for a municipality's own release: of a
 * sensitive question 0 as well, since «nobody said no» tells of everybody.
 */
export type Guard = "nation" | "below";

export function guardsNobody(guard: Guard, question: Variable): boolean {
  return guard === "below" && question.privacy === "sensitive";
}
