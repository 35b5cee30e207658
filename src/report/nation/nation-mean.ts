import type { SafeCounts } from "#disclosure";
import type { Figure, SvgNode } from "../figure.ts";
import { meanBars } from "../picture/mean-bars.ts";
import { leastForPublishedMeans, publishedCertainty, publishedMean } from "../small-numbers.ts";
import { headOf } from "../subject.ts";
import type { Finding } from "../words/finding.ts";
import { nationWordsOf } from "../words/words-of.ts";
import { figureChain } from "./figure-chain.ts";
import { besideLabel, bothOf, type NationSubject } from "./nation-subject.ts";

export type SafeMean = Extract<SafeCounts, { readonly kind: "mean-distinct" }>;

/** One published mean; how it is spread is not published. `all`: as for a share. */
export function nationMean(
  subject: NationSubject,
  counts: SafeMean,
  all: SafeMean | null,
): Figure<"safe"> {
  const { total, denominator } = counts;
  return {
    ...headOf(subject, "mean"),
    base: figureChain(subject, counts.base),
    certainty: publishedCertainty([total], denominator, leastForPublishedMeans),
    numerator: total,
    denominator,
    value: publishedMean(total, denominator),
    interval: null,
    rows: [],
    beside: all && {
      label: besideLabel(subject),
      base: figureChain(subject, all.base),
      numerator: all.total,
      denominator: all.denominator,
      value: publishedMean(all.total, all.denominator),
      rows: [],
    },
    ...findingOf(subject, counts, all),
    picture: pictureOf(subject, counts, all),
  };
}

function findingOf(subject: NationSubject, counts: SafeMean, all: SafeMean | null): Finding {
  const words = nationWordsOf(subject.language);
  const label = subject.label[subject.language];
  const own = bothOf(counts.total, counts.denominator);
  if (own === null) return { message: label, sentence: words.hidden };
  const beside = all && bothOf(all.total, all.denominator);
  const { message, sentence } = words.mean({ label, base: subject.base, own, all: beside });
  const told = [sentence, ...(own.whole === 0 ? [] : subject.among)];
  if (all && beside === null) told.push(words.mark);
  return { message, sentence: told.join(" ") };
}

function pictureOf(subject: NationSubject, own: SafeMean, all: SafeMean | null): SvgNode | null {
  const words = nationWordsOf(subject.language);
  const value = publishedMean(own.total, own.denominator);
  if (value === null || own.denominator === null) return null;
  if (all === null) {
    const label = words.whole(own.denominator, subject.base);
    return meanBars(subject, [{ label, value, look: "own" }]);
  }
  return meanBars(subject, [
    { label: words.own(subject.base), value, look: "own" },
    {
      label: words.all(subject.base),
      value: publishedMean(all.total, all.denominator),
      look: "all",
    },
  ]);
}
