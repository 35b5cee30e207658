import { type Problem, type ProblemCode, problemSentence } from "#kernel";

/** What is to be mended, in words for whoever mends it: questions, and never what was answered. */
export const checkWords = {
  delivery: "Leveransen",
  noCases:
    "Inget ärende startade eller avslutades under omgången. En leverans utan ärenden säger att kommunen inte hade några.",
  noMeetings:
    "Inget möte noterades under omgångens dagar. En leverans utan möten säger att kommunen inte hade några.",
  fewStated: (stated: number, cases: number) =>
    `Ni har uppgett ${stated} ärenden i omgången, men ${cases} skulle lämnas. Rätta uppgiften när ni förbereder leveransen.`,
  otherCodebook:
    "Ärendet är registrerat med en annan kodbok än omgångens, så det kan inte lämnas. De andra påverkas inte.",
  missing: (label: string, kind: "answer" | "row") =>
    kind === "row" ? `${label}: minst en rad saknas.` : `${label}: svaret saknas.`,
  hiddenStops: (cases: number) =>
    `${casesOf(cases)} som du inte kan öppna hindrar leveransen. Be någon som har tillgång att kontrollera.`,
  hiddenRemarks: (cases: number) => `${casesOf(cases)} som du inte kan öppna saknar svar.`,
};

function casesOf(cases: number): string {
  return cases === 1 ? "Ett ärende" : `${cases} ärenden`;
}

/** By what the receiver's rules found. */
const faultWords: { readonly [code in ProblemCode]?: string } = {
  "delivery-unknown-code": "svaret finns inte i omgångens kodbok. Svara på frågan igen.",
  "delivery-unknown-name": "frågan finns inte i omgångens kodbok. Ta bort svaret.",
  "delivery-row-malformed": "svaret har fel form. Svara på frågan igen.",
  "delivery-codes-wrong": "samma svar står flera gånger. Svara på frågan igen.",
  "delivery-exclusive": "ett av svaren kan inte stå tillsammans med andra. Svara på frågan igen.",
  "delivery-quarter-late": "datumet ligger efter omgångens brytdag. Kontrollera året.",
};

/** @param found the question that it is about; `null`: the case as a whole. */
export function faultOfCase(fault: Problem, found: { readonly label: string } | null): string {
  const words = faultWords[fault.code];
  if (found && words) return `${found.label}: ${words}`;
  switch (fault.code) {
    case "delivery-row-round":
      return "Ärendets start eller avslut stämmer inte med omgången. Kontrollera datumen.";
    case "delivery-line-too-long":
      return "Ärendet har fler svar och rader än en leverans kan bära. Ta bort rader som står dubbelt.";
    default:
      return "Ärendet har ett svar som mottagaren inte kan ta emot. Gå igenom svaren.";
  }
}

/** Of the delivery itself, or its tables. */
export function faultOfDelivery(fault: Problem): string {
  return problemSentence(fault, "sv");
}
