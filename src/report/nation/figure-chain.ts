import type { SafeChain, SafeCounts, Shown } from "#disclosure";
import type { FigureChain } from "../figure.ts";
import type { NationSubject } from "./nation-subject.ts";

/** The steps that are told of: below the nation how many are eligible, and how many answers are valid. */
export function figureChain({ base }: NationSubject, chain: SafeChain): FigureChain {
  return base.place === null ? chain : { eligible: chain.eligible, valid: chain.valid };
}

/** What answers are a part of. */
export function wholeOf({ base }: NationSubject, { answered, valid }: SafeChain): Shown {
  return base.place === null ? answered : valid;
}

/** The nation's numbers on the base that places have: among the valid answers. */
export function amongValid(counts: SafeCounts | undefined): SafeCounts | undefined {
  if (!counts || counts.kind === "cases") return counts;
  const { valid } = counts.base;
  switch (counts.kind) {
    case "share":
      return { ...counts, denominator: valid, interval: null };
    case "mean-distinct":
      return { ...counts, denominator: valid };
    case "frequencies":
      return { ...counts, rows: counts.rows.filter(({ isMissing }) => !isMissing) };
  }
}
