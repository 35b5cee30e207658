import type { InternalTable } from "#disclosure";
import type { Proportion } from "../words/findings/told-findings.ts";
import { type About, aboutOf, type Telling } from "./about.ts";
import type { Draft } from "./findings.ts";
import { boundsOf, missingIn, orAnything, questionsAbout, sureOfShare } from "./reserves.ts";

export type ShareCounts = Extract<InternalTable["counts"], { readonly kind: "share" }>;
type ShareTable = {
  readonly about: About;
  readonly counts: ShareCounts;
  readonly told: Proportion;
  readonly interval: ShareCounts["interval"];
};

/** @throws for a table that holds no share. */
export function shareTable({ specification, counts }: InternalTable, telling: Telling): ShareTable {
  const { measure } = specification;
  if (measure.kind !== "share" || counts.kind !== "share") {
    throw new Error(`no share: ${specification.id}`);
  }
  const { variable, codes, base } = measure;
  return {
    about: aboutOf(specification, telling, { variable, codes, kind: base }),
    counts,
    told: { count: counts.numerator, total: counts.denominator },
    interval: counts.interval,
  };
}

/** One share: what it is, how sure, who is not in it. */
export function shareFindings(table: InternalTable, telling: Telling): Draft {
  const { about, counts, told, interval } = shareTable(table, telling);
  const { words, title, counted } = about;
  const { base, bounds } = counts;
  const message =
    told.total === 0
      ? words.messages.nothing(title, counted)
      : words.messages.share(title, told, counted);
  return {
    title,
    points: [{ weight: "message", sentences: [message] }],
    howSure: sureOfShare(about, told, interval),
    missing: [...missingIn(about, base), ...boundsOf(about, told, base.eligible, bounds)],
    questions: orAnything(about, questionsAbout(about, base)),
  };
}
