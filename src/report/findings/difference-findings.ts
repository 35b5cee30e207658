import { differenceOf, type InternalTable } from "#disclosure";
import { leastForShares, leastForSolid, leastForSubgroups } from "../small-numbers.ts";
import type { Proportion, Side } from "../words/findings/told-findings.ts";
import { type About, aboutOf, type Specification, type Telling } from "./about.ts";
import { isSame, isSameFilter } from "./chosen-cases.ts";
import type { Draft } from "./findings.ts";
import { missingIn, questionsAbout } from "./reserves.ts";
import { type ShareCounts, shareTable } from "./share-findings.ts";
import { timesOf } from "./times.ts";

/**
 * The same share in two groups or two periods. Of a subgroup and all cases the second is told without
 * the first: the two would share cases.
 * @throws for two tables that count different things, among different cases, or the same cases.
 */
export function differenceFindings(
  one: InternalTable,
  other: InternalTable,
  telling: Telling,
): Draft {
  const [first, second] = [shareTable(one, telling), shareTable(other, telling)];
  const { sides, shared } = comparedOf(one, other, first.told, second.told, telling);
  const [side, otherSide] = sides;
  const { measure } = one.specification;
  if (measure.kind !== "share") throw new Error(`no share: ${one.specification.id}`);
  // The groups are named in the sentence: the title is of what both have in common.
  const about = aboutOf(shared, telling, {
    variable: measure.variable,
    codes: measure.codes,
    kind: measure.base,
  });
  const { words, title, counted } = about;
  const { comparisons } = words;
  const isFew = sides.some(({ total }) => total < leastForShares);
  const found = isFew ? null : differenceOf(side, otherSide);
  const isOfSubgroup = side.group.kind === "subgroup";
  const group =
    isOfSubgroup && side.total > 0 && side.total < leastForSubgroups
      ? [words.certainty.smallSubgroup(side.total, counted)]
      : [];
  if (!found) {
    return {
      title,
      points: [
        {
          weight: "message",
          sentences: [comparisons.sideBySide(title, side, otherSide, counted)],
        },
      ],
      howSure: [comparisons.tooSmallToCompare(counted), ...group],
      missing: missingOf(first, second, isOfSubgroup),
      questions: [...questionsAbout(first.about, first.counts.base)],
    };
  }
  const [lower, upper] = found.interval;
  const isReal = lower > 0 || upper < 0;
  // Two periods of one subgroup are both small; the others beside a subgroup are no subgroup.
  const least = about.isSubgroup ? leastForSubgroups : leastForSolid;
  const isSmall = (isOfSubgroup ? [otherSide] : sides).some(({ total }) => total < least);
  const isUnsure = isSmall || group.length > 0;
  const sentence = comparisons.difference(title, side, otherSide, counted, isReal, isUnsure);
  return {
    title,
    points: [{ weight: isReal ? "differs" : "message", sentences: [sentence] }],
    howSure: [
      comparisons.interval(side, otherSide, found.interval, counted, isUnsure),
      ...(isSmall ? [comparisons.smallSides(least, counted)] : []),
      ...group,
    ],
    missing: missingOf(first, second, isOfSubgroup),
    questions: [
      isReal
        ? { about: "difference", text: words.talk.difference }
        : { about: "no-difference", text: words.talk.noDifference },
      ...questionsAbout(first.about, first.counts.base),
    ],
  };
}

/** The two sides, and what they have in common. */
function comparedOf(
  { specification: one }: InternalTable,
  { specification: other }: InternalTable,
  told: Proportion,
  beside: Proportion,
  { codebook, language }: Telling,
): { readonly sides: readonly [Side, Side]; readonly shared: Specification } {
  if (!isSame(one.measure, other.measure)) {
    throw new Error(`not the same share: ${one.id}, ${other.id}`);
  }
  if (one.population !== other.population || !isSameFilter(one, other, codebook)) {
    throw new Error(`not of the same cases: ${one.id}, ${other.id}`);
  }
  const { period, subgroup, ...shared } = one;
  const then = other.period;
  const group = codebook.subgroups.find(({ id }) => id === subgroup);
  if (subgroup !== undefined && !group) throw new Error(`the codebook has no subgroup ${subgroup}`);
  if (group && other.subgroup === undefined && isSame(period, then)) {
    const rest = { count: beside.count - told.count, total: beside.total - told.total };
    return {
      sides: [
        { ...told, group: { kind: "subgroup", noun: group.noun[language] } },
        { ...rest, group: { kind: "others" } },
      ],
      shared: other,
    };
  }
  if (period && then && subgroup === other.subgroup) {
    if (period.from < then.until && then.from < period.until) {
      throw new Error(`the periods of ${one.id} share cases`);
    }
    return {
      sides: [
        { ...told, group: periodOf(period) },
        { ...beside, group: periodOf(then) },
      ],
      shared: subgroup === undefined ? shared : { ...shared, subgroup },
    };
  }
  throw new Error(`no two groups without shared cases: ${one.id}, ${other.id}`);
}

function periodOf(period: NonNullable<Specification["period"]>): Side["group"] {
  const [first, last] = timesOf(period);
  return { kind: "period", first, last };
}

type Told = { readonly about: About; readonly counts: ShareCounts };

/** Each side's own chain; where one holds the other it is enough to tell of both together. */
function missingOf(first: Told, second: Told, isPart: boolean): readonly string[] {
  return (isPart ? [second] : [first, second]).flatMap(({ about, counts }) => {
    const { words, title } = about;
    const sentences = missingIn(about, counts.base);
    return isPart ? sentences : [words.missing.of(title, sentences)];
  });
}
