import type { Quarter } from "#kernel";
import type { DeliverableQuestion } from "../deliverable.ts";
import type { DeliveryLevel } from "../delivery-format.ts";

/** What a delivery is, in one sentence. */
export const levelWords: { readonly [level in DeliveryLevel]: string } = {
  rows: "En rad för varje ärende lämnar kommunen, med kvartal i stället för datum och åldersgrupp i stället för födelseår.",
  "coarse-rows":
    "En rad för varje ärende lämnar kommunen, utan någon tid alls och bara med de svar som sammanställningen räknar.",
  counts:
    "Inga ärenden lämnar kommunen. Bara antal lämnar, i samma tabeller som sammanställningen gör.",
};

/** In which form an answer leaves. */
export const formWords: { readonly [form in DeliverableQuestion["form"]]: string } = {
  code: "svarsalternativets kod",
  codes: "svarsalternativens koder",
  band: "åldersgrupp när ärendet startade",
  number: "talet",
  quarter: "kvartalet",
  answered: "bara att frågan är besvarad",
};

/** Of each case beside its answers. */
export const ofCaseWords = {
  id: { label: "Radens nummer", said: "dras på nytt för varje leverans och säger ingenting" },
  started: { label: "När ärendet startade", said: "kvartalet" },
  closed: { label: "När ärendet avslutades", said: "kvartalet, eller att det är öppet" },
  counts: {
    label: "Hur ärendet räknas",
    said: "om det startade i omgången, och om det avslutades i den",
  },
  begun: { label: "Påbörjade faser", said: "vilka faser som ärendet har kommit till" },
} as const;

/** In the heading of every delivery. */
export const headingWords = {
  municipality: "Kommun",
  units: "Enheter, bara namnen",
  noUnits: "inga namn",
  stated: "Hur många ärenden kommunen säger att den hade",
  nothingStated: "kommunen säger inget",
  round: "Omgång",
  codebook: "Kodbok",
  overlay: "Kommunens eget tillägg, bara namnet",
  sequence: "Vilken leverans i ordningen",
} as const;

export const staysWords = {
  dates: {
    label: "Dagar när ärenden startade och avslutades",
    why: "Inga datum lämnar kommunen.",
  },
  caseCodes: { label: "Ärendekoder", why: "Koden finns bara hos er." },
  texts: { label: "Fria texter och anteckningar", why: "Ingen text som någon har skrivit lämnar." },
  unitIds: {
    label: "Vilken enhet ett ärende hör till",
    why: "Enheternas namn står för hela leveransen, inte för ett ärende.",
  },
  people: {
    label: "Handläggare och andra användare",
    why: "Ingen som arbetar med ärendena nämns.",
  },
  cases: { label: "Rader om enskilda ärenden", why: "Bara antal lämnar." },
  day: "Dagen stannar.",
  birthYear: (question: string) => `Födelseår (${question})`,
  birthYearWhy: "Bara åldersgruppen lämnar.",
  birthYearInCounts: "Bara antal i varje åldersgrupp lämnar.",
  own: "Kommunens egen fråga.",
  local: "Kodboken säger att svaret stannar i kommunen.",
  notCounted: "Sammanställningen räknar inte svaret.",
} as const;

/** In the table itself. */
export const toldWords = {
  answered: "besvarad",
  open: "öppet",
  notTold: "lämnas inte",
  started: "startat",
  closed: "avslutat",
  chain: ["Ärenden som frågan gäller", "Tillfrågade", "Besvarade", "Med giltigt svar"] as const,
  cases: "Antal ärenden",
  casesOf: { started: "Startade ärenden", closed: "Avslutade ärenden", open: "Öppna ärenden" },
  numerator: "Antal som räknas",
  options: (distinct: number) => (distinct === 0 ? "Inget alternativ" : `${distinct} alternativ`),
  among: (title: string, group: string) => `${title}, bland ${group}`,
  where: (title: string, question: string, answers: readonly string[]) =>
    `${title}, bland ärenden där svaret på «${question}» är ${answers.join(" eller ")}`,
  askedTwice: {
    with: (after: string, before: string) => `«${after}» och «${before}», båda besvarade`,
    as: (after: string, before: string) => `«${after}» och «${before}», samma svar på båda`,
  },
  crossed: (rows: string, columns: string) => `«${rows}» för varje svar på «${columns}»`,
  noAnswer: "Inget svar",
  none: "Kommunen har inga sådana ärenden.",
  tableForm: "antal för varje svar",
} as const;

/** «kvartal 2 2023». */
export function quarterInWords(quarter: Quarter | string): string {
  return `kvartal ${quarter.slice(5)} ${quarter.slice(0, 4)}`;
}
