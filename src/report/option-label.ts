import { ageBands, type Question, type Text } from "#codebook";

/** 98: stored, but no answer; it stands outside the whole. */
export const notAnswered = 98;

const missingLabels: { readonly [code: number]: Text } = {
  97: { sv: "Ej tillämpligt", en: "Not applicable" },
  98: { sv: "Uppgift saknas", en: "No information" },
  99: { sv: "Vet ej", en: "Do not know" },
};

/** What a code of the question is called: an option, a band of age, or a missing code. */
export function optionLabel(question: Question, code: number): Text {
  const places = [...ageBands(question), ...question.options, ...question.missing];
  const label = places.find((place) => place.code === code)?.label ?? missingLabels[code];
  if (!label) throw new Error(`${question.id} has no option ${code}`);
  return label;
}
