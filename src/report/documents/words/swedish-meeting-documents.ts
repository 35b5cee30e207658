import { type IsoDate, monthInWords, monthName, yearOf } from "#kernel";
import type { DocumentAction } from "../document.ts";
import { swedishDocumentKinds } from "./swedish-documents.ts";
import type { MeetingDocumentWords } from "./told-meeting-documents.ts";

const kinds = {
  ...swedishDocumentKinds,
  managers: "Till cheferna",
  contacts: "Till kontaktpersonerna",
} as const;

export const swedishMeetingDocuments: MeetingDocumentWords = {
  title: (kind, { campaign, place }) =>
    `${kinds[kind]}: ${campaign ?? "frågan om våld"}, ${place ?? "riket"}`,
  lead: (span, meetings, asked) =>
    `Gäller möten ${inDays(span)}: ${meetings} noterades, och i ${asked} av dem ställdes frågan om våld.`,
  meetings: "Möten som noterades",
  counted: (meetings) =>
    `n: ${meetings} möten. Ett möte är inte en person: samma person kan ha mötts flera gånger.`,
  source: (span, codebook) =>
    `Underlag: det som enheterna noterade om mötena ${inDays(span)}, utan namn på någon. Frågor och svar: ${codebook}.`,
  actions: {
    heading: "Vad gör vi åt det?",
    none: "Inget är skrivet ännu om det som stod i vägen. Det skrivs i Skillnad, under Vad gör vi åt det?",
    others: "Fler åtgärder står i Skillnad, under Vad gör vi åt det?",
    line: lineOf,
  },
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
    managers: [
      "Vad behöver medarbetarna av er för att hinna fråga: tid, tolk, ett eget rum?",
      "Vem ser till att det som står här blir gjort, och när följer ni upp det?",
      "Hur fortsätter ni att fråga när månaden är slut?",
    ],
    contacts: [
      "Vilka på enheten vill ha stöd i hur man frågar?",
      "Finns enhetens checklista, och stämmer kontakterna i den?",
      "Vad ska med till nästa gång?",
    ],
  },
};

function lineOf({ intention, responsible, dueOn, isDone }: DocumentAction): string {
  const text = intention.trim();
  return [
    /[.!?]$/.test(text) ? text : `${text}.`,
    ...(responsible.trim() === "" ? [] : [`Ansvar: ${responsible.trim()}.`]),
    ...(isDone ? ["Det är gjort."] : []),
    ...(!isDone && dueOn ? [`Klart senast ${inDays({ from: dueOn, through: dueOn })}.`] : []),
  ].join(" ");
}

/** «den 5 mars 2027» · «1–31 mars 2027» · «26 april – 7 maj 2027» · «1 december 2026 – 8 januari 2027» */
function inDays({ from, through }: { readonly from: IsoDate; readonly through: IsoDate }): string {
  const [first, last] = [from, through].map((day) => Number(day.slice(8)));
  if (from === through) return `den ${last} ${monthInWords(through)}`;
  if (from.slice(0, 7) === through.slice(0, 7)) return `${first}–${last} ${monthInWords(through)}`;
  const begun = yearOf(from) === yearOf(through) ? monthName(from) : monthInWords(from);
  return `${first} ${begun} – ${last} ${monthInWords(through)}`;
}
