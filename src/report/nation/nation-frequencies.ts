import type { Figure, SvgNode } from "../figure.ts";
import { notAnswered } from "../option-label.ts";
import { barsAgainst } from "../picture/bars-against.ts";
import { barsOf } from "../picture/bars-of.ts";
import { leastForPublishedShares, publishedCertainty } from "../small-numbers.ts";
import { headOf } from "../subject.ts";
import { type AnswerRow, answerRows, type SafeFrequencies } from "./answer-rows.ts";
import { besideLabel, type NationSubject } from "./nation-subject.ts";
import { tellAnswers } from "./tell-answers.ts";

/** How often each answer was given, as published; `all`: as for a share. */
export function nationFrequencies(
  subject: NationSubject,
  counts: SafeFrequencies,
  all: SafeFrequencies | null,
): Figure {
  const { base } = counts;
  const rows = answerRows(subject, counts, all);
  const options = rows.filter(({ isMissing }) => !isMissing);
  const isHidden = options.length > 0 && options.every(({ count }) => count === null);
  const shown = isHidden ? [null] : [];
  return {
    ...headOf(subject, "frequencies"),
    base,
    certainty: publishedCertainty(shown, base.answered, leastForPublishedShares),
    numerator: null,
    denominator: null,
    value: null,
    interval: null,
    rows: rows.map(({ interval, all, ...row }) => row),
    beside: all && {
      label: besideLabel(subject),
      base: all.base,
      numerator: null,
      denominator: null,
      value: null,
      rows: rows.flatMap((row) => row.all ?? []),
    },
    ...tellAnswers(subject, counts.base, rows, all?.base ?? null),
    picture: pictureOf(subject, base.answered, rows),
  };
}

function pictureOf(
  subject: NationSubject,
  answered: number | null,
  rows: readonly AnswerRow[],
): SvgNode | null {
  if (answered === null || rows.every(({ isMissing, count }) => isMissing || count === null)) {
    return null;
  }
  // A missing code that nobody gave is told in the table; in the picture it would be an empty line.
  const drawn = rows.filter(
    ({ code, isMissing, count }) => code !== notAnswered && !(isMissing && count === 0),
  );
  const hasShares = answered >= leastForPublishedShares;
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
    answered,
    drawn.map(({ label, count, interval, isMissing }) => ({
      label: label[subject.language],
      count,
      interval,
      isMissing,
    })),
  );
}
