/** What a set of tables says, in four parts; each a list of whole sentences. */
export type Findings = {
  /** At most three, the most important first. */
  readonly standsOut: readonly string[];
  readonly howSure: readonly string[];
  readonly missing: readonly string[];
  /** One or two open questions for a staff meeting. */
  readonly toTalkAbout: readonly string[];
};

/** What one question put to the tables gives, before what matters most is chosen. */
export type Draft = {
  /** What it is about: said where several things are told. */
  readonly title: string;
  readonly points: readonly Point[];
  readonly howSure: readonly string[];
  readonly missing: readonly string[];
  readonly questions: readonly OpenQuestion[];
};

/** Puts what it is about before sentences. */
export type Naming = (title: string, sentences: readonly string[]) => string;

/** Sentences that are told together or not at all. */
export type Point = { readonly weight: Weight; readonly sentences: readonly string[] };
export type OpenQuestion = { readonly about: About; readonly text: string };

/** What comes first where not everything can be told. */
const weights = ["change", "differs", "message", "detail"] as const;
export type Weight = (typeof weights)[number];

const asked = [
  "copied-forward",
  "lacking-voice",
  "not-compared",
  "method",
  "needs",
  "break",
  "difference",
  "small-response",
  "missing",
  "unknown",
  "open-long",
  "small-subgroup",
  "few",
  "all-same",
  "change",
  "no-difference",
  "anything",
] as const;
type About = (typeof asked)[number];

const mostSentences = 3;
const mostQuestions = 2;

/**
 * The most important of all drafts: points by weight, then in the order given, while there is room for
 * the whole of them; the others' certainty and missing answers stay with what is told.
 */
export function mostImportant(drafts: readonly Draft[], of: Naming): Findings {
  const points = drafts.flatMap((draft) => draft.points.map((point) => ({ point, draft })));
  const byWeight = points.toSorted(
    (one, other) => weights.indexOf(one.point.weight) - weights.indexOf(other.point.weight),
  );
  let room = mostSentences;
  const begun = new Set<Draft>();
  const told = byWeight.filter(({ point, draft }) => {
    // A detail rests on the message before it.
    const isLoose = point.weight === "detail" && !begun.has(draft);
    if (isLoose || point.sentences.length > room) return false;
    room -= point.sentences.length;
    begun.add(draft);
    return true;
  });
  const behind = drafts.filter((draft) => told.some((each) => each.draft === draft));
  const questions = behind
    .flatMap((draft) => draft.questions)
    .toSorted((one, other) => asked.indexOf(one.about) - asked.indexOf(other.about))
    .map(({ text }) => text);
  return {
    standsOut: told.flatMap(({ point }) => point.sentences),
    howSure: named(behind, ({ howSure }) => howSure, of),
    missing: named(behind, ({ missing }) => missing, of),
    toTalkAbout: unique(questions).slice(0, mostQuestions),
  };
}

/** One draft needs no name; of several each says what it is about, and the same is said once of all. */
function named(
  drafts: readonly Draft[],
  partOf: (draft: Draft) => readonly string[],
  of: Naming,
): readonly string[] {
  const [only, ...more] = drafts;
  if (only && more.length === 0) return unique(partOf(only));
  const titles = new Map<string, readonly string[]>();
  for (const draft of drafts) {
    const said = partOf(draft).join(" ");
    if (said !== "") titles.set(said, [...(titles.get(said) ?? []), draft.title]);
  }
  return [...titles].map(([said, about]) => of(unique(about).join(" · "), [said]));
}

function unique(sentences: readonly string[]): readonly string[] {
  return [...new Set(sentences)];
}
