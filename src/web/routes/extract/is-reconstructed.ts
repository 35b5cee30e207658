import type { Question } from "#codebook";

/** The question or one of its options is not known as its owner published it. */
export function isReconstructed({
  provenance,
  options,
}: Pick<Question, "provenance" | "options">): boolean {
  return [{ provenance }, ...options].some((each) => each.provenance?.status === "reconstructed");
}
