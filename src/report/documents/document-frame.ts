import { type SafeTable, type Shown, shownCases } from "#disclosure";
import type { Language } from "#kernel";
import {
  type DocumentBlock,
  type DocumentKind,
  type DocumentKindOfCases,
  type DocumentRow,
  type DocumentSource,
  documentKindsOfCases,
} from "./document.ts";
import { documentPlans, meetingPlans, type PlannedSection } from "./document-plans.ts";
import { documentWordsOf } from "./words/document-words-of.ts";
import { meetingDocumentWordsOf } from "./words/meeting-document-words-of.ts";
import type { MeetingDocumentWords } from "./words/told-meeting-documents.ts";
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
  /** After the figures. */
  readonly more: readonly DocumentBlock[];
  /** Where nobody has written what to talk about. */
  readonly questions: readonly string[];
};

/** So many that a sheet has room for them. */
const mostActions = 6;

export function documentFrame(
  kind: DocumentKind,
  source: DocumentSource,
  language: Language,
): DocumentFrame {
  if (source.codebook.counts === "meetings") return frameOfMeetings(kind, source, language);
  const known = documentKindsOfCases.find((each) => each === kind);
  if (!known) throw new Error(`no document of cases: ${kind}`);
  return frameOfCases(known, source, language);
}

function frameOfCases(kind: DocumentKindOfCases, source: DocumentSource, language: Language) {
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
    more: [],
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
    more: kind === "managers" || kind === "contacts" ? actionBlocks(source, words) : [],
    questions: words.questions[kind],
  };
}

/** What has been done stands last. */
function actionBlocks(
  { actions = [] }: DocumentSource,
  { actions: words }: MeetingDocumentWords,
): readonly DocumentBlock[] {
  const heading = { kind: "heading", text: words.heading } as const;
  if (actions.length === 0) return [heading, { kind: "paragraph", text: words.none }];
  const inOrder = actions.toSorted((one, other) => Number(one.isDone) - Number(other.isDone));
  const items = inOrder.slice(0, mostActions).map(words.line);
  const isCut = actions.length > mostActions;
  return [
    heading,
    { kind: "list", items },
    ...(isCut ? [{ kind: "paragraph", text: words.others } as const] : []),
  ];
}

function askedIn(tables: readonly SafeTable[]): Shown {
  const counts = tables.find(({ specification }) => specification.id === "asked")?.counts;
  return counts?.kind === "share" ? counts.numerator : null;
}
