import { monthInWords, monthName, yearOf } from "#kernel";
import { leastForPublishedMeans, leastForPublishedShares } from "../../small-numbers.ts";
import type { DocumentSource } from "../document.ts";
import type { DocumentWords, SourceAndSpan } from "./told-documents.ts";

export const swedishDocumentKinds = {
  committee: "Till nämnden",
  staff: "Arbetsplatsträff",
  collaboration: "Till samverkan",
} as const;

export const swedishDocuments: DocumentWords = {
  title: (kind, place) =>
    `${swedishDocumentKinds[kind]}: stödet till våldsutsatta i ${place ?? "riket"}`,
  lead: (span, started, closed) =>
    `Gäller ärenden ${inSpan(span)}: ${started} påbörjades och ${closed} avslutades.`,
  headings: {
    standsOut: "Det sticker ut",
    missing: "Vad saknas i registreringen?",
    comments: "Våra kommentarer",
    talkAbout: "Prata om detta",
    numbers: "Talen bakom",
  },
  questions: {
    committee: [
      "Vad i bilden stämmer med det ni hör från verksamheten, och vad förvånar?",
      "Vad behöver ni veta mer om innan ni bestämmer något?",
    ],
    staff: ["Känner vi igen oss?", "Vad vill vi pröva till nästa gång?"],
    collaboration: [
      "Stämmer det med vad ni ser hos er?",
      "Var tappar vi bort någon på vägen mellan oss?",
    ],
  },
  whyMissing: (question) => `Vad gör att svaret på «${question}» ofta saknas?`,
  noneOutside: "Ingen andel skiljer sig mer från rikets än osäkerheten.",
  fewValid: "Frågor där färre än nio av tio ärenden har ett giltigt svar:",
  allValid: "I de frågor som visas har minst nio av tio ärenden ett giltigt svar.",
  moreMissing: "Det finns fler sådana frågor; här står de där flest svar saknas.",
  columns: {
    answer: "Svar",
    measure: "Mått",
    question: "Fråga",
    count: "Antal",
    of: "Av",
    value: "Andel",
    cases: "Ärenden",
    valid: "Med giltigt svar",
    share: "Andel",
    beside: (side, column) => `${side}, ${column.toLowerCase()}`,
  },
  all: "Alla",
  nation: "Riket",
  started: "Ärenden som påbörjades",
  closed: "Ärenden som avslutades",
  onAverage: (value) => `${value} i snitt`,
  foot: {
    source: (source, codebook) => `Underlag: ${originOf(source)}. Frågor och svar: ${codebook}.`,
    method: `Siffrorna är skyddade så att ingen ska kunna kännas igen. Andelar visas från ${leastForPublishedShares} svar och genomsnitt från ${leastForPublishedMeans}. Strecken i bilderna visar osäkerheten (95\u00a0%). Siffrorna säger vad som har förändrats, inte vad som har orsakat det.`,
    reconstructed:
      "En del frågor och svarsalternativ är rekonstruerade efter publicerade beskrivningar; kodboken säger vilka.",
    counted: (started, closed) => `n: ${started} påbörjade och ${closed} avslutade ärenden.`,
  },
  ribbon: "Påhittade uppgifter",
  sheet: (number, of) => `${number} (${of})`,
};

function originOf({ origin, ...span }: SourceAndSpan): string {
  const what =
    origin === "local" ? "kommunens egna frysta siffror" : "den nationella sammanställningen";
  return `${what} ${inSpan(span)}`;
}

/** «2022–2023» · «juli–december 2025» · «juli 2024 – juni 2026» */
function inSpan({ from, through }: Pick<DocumentSource, "from" | "through">): string {
  const isWholeYears = from.endsWith("-01-01") && through.endsWith("-12-31");
  const [first, last] = [yearOf(from), yearOf(through)];
  if (isWholeYears) return first === last ? `${first}` : `${first}–${last}`;
  if (first === last) return `${monthName(from)}–${monthInWords(through)}`;
  return `${monthInWords(from)} – ${monthInWords(through)}`;
}
