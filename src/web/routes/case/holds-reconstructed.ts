import type { Codebook, PhaseId, Question } from "#codebook";

/** Whether anything asked in the phase rests on a reconstruction, which the page must then say. */
export function holdsReconstructed({ variables, groups }: Codebook, phase: PhaseId): boolean {
  const asked = [
    ...variables.filter((variable) => variable.phase === phase),
    ...groups.filter(({ phases }) => phases.includes(phase)).flatMap(({ fields }) => fields),
  ];
  return asked.some(isReconstructed);
}

function isReconstructed(question: Pick<Question, "provenance" | "options">): boolean {
  return isMarked(question) || question.options.some(isMarked);
}

function isMarked({ provenance }: { readonly provenance?: Question["provenance"] | undefined }) {
  return provenance?.status === "reconstructed";
}
