import type { Codebook, Question } from "#codebook";

/** Whether a question has all the words somewhere in what people read of it. */
export function isFound(question: Question, search: string): boolean {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = [
    question.id,
    question.label.sv,
    question.prompt?.sv,
    question.definition?.sv,
    question.example?.sv,
    ...question.options.map(({ label }) => label.sv),
  ]
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The codebook with only what the search finds; a group stays while one of its fields does. */
export function searched(codebook: Codebook, search: string): Codebook {
  if (search.trim() === "") return codebook;
  return {
    ...codebook,
    variables: codebook.variables.filter((variable) => isFound(variable, search)),
    groups: codebook.groups
      .map((group) => ({
        ...group,
        fields: group.fields.filter((field) => isFound(field, search)),
      }))
      .filter(({ fields }) => fields.length > 0),
    indicators: codebook.indicators.filter(({ label }) =>
      label.sv.toLowerCase().includes(search.trim().toLowerCase()),
    ),
  };
}
