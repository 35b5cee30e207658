import { ageBands } from "./age-bands.ts";
import type { Question, Text } from "./codebook.ts";

/** A view may amount to a missing code that the question itself does not offer. */
const missingLabels: { readonly [code: number]: Text } = {
  97: { sv: "Ej tillämpligt", en: "Not applicable" },
  98: { sv: "Uppgift saknas", en: "No information" },
  99: { sv: "Vet ej", en: "Do not know" },
};

/** What a code of the question is called: an option, a band of age, or a missing code. */
export function findOptionLabel(question: Question, code: number): Text | undefined {
  const places = [...ageBands(question), ...question.options, ...question.missing];
  return places.find((place) => place.code === code)?.label ?? missingLabels[code];
}

/** @throws for a code that the question lacks. */
export function optionLabel(question: Question, code: number): Text {
  const label = findOptionLabel(question, code);
  if (!label) throw new Error(`${question.id} has no option ${code}`);
  return label;
}
