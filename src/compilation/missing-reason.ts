import type { Problem, ProblemCode } from "#kernel";

const reasons: { readonly [code in ProblemCode]?: string } = {
  "delivery-municipality-twice": "Kommunen har lämnat två olika leveranser med samma nummer.",
  "delivery-other-codebook": "Leveransen är gjord med en annan kodbok än de flesta.",
  "delivery-other-round": "Leveransen gäller något annat än de flesta.",
  "delivery-withdrawn-with-cases": "Leveransen tar tillbaka en tidigare, men har ärenden.",
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
  "delivery-name-doubled": "Filen är inte en leverans.",
  "delivery-unsigned": "Leveransen är inte signerad.",
  "package-without-key": "Leveransen gick inte att öppna.",
  "package-damaged": "Filen är avbruten eller har ändrats på vägen.",
  "package-other-receiver": "Leveransen gick inte att öppna.",
  "package-passed-on": "Leveransen är inte avsedd för den här sammanställningen.",
  "package-heading-unreadable": "Filen är inte en leverans.",
  "package-wrong-format": "Filen är inte en leverans.",
  "package-heading-wrong": "Leveransens rubrik är fel.",
  "package-unknown-sender": "Leveransens avsändare är okänd.",
  "package-other-municipality": "Leveransens avsändare är en annan kommun.",
  "package-signature-wrong": "Leveransens signatur stämmer inte.",
  "package-cut-off": "Filen är avbruten.",
  "package-trailing": "Filen har ändrats sedan den skapades.",
  "package-altered": "Filen har ändrats sedan den skapades.",
  "file-unreadable": "Filen går inte att läsa.",
};

/** Of a delivery that was there, and was taken back by whoever sent it. */
export const withdrawnReason = "Kommunen har tagit tillbaka sin leverans.";

/**
 * Why a delivery is missing, as a release tells everybody: without line, place or value, which would
 * publish something of one municipality's cases. The whole truth is for whoever compiles.
 */
export function missingReason([first]: readonly Problem[]): string {
  return (first && reasons[first.code]) ?? "Innehållet stämmer inte med kodboken.";
}

/** Why somebody who takes part is not in a release, as far as everybody may know. */
export type Absence = "not-delivered" | "withdrawn" | "not-used";

const absences: { readonly [absence in Absence]: string } = {
  "not-delivered": "Kommunen har inte levererat.",
  withdrawn: withdrawnReason,
  "not-used": "Kommunens leverans är inte med.",
};

export function absenceReason(absence: Absence): string {
  return absences[absence];
}
