import type { InternalTable } from "#disclosure";
import type { Figure } from "./figure.ts";
import { barsOf } from "./picture/bars-of.ts";
import { certaintyAmong, leastForShares, shareOf } from "./small-numbers.ts";
import { headOf, type Subject } from "./subject.ts";
import { wordsOf } from "./words/words-of.ts";

export type ShareCounts = Extract<InternalTable["counts"], { readonly kind: "share" }>;

/** One share with its interval, such as the cases with very severe violence. */
export function describeShare(
  subject: Subject<"internal">,
  counts: ShareCounts,
): Figure<"internal"> {
  const { base, numerator, denominator, interval } = counts;
  const words = wordsOf(subject.language);
  const label = subject.label[subject.language];
  const told = { label, base: subject.base, count: numerator, total: denominator, interval };
  return {
    ...headOf(subject, "share"),
    base,
    certainty: certaintyAmong(subject.base, denominator),
    numerator,
    denominator,
    value: shareOf(numerator, denominator),
    interval: denominator < leastForShares ? null : interval,
    rows: [],
    beside: null,
    ...words.share(told),
    picture: barsOf(subject, denominator, [
      { label: words.partOf(numerator, denominator), count: numerator, interval, isMissing: false },
    ]),
  };
}
