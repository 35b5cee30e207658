import type { Codebook, Question } from "#codebook";

/** The question that a raised hand is about; views are computed and never asked. */
export function questionOf(codebook: Codebook, concept: string): Question | undefined {
  const asked: readonly Question[] = [
    ...codebook.variables.filter(({ view }) => !view),
    ...codebook.groups.flatMap(({ fields }) => fields),
  ];
  return asked.find((question) => question.concept === concept);
}

/** A question of a municipality that the codebook at hand does not have is still a question. */
export function questionLabel(question: Question | undefined): string {
  return question?.label.sv ?? "En fråga i en annan kodbok";
}
