import { cautionOf, differs, type InternalTable, intervalOf } from "#disclosure";
import { notAnswered } from "../option-label.ts";
import { leastForShares, leastForSubgroups } from "../small-numbers.ts";
import type { By, GroupsDiffer, Proportion } from "../words/findings/told-findings.ts";
import { type About, questionOf, type Telling } from "./about.ts";
import { isGiven } from "./chosen-cases.ts";
import { type Crossed, crossedOf, groupsOf } from "./crossed.ts";
import type { Draft } from "./findings.ts";
import { missingIn, questionsAbout } from "./reserves.ts";

type Group = Proportion & { readonly label: string };

/** So many groups are named; the table holds all. */
const mostNamed = 2;

/**
 * A share in each group that another answer makes. Groups that share no case are compared, each with
 * all others, the small ones among them; interventions never: they are chosen by need. Told in the
 * codebook's order, never by size of the share.
 */
export function crossingFindings(table: InternalTable, telling: Telling): Draft {
  const crossed = crossedOf(table, telling);
  const { about, counts, measure } = crossed;
  const { words, title, counted } = about;
  const { comparisons } = words;
  const [dimension, ...more] = measure.columns;
  if (dimension?.kind !== "question" || more.length > 0) {
    throw new Error(`not one question in the columns: ${table.specification.id}`);
  }
  const question = questionOf(telling.codebook, dimension.variable, measure.group).question;
  const by = byOf(question.label[about.language], dimension.variable, crossed);
  const groups = groupsOf(crossed)
    .map(({ label, column }): Group => ({ ...crossed.shareIn(column), label }))
    .filter(({ total }) => total > 0);
  const told = groups.filter(({ total }) => total >= leastForShares);
  const few = groups.length - told.length;
  const caution = cautionOf(telling.codebook, table.specification);
  const isOverlapping = question.type === "multiple";
  const compared = caution !== null || isOverlapping ? [] : comparedIn(groups);
  const found = differingIn(groups, compared);
  const named = groups.length === 2 || found.length === 0 ? largest(told) : largest(found);
  const differ = found.length === 0 ? notSaid : differOf(groups, named);
  const message =
    named.length === 0
      ? comparisons.tooSmallGroups(title, by.label, counted)
      : comparisons.crossed(title, named, by, counted, differ);
  const isSmall = told.some(({ total }) => total < leastForSubgroups);
  return {
    title,
    points: [
      {
        weight: found.length > 0 ? "differs" : "message",
        sentences: caution ? [message, comparisons.chosenByNeed] : [message],
      },
    ],
    howSure: [
      ...(named.length > 0 ? [intervalsOf(about, named, by)] : []),
      ...(compared.length > 0 && found.length === 0
        ? [comparisons.noColumnDiffers(groups.length)]
        : []),
      ...(compared.length > 1 ? [comparisons.manyComparisons(compared.length)] : []),
      ...(isOverlapping ? [comparisons.overlappingColumns(counted)] : []),
      ...(isSmall ? [comparisons.smallGroups(told.length, counted)] : []),
      ...(few > 0 ? [comparisons.fewColumns(few, counted, compared.length > 0)] : []),
    ],
    missing: missingOf(crossed, by),
    questions: [
      ...(caution ? [{ about: "needs", text: comparisons.whichNeeds } as const] : []),
      ...(found.length > 0 ? [{ about: "difference", text: words.talk.difference } as const] : []),
      ...questionsAbout(about, counts.base),
      { about: "anything", text: words.talk.recognise },
    ],
  };
}

const notSaid: GroupsDiffer = { kind: "not-said" };

function byOf(label: string, variable: string, { about, measure }: Crossed): By {
  const given = measure.group === undefined && isGiven(about.codebook, variable);
  return { kind: given ? "given" : "answer", label };
}

/** Those with the most cases, in the codebook's order. */
function largest(groups: readonly Group[]): readonly Group[] {
  const chosen = groups.toSorted((one, other) => other.total - one.total).slice(0, mostNamed);
  return groups.filter((group) => chosen.includes(group));
}

/**
 * Each group against all others, as many comparisons as there are groups with enough on both sides; two
 * groups are one.
 */
function comparedIn(groups: readonly Group[]): readonly Group[] {
  const enough = groups.filter(
    (group) => group.total >= leastForShares && othersOf(groups, group).total >= leastForShares,
  );
  return groups.length === 2 ? enough.slice(0, 1) : enough;
}

function differingIn(groups: readonly Group[], compared: readonly Group[]): readonly Group[] {
  return compared.filter((group) => differs(group, othersOf(groups, group), compared.length));
}

/** Small groups too: they are shown as counts, and left out of nothing. */
function othersOf(groups: readonly Group[], group: Group): Proportion {
  return groups.reduce<Proportion>(
    (sum, each) =>
      each === group ? sum : { count: sum.count + each.count, total: sum.total + each.total },
    { count: 0, total: 0 },
  );
}

function differOf(groups: readonly Group[], named: readonly Group[]): GroupsDiffer {
  const [first] = named;
  if (!first || groups.length === 2) return { kind: "from-each-other" };
  return { kind: "from-others", others: othersOf(groups, first) };
}

function intervalsOf({ words }: About, named: readonly Group[], by: By): string {
  const columns = named.flatMap((group) => {
    const limits = intervalOf(group);
    return limits ? [{ label: group.label, limits }] : [];
  });
  const isUnsure = named.some(({ total }) => total < leastForSubgroups);
  return words.comparisons.groupIntervals(columns, by, isUnsure);
}

/** Of the question that is told; and of the one that divides it, where somebody is in no group. */
function missingOf(crossed: Crossed, by: By): readonly string[] {
  const { about, counts } = crossed;
  const { words, question, title, language } = about;
  const chain = missingIn(about, counts.base);
  const left = inNoGroup(crossed, by);
  if (left.length === 0) return chain;
  return [words.missing.of(question?.label[language] ?? title, chain), ...left];
}

function inNoGroup(crossed: Crossed, { label }: By): readonly string[] {
  const { about, counts } = crossed;
  const grouped = new Set(groupsOf(crossed).map(({ column }) => column));
  const left = counts.columns.filter((column) => !grouped.has(column));
  const told = {
    count: left.reduce((sum, { base }) => sum + base.eligible, 0),
    total: counts.base.eligible,
  };
  if (told.count === 0) return [];
  const isUnknown = left.some(
    ({ codes: [code], base }) => code !== null && code !== notAnswered && base.eligible > 0,
  );
  return [about.words.comparisons.inNoGroup(told, label, isUnknown, about.counted)];
}
