import type { Problem, ProblemCode } from "#kernel";

const reasons: { readonly [code in ProblemCode]?: string } = {
  "delivery-municipality-twice": "Samma kommun har lämnat mer än en leverans.",
  "delivery-other-round": "Leveransen gäller något annat än de flesta.",
  "delivery-empty": "Filen är tom.",
  "delivery-too-large": "Filen är för stor.",
  "delivery-line-too-long": "Filen är för stor.",
  "delivery-not-text": "Filen är inte en leverans.",
  "delivery-not-json": "Filen är inte en leverans.",
  "delivery-wrong-format": "Filen är inte en leverans.",
  "delivery-heading-wrong": "Leveransens rubrik är fel.",
  "delivery-codebook-unknown": "Leveransens kodbok är okänd.",
  "delivery-truncated": "Filen är avbruten.",
  "delivery-after-end": "Filen har ändrats sedan den skapades.",
  "delivery-altered": "Filen har ändrats sedan den skapades.",
  "delivery-miscounted": "Filen har ändrats sedan den skapades.",
  "file-unreadable": "Filen går inte att läsa.",
};

/**
 * Why a delivery is missing, as a release tells everybody: without line, place or value, which would
 * publish something of one municipality's cases. The whole truth is for whoever compiles.
 */
export function missingReason([first]: readonly Problem[]): string {
  return (first && reasons[first.code]) ?? "Innehållet stämmer inte med kodboken.";
}
