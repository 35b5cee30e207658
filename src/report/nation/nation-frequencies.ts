import type { Figure, SvgNode } from "../figure.ts";
import { notAnswered } from "../option-label.ts";
import { barsAgainst } from "../picture/bars-against.ts";
import { barsOf } from "../picture/bars-of.ts";
import { leastForPublishedShares, publishedCertainty } from "../small-numbers.ts";
import { headOf } from "../subject.ts";
import { type AnswerRow, answerRows, type SafeFrequencies } from "./answer-rows.ts";
import { figureChain, wholeOf } from "./figure-chain.ts";
import { besideLabel, type NationSubject } from "./nation-subject.ts";
import { tellAnswers } from "./tell-answers.ts";

/** How often each answer was given, as published; `all`: as for a share. */
export function nationFrequencies(
  subject: NationSubject,
  counts: SafeFrequencies,
  all: SafeFrequencies | null,
): Figure<"safe"> {
  const whole = wholeOf(subject, counts.base);
  const rows = answerRows(subject, counts, all);
  const options = rows.filter(({ isMissing }) => !isMissing);
  return {
    ...headOf(subject, "frequencies"),
    base: figureChain(subject, counts.base),
    certainty: certaintyOf(subject, whole, options),
    numerator: null,
    denominator: null,
    value: null,
    interval: null,
    rows: rows.map(({ interval, all, ...row }) => row),
    beside: all && {
      label: besideLabel(subject),
      base: figureChain(subject, all.base),
      numerator: null,
      denominator: null,
      value: null,
      rows: rows.flatMap((row) => row.all ?? []),
    },
    ...tellAnswers(subject, counts.base, rows, all?.base ?? null),
    picture: pictureOf(subject, whole, rows),
  };
}

/** A place may tell of answers, and not of how many they are a part; a nought alone says nothing. */
function certaintyOf(
  { base }: NationSubject,
  whole: number | null,
  options: readonly AnswerRow[],
): Figure["certainty"] {
  const isTold = options.some(({ count }) => count !== null);
  if (base.place !== null && whole === null) {
    return options.some(({ count }) => (count ?? 0) > 0) ? "counts-only" : "hidden";
  }
  const isHidden = !isTold && (options.length > 0 || base.place !== null);
  return publishedCertainty(isHidden ? [null] : [], whole, leastForPublishedShares);
}

function pictureOf(
  subject: NationSubject,
  whole: number | null,
  rows: readonly AnswerRow[],
): SvgNode | null {
  if (whole === null || rows.every(({ isMissing, count }) => isMissing || count === null)) {
    return null;
  }
  // A missing code that nobody gave is told in the table; in the picture it would be an empty line.
  const drawn = rows.filter(
    ({ code, isMissing, count }) => code !== notAnswered && !(isMissing && count === 0),
  );
  const hasShares = whole >= leastForPublishedShares;
  if (hasShares && drawn.some((row) => (row.all?.share ?? null) !== null)) {
    return barsAgainst(
      subject,
      drawn.map(({ label, share, interval, isMissing, all }) => ({
        label: label[subject.language],
        own: share,
        all: all?.share ?? null,
        interval,
        isMissing,
      })),
    );
  }
  return barsOf(
    subject,
    whole,
    drawn.map(({ label, count, interval, isMissing }) => ({
      label: label[subject.language],
      count,
      interval,
      isMissing,
    })),
  );
}
