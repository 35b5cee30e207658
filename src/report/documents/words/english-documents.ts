import { type IsoDate, yearOf } from "#kernel";
import { leastForPublishedMeans, leastForPublishedShares } from "../../small-numbers.ts";
import type { DocumentSource } from "../document.ts";
import type { DocumentWords, SourceAndSpan } from "./told-documents.ts";

export const englishDocumentKinds = {
  committee: "To the committee",
  staff: "Staff day",
  collaboration: "To those we work with",
} as const;

export const englishDocuments: DocumentWords = {
  title: (kind, place) =>
    `${englishDocumentKinds[kind]}: support to adults subjected to violence in ${place ?? "the nation"}`,
  lead: (span, started, closed) =>
    `About cases ${inSpan(span)}: ${started} were started and ${closed} were closed.`,
  headings: {
    standsOut: "What stands out",
    missing: "What is missing in the registration?",
    comments: "Our comments",
    talkAbout: "Talk about this",
    numbers: "The numbers behind",
  },
  questions: {
    committee: [
      "What agrees with what you hear from those who work with it, and what is a surprise?",
      "What do you need to know more about before you decide anything?",
    ],
    staff: ["Do we recognise ourselves?", "What do we want to try before the next time?"],
    collaboration: [
      "Does it agree with what you see?",
      "Where do we lose somebody on the way between us?",
    ],
  },
  whyMissing: (question) => `Why is the answer to “${question}” often missing?`,
  noneOutside: "No share differs from the nation’s by more than the uncertainty.",
  fewValid: "Questions where fewer than nine in ten cases have a valid answer:",
  allValid: "In the questions shown at least nine in ten cases have a valid answer.",
  moreMissing: "There are more such questions; those that lack most answers are here.",
  columns: {
    answer: "Answer",
    measure: "Measure",
    question: "Question",
    count: "Number",
    of: "Of",
    value: "Share",
    cases: "Cases",
    valid: "With a valid answer",
    share: "Share",
    beside: (side, column) => `${side}, ${column.toLowerCase()}`,
  },
  all: "All",
  nation: "The nation",
  started: "Cases started",
  closed: "Cases closed",
  onAverage: (value) => `${value} on average`,
  foot: {
    source: (source, codebook) =>
      `Source: ${originOf(source)}. Questions and answers: ${codebook}.`,
    method: `The numbers are protected so that nobody can be recognised. Shares are shown from ${leastForPublishedShares} answers and averages from ${leastForPublishedMeans}. The lines in the pictures show the uncertainty (95%). The numbers say what has changed, not what has caused it.`,
    reconstructed:
      "Some questions and answers are reconstructed from published descriptions; the codebook says which.",
    counted: (started, closed) => `n: ${started} cases started and ${closed} closed.`,
  },
  ribbon: "Invented cases",
  sheet: (number, of) => `${number} (${of})`,
};

function originOf({ origin, ...span }: SourceAndSpan): string {
  const what =
    origin === "local" ? "the municipality’s own frozen figures" : "the national compilation";
  return `${what} ${inSpan(span)}`;
}

const month = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

function inSpan({ from, through }: Pick<DocumentSource, "from" | "through">): string {
  const isWholeYears = from.endsWith("-01-01") && through.endsWith("-12-31");
  const [first, last] = [yearOf(from), yearOf(through)];
  if (isWholeYears) return first === last ? `${first}` : `${first}–${last}`;
  if (first === last) return `${monthOf(from)}–${monthOf(through)} ${last}`;
  return `${monthOf(from)} ${first} – ${monthOf(through)} ${last}`;
}

function monthOf(day: IsoDate): string {
  return month.format(new Date(day));
}
