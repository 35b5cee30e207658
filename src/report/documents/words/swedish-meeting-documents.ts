import { type IsoDate, monthInWords, monthName, yearOf } from "#kernel";
import { swedishDocumentKinds } from "./swedish-documents.ts";
import type { MeetingDocumentWords } from "./told-meeting-documents.ts";

export const swedishMeetingDocuments: MeetingDocumentWords = {
  title: (kind, { campaign, place }) =>
    `${swedishDocumentKinds[kind]}: ${campaign ?? "frågan om våld"}, ${place ?? "riket"}`,
  lead: (span, meetings, asked) =>
    `Gäller möten ${inDays(span)}: ${meetings} noterades, och i ${asked} av dem ställdes frågan om våld.`,
  meetings: "Möten som noterades",
  counted: (meetings) =>
    `n: ${meetings} möten. Ett möte är inte en person: samma person kan ha mötts flera gånger.`,
  source: (span, codebook) =>
    `Underlag: det som enheterna noterade om mötena ${inDays(span)}, utan namn på någon. Frågor och svar: ${codebook}.`,
  questions: {
    committee: [
      "Vad behöver verksamheterna för att fler ska få frågan?",
      "Vad vill ni följa upp till nästa gång?",
    ],
    staff: [
      "Vad gjorde att frågan inte ställdes, och vad kan vi ändra på?",
      "Vad gjorde vi när någon svarade ja, och räckte det?",
      "Vad vill vi pröva till nästa gång?",
    ],
    collaboration: [
      "Vad behöver enheterna av er för att våga fråga?",
      "Vart hänvisar vi, och kommer personen fram dit?",
    ],
  },
};

/** «den 5 mars 2027» · «1–31 mars 2027» · «26 april – 7 maj 2027» · «1 december 2026 – 8 januari 2027» */
function inDays({ from, through }: { readonly from: IsoDate; readonly through: IsoDate }): string {
  const [first, last] = [from, through].map((day) => Number(day.slice(8)));
  if (from === through) return `den ${last} ${monthInWords(through)}`;
  if (from.slice(0, 7) === through.slice(0, 7)) return `${first}–${last} ${monthInWords(through)}`;
  const begun = yearOf(from) === yearOf(through) ? monthName(from) : monthInWords(from);
  return `${first} ${begun} – ${last} ${monthInWords(through)}`;
}
