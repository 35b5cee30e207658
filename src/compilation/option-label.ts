import { ageBands, type Text, type Variable } from "#codebook";

/** A view may amount to a missing code that the question itself does not offer. */
const missingLabels: { readonly [code: number]: Text } = {
  97: { sv: "Ej tillämpligt", en: "Not applicable" },
  98: { sv: "Uppgift saknas", en: "No information" },
  99: { sv: "Vet ej", en: "Do not know" },
};

/** What a code of the question is called: an option, a band of age, or a missing code. */
export function optionLabel(variable: Variable, code: number): Text {
  const places = [...ageBands(variable), ...variable.options, ...variable.missing];
  const label = places.find((place) => place.code === code)?.label ?? missingLabels[code];
  if (!label) throw new Error(`${variable.id} has no option ${code}`);
  return label;
}

/** Of options that are told together: «25–44 år / 45–64 år». */
export function optionLabels(variable: Variable, codes: readonly number[]): string {
  return codes.map((code) => optionLabel(variable, code).sv).join(" / ");
}
