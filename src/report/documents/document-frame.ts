import { type SafeTable, type Shown, shownCases } from "#disclosure";
import type { Language } from "#kernel";
import type { DocumentKind, DocumentRow, DocumentSource } from "./document.ts";
import { documentPlans, meetingPlans, type PlannedSection } from "./document-plans.ts";
import { documentWordsOf } from "./words/document-words-of.ts";
import { meetingDocumentWordsOf } from "./words/meeting-document-words-of.ts";
import { writingOf } from "./written-numbers.ts";

/** What stands around the figures, by what they are of: cases of clients, or meetings. */
export type DocumentFrame = {
  readonly title: string;
  readonly lead: string;
  /** How many there are, above all else that is counted. */
  readonly rows: readonly DocumentRow[];
  /** The same, in the foot, and where they come from. */
  readonly counted: string;
  readonly source: string;
  readonly plan: readonly PlannedSection[];
  /** Where nobody has written what to talk about. */
  readonly questions: readonly string[];
};

export function documentFrame(
  kind: DocumentKind,
  source: DocumentSource,
  language: Language,
): DocumentFrame {
  return source.codebook.counts === "meetings"
    ? frameOfMeetings(kind, source, language)
    : frameOfCases(kind, source, language);
}

function frameOfCases(kind: DocumentKind, source: DocumentSource, language: Language) {
  const words = documentWordsOf(language);
  const { count } = writingOf(language);
  const started = count(shownCases(source.tables, "cases started"));
  const closed = count(shownCases(source.tables, "cases closed"));
  return {
    title: words.title(kind, source.place),
    lead: words.lead(source, started, closed),
    rows: [
      { label: words.started, cells: [started] },
      { label: words.closed, cells: [closed] },
    ],
    counted: words.foot.counted(started, closed),
    source: words.foot.source(source, source.codebook.label[language]),
    plan: documentPlans[kind],
    questions: words.questions[kind],
  };
}

function frameOfMeetings(kind: DocumentKind, source: DocumentSource, language: Language) {
  const words = meetingDocumentWordsOf(language);
  const { count } = writingOf(language);
  const meetings = count(shownCases(source.tables, "cases started"));
  const asked = count(askedIn(source.tables));
  return {
    title: words.title(kind, source),
    lead: words.lead(source, meetings, asked),
    rows: [{ label: words.meetings, cells: [meetings] }],
    counted: words.counted(meetings),
    source: words.source(source, source.codebook.label[language]),
    plan: meetingPlans[kind],
    questions: words.questions[kind],
  };
}

function askedIn(tables: readonly SafeTable[]): Shown {
  const counts = tables.find(({ specification }) => specification.id === "asked")?.counts;
  return counts?.kind === "share" ? counts.numerator : null;
}
