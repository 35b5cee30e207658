import type { InternalTable } from "#disclosure";
import { leastForShares, leastForSolid, leastForSubgroups } from "../small-numbers.ts";
import { type About, aboutOf, type Telling } from "./about.ts";
import type { Draft } from "./findings.ts";
import { missingIn, orAnything, questionsAbout } from "./reserves.ts";

/** A mean, and between what it varies: a mean alone hides both. */
export function meanFindings({ specification, counts }: InternalTable, telling: Telling): Draft {
  const { measure } = specification;
  if (measure.kind !== "mean-distinct" || counts.kind !== "mean-distinct") {
    throw new Error(`no mean: ${specification.id}`);
  }
  const { base, total: sum, denominator, distribution } = counts;
  const { variable, base: kind } = measure;
  const about = aboutOf(specification, telling, { variable, kind });
  const { words, title, counted } = about;
  const [least, most] = [distribution.at(0)?.distinct, distribution.at(-1)?.distinct];
  const hasSpread = denominator > 1 && least !== undefined && most !== undefined;
  return {
    title,
    points: [
      {
        weight: "message",
        sentences: [
          denominator === 0
            ? words.messages.nothing(title, counted)
            : words.messages.mean(title, sum, denominator, counted),
        ],
      },
      ...(hasSpread
        ? [{ weight: "detail", sentences: [words.messages.spread(least, most)] } as const]
        : []),
    ],
    howSure: sure(about, denominator),
    missing: missingIn(about, base),
    questions: orAnything(about, questionsAbout(about, base)),
  };
}

function sure({ words, counted, isSubgroup }: About, total: number): readonly string[] {
  const { certainty } = words;
  if (total === 0) return [];
  if (total < leastForShares) return [certainty.tooFew(total, counted, "mean")];
  if (isSubgroup && total < leastForSubgroups) return [certainty.smallSubgroup(total, counted)];
  return [
    certainty.ofMeanNotCase,
    ...(total < leastForSolid ? [certainty.moreNeeded(total, leastForSolid, "mean", counted)] : []),
  ];
}
