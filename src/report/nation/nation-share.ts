import type { SafeCounts } from "#disclosure";
import type { Figure, SvgNode } from "../figure.ts";
import { shareAgainst } from "../picture/bars-against.ts";
import { barsOf } from "../picture/bars-of.ts";
import { leastForPublishedShares, publishedCertainty, publishedShare } from "../small-numbers.ts";
import { headOf } from "../subject.ts";
import type { Finding } from "../words/finding.ts";
import { nationWordsOf, wordsOf } from "../words/words-of.ts";
import { figureChain } from "./figure-chain.ts";
import { besideLabel, bothOf, type NationSubject, remarksOf } from "./nation-subject.ts";

export type SafeShare = Extract<SafeCounts, { readonly kind: "share" }>;

/** One published share; `all`: the same over all cases where the figure is about a subgroup, in the nation where about a place. */
export function nationShare(
  subject: NationSubject,
  counts: SafeShare,
  all: SafeShare | null,
): Figure<"safe"> {
  const { numerator, denominator, interval } = counts;
  const value = publishedShare(numerator, denominator);
  return {
    ...headOf(subject, "share"),
    base: figureChain(subject, counts.base),
    certainty: publishedCertainty([numerator], denominator, leastForPublishedShares),
    numerator,
    denominator,
    value,
    interval: value === null ? null : interval,
    rows: [],
    beside: all && {
      label: besideLabel(subject),
      base: figureChain(subject, all.base),
      numerator: all.numerator,
      denominator: all.denominator,
      value: publishedShare(all.numerator, all.denominator),
      rows: [],
    },
    ...findingOf(subject, counts, all),
    picture: pictureOf(subject, counts, all),
  };
}

function findingOf(subject: NationSubject, counts: SafeShare, all: SafeShare | null): Finding {
  const words = nationWordsOf(subject.language);
  const label = subject.label[subject.language];
  const own = bothOf(counts.numerator, counts.denominator);
  if (own === null) return { message: label, sentence: words.hidden };
  const beside = all && bothOf(all.numerator, all.denominator);
  const { message, sentence } = words.share({ label, base: subject.base, own, all: beside });
  const told = [sentence];
  if (isWithinUncertainty(counts, all)) told.push(words.noDifference("share"));
  told.push(...remarksOf(subject, counts.base, "share"));
  if (all && beside === null) told.push(words.mark);
  return { message, sentence: told.join(" ") };
}

/** Whether what it is held against lies within the uncertainty of the figure's own share. */
function isWithinUncertainty(own: SafeShare, all: SafeShare | null): boolean {
  if (publishedShare(own.numerator, own.denominator) === null || own.interval === null)
    return false;
  const share = all && publishedShare(all.numerator, all.denominator);
  if (share === null) return false;
  const [lower, upper] = own.interval;
  return lower <= share && share <= upper;
}

function pictureOf(subject: NationSubject, own: SafeShare, all: SafeShare | null): SvgNode | null {
  const { numerator, denominator, interval } = own;
  if (numerator === null || denominator === null) return null;
  const share = publishedShare(numerator, denominator);
  const beside = all && publishedShare(all.numerator, all.denominator);
  if (share !== null && beside !== null) {
    return shareAgainst(subject, { own: share, all: beside, interval, isMissing: false });
  }
  const label = wordsOf(subject.language).partOf(numerator, denominator);
  return barsOf(subject, denominator, [{ label, count: numerator, interval, isMissing: false }]);
}
