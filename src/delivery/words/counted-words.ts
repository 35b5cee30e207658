import type { Codebook } from "#codebook";
import { headingWords, levelWords, staysWords, toldWords } from "./leaving-words.ts";

/** What is said of a delivery that depends on what one count is of. */
export type CountedWords = {
  readonly onlyCounts: string;
  readonly stated: string;
  readonly chain: readonly [string, string, string, string];
  readonly total: string;
  readonly totalOf: { readonly [population in "started" | "closed" | "open"]: string };
  readonly none: string;
  /** That stay whatever is asked. */
  readonly stays: readonly { readonly label: string; readonly why: string }[];
  readonly rows: { readonly label: string; readonly why: string };
  readonly where: (title: string, question: string, answers: readonly string[]) => string;
};

const { dates, caseCodes, texts, unitIds, people } = staysWords;

const ofCases: CountedWords = {
  onlyCounts: levelWords.counts,
  stated: headingWords.stated,
  chain: toldWords.chain,
  total: toldWords.cases,
  totalOf: toldWords.casesOf,
  none: toldWords.none,
  stays: [dates, caseCodes, texts, unitIds, people],
  rows: staysWords.cases,
  where: toldWords.where,
};

const [, ...afterFirst] = toldWords.chain;

/** A meeting has no code, is held on one day, and only counts of meetings ever leave. */
const ofMeetings: CountedWords = {
  onlyCounts:
    "Inga rader om möten lämnar kommunen. Bara antal lämnar, i samma tabeller som sammanställningen gör.",
  stated: "Hur många möten kommunen säger att den hade",
  chain: ["Möten som frågan gäller", ...afterFirst],
  total: "Antal möten",
  totalOf: { started: "Möten", closed: "Avslutade möten", open: "Öppna möten" },
  none: "Kommunen har inga sådana möten.",
  stays: [
    { label: "Dagar när möten hölls", why: dates.why },
    texts,
    {
      label: "Vilken enhet ett möte hör till",
      why: "Enheternas namn står för hela leveransen, inte för ett möte.",
    },
    { label: people.label, why: "Ingen som har haft mötena nämns." },
  ],
  rows: { label: "Rader om enskilda möten", why: "Bara antal lämnar." },
  where: (title, question, answers) =>
    `${title}, bland möten där svaret på «${question}» är ${answers.join(" eller ")}`,
};

/** The words for what a codebook counts. */
export function countedWords({ counts }: Pick<Codebook, "counts">): CountedWords {
  return counts === "meetings" ? ofMeetings : ofCases;
}
