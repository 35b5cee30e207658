import type { InternalTable } from "#disclosure";
import type { Figure } from "./figure.ts";
import { barsOf } from "./picture/bars-of.ts";
import { certaintyAmong, leastForShares, shareOf } from "./small-numbers.ts";
import { headOf, type Subject } from "./subject.ts";
import { wordsOf } from "./words/words-of.ts";

export type MeanCounts = Extract<InternalTable["counts"], { readonly kind: "mean-distinct" }>;

/** The mean number of distinct options, with the spread behind it as picture. */
export function describeMean(subject: Subject<"internal">, counts: MeanCounts): Figure<"internal"> {
  const { base, total, denominator, distribution } = counts;
  const label = subject.label[subject.language];
  const rows = distribution.map(({ distinct, cases }) => {
    const text = String(distinct);
    const share = shareOf(cases, denominator);
    return { code: distinct, label: { sv: text, en: text }, isMissing: false, count: cases, share };
  });
  return {
    ...headOf(subject, "mean"),
    base,
    certainty: certaintyAmong(subject.base, denominator),
    numerator: total,
    denominator,
    value: denominator < leastForShares ? null : total / denominator,
    interval: null,
    rows,
    beside: null,
    ...wordsOf(subject.language).mean({
      label,
      base: subject.base,
      sum: total,
      total: denominator,
    }),
    picture: barsOf(
      subject,
      denominator,
      rows.map((row) => ({
        label: row.label[subject.language],
        count: row.count,
        interval: null,
        isMissing: false,
      })),
    ),
  };
}
