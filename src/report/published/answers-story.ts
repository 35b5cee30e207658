import type { Question } from "#codebook";
import { intervalOf } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure, FigureRow } from "../figure.ts";
import { leastForPublishedShares } from "../small-numbers.ts";
import type { NationBase } from "../words/told-nation.ts";
import type { ToldAgainst, ToldAnswer } from "../words/told-story.ts";
import { nationWordsOf, storyWordsOf } from "../words/words-of.ts";

type Story = {
  readonly figure: Figure;
  readonly question: Question;
  readonly base: NationBase;
  readonly language: Language;
};

/**
 * Published answers as sentences: what more than half say, or what is most common, and where a subgroup or
 * a place differs by more than the uncertainty. Where there are too few for shares: what the figure says.
 */
export function answersStory(story: Story): readonly string[] {
  const { figure, question, language } = story;
  const whole = wholeIn(figure.base);
  const shown = shownIn(figure.rows, whole, language);
  if (whole === null || whole < leastForPublishedShares || shown.length === 0) {
    return [figure.sentence];
  }
  const isMultiple = question.type === "multiple";
  const lead = isMultiple ? severalChoices(story, shown) : oneChoice(story, shown);
  return [...lead, ...differences(story, whole)];
}

function severalChoices({ figure, base, language }: Story, shown: readonly ToldAnswer[]) {
  const words = nationWordsOf(language);
  const given = falling(shown).filter(({ count }) => count > 0);
  const told = storyWordsOf(language).common(figure.label[language], given, base);
  return [told, words.severalAnswers, ...markOf(figure, language)];
}

function oneChoice(story: Story, shown: readonly ToldAnswer[]): readonly string[] {
  const { figure, question, base, language } = story;
  const words = storyWordsOf(language);
  const label = figure.label[language];
  const inOrder = falling(shown);
  const most = majority(shown, question);
  const others = inOrder.filter((each) => !most.includes(each));
  const [{ whole } = { whole: 0 }] = shown;
  const lead =
    most.length > 0
      ? words.majority(label, most, base)
      : words.common(label, inOrder.slice(0, 1), base);
  const [next] = most.length > 0 ? others : inOrder.slice(1);
  const isAllShown = shown.length === optionsIn(figure.rows).length;
  // What is shown leaves so many for the others together: none of them can be more common than it.
  const hiddenAtMost = isAllShown ? 0 : whole - countIn(shown);
  const last = inOrder.at(-1);
  const isTold = last === next || last === inOrder[0] || most.some((each) => each === last);
  return [
    lead,
    ...(next && next.count > 0 && next.count >= hiddenAtMost ? [words.next(next)] : []),
    ...(last && isAllShown && !isTold && last.count < (inOrder.at(-2)?.count ?? 0)
      ? [words.rarest(last)]
      : []),
    ...markOf(figure, language),
  ];
}

/** One answer, or of ages and scales two beside each other, that more than half gave; else none. */
function majority(shown: readonly ToldAnswer[], { ageBandCuts, better }: Question) {
  const isOrdered = ageBandCuts !== undefined || better !== undefined;
  const isMore = (parts: readonly ToldAnswer[]) =>
    parts.reduce((sum, { count, whole }) => sum + count / whole, 0) > 0.5;
  const alone = shown.filter((each) => isMore([each]));
  if (alone.length > 0 || !isOrdered) return alone;
  const pairs = shown.flatMap((each, at) => {
    const next = shown[at + 1];
    return next && isMore([each, next]) ? [[each, next]] : [];
  });
  const [largest] = pairs.toSorted((one, other) => countIn(other) - countIn(one));
  return largest ?? [];
}

function countIn(answers: readonly ToldAnswer[]): number {
  return answers.reduce((sum, { count }) => sum + count, 0);
}

/** Those beyond what the subgroup's own interval reaches, in the codebook's order. */
function differences({ figure, base, language }: Story, whole: number): readonly string[] {
  const { rows, beside } = figure;
  const ofAll = beside && wholeIn(beside.base);
  if (!beside || ofAll === null || ofAll < leastForPublishedShares) return [];
  const compared = rows.flatMap((row, at): readonly ToldAgainst[] => {
    const all = beside.rows[at]?.count ?? null;
    if (row.isMissing || row.count === null || all === null) return [];
    const label = row.label[language];
    return [{ own: { label, count: row.count, whole }, all: { label, count: all, whole: ofAll } }];
  });
  if (compared.length === 0) return [];
  const apart = compared.map((each) => ({ ...each, side: sideOf(each) }));
  const words = storyWordsOf(language);
  const more = apart.filter(({ side }) => side === "more");
  const less = apart.filter(({ side }) => side === "less");
  if (more.length + less.length === 0) return [nationWordsOf(language).noDifference("frequencies")];
  return [
    ...(more.length > 0 ? [words.more(more, base)] : []),
    ...(less.length > 0 ? [words.less(less, base)] : []),
  ];
}

function sideOf({ own, all }: ToldAgainst): "more" | "less" | "within" {
  const interval = intervalOf({ count: own.count, total: own.whole });
  const share = all.count / all.whole;
  if (!interval) return "within";
  if (interval[0] > share) return "more";
  return interval[1] < share ? "less" : "within";
}

/** What answers are a part of: of a place the valid, since the step between is not told there. */
function wholeIn({ answered, valid }: Figure["base"]): number | null {
  return answered === undefined ? valid : answered;
}

function shownIn(rows: readonly FigureRow[], whole: number | null, language: Language) {
  return optionsIn(rows).flatMap(({ label, count }): readonly ToldAnswer[] =>
    count === null || whole === null ? [] : [{ label: label[language], count, whole }],
  );
}

function optionsIn(rows: readonly FigureRow[]): readonly FigureRow[] {
  return rows.filter(({ isMissing }) => !isMissing);
}

function falling(answers: readonly ToldAnswer[]): readonly ToldAnswer[] {
  return answers.toSorted((one, other) => other.count - one.count);
}

/** One mark and one sentence for whatever is hidden. */
function markOf({ rows }: Figure, language: Language): readonly string[] {
  return optionsIn(rows).some(({ count }) => count === null) ? [nationWordsOf(language).mark] : [];
}
