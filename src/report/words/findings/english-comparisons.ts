import { leastForSubgroups } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { number } from "../english-grammar.ts";
import {
  among,
  between,
  joined,
  members,
  noun,
  part,
  points,
  quoted,
  shareAmong,
  shareBriefly,
  timeRange,
} from "./english-counted.ts";
import type { By, ComparisonWords, Counted, Side } from "./told-findings.ts";

export const englishComparisons: ComparisonWords = {
  difference: (title, one, other, counted, differs, isUnsure) => {
    const told = `${shareAmong(one, counted)} ${where(one, counted)}, against ${shareBriefly(other)} ${where(other, counted)}`;
    const size = isUnsure ? "" : `, ${points(one.count / one.total - other.count / other.total)},`;
    const verdict = differs
      ? `The difference${size} is greater than chance usually makes.`
      : "The difference is not greater than chance may make.";
    return `${afterLabel(title, told)}. ${verdict}`;
  },
  sideBySide: (title, one, other, counted) =>
    `${afterLabel(title, `${among(one, counted)} ${where(one, counted)}, and ${part(other)} ${where(other, counted)}`)}.`,
  tooSmallToCompare: (counted) =>
    `Too few ${noun(2, counted)} to compare shares: at least ten are needed in each group.`,
  interval: (one, other, [lower, upper], counted, isUnsure) => {
    const own = `the share ${where(one, counted, true)}`;
    const what = isUnsure ? `Uncertain: ${own} may` : `Allowing for chance, ${own} may`;
    const than = `than ${where(other, counted)}`;
    if (lower > 0 || upper < 0) {
      const [low, high] = lower > 0 ? [lower, upper] : [-upper, -lower];
      return `${what} be ${between([low, high])} percentage points ${lower > 0 ? "higher" : "lower"} ${than}.`;
    }
    return `${what} be anything from ${points(lower)} lower to ${points(upper)} higher ${than}.`;
  },
  smallSides: (least, counted) =>
    `For the comparison to be shown without “uncertain” each group needs at least ${least} ${noun(2, counted)} with an answer.`,
  crossed: (title, columns, by, counted, differ) => {
    const groups = columns.map((column, index) => {
      const share = index === 0 ? shareAmong(column, counted) : shareBriefly(column);
      return `${share} ${groupOf(column.label, by)}`;
    });
    const isOne = differ.kind === "from-others" && columns.length === 1;
    const others = isOne ? `, against ${shareBriefly(differ.others)} among the others` : "";
    const told = `${joined(groups, "and")}${others}`;
    const verdict = {
      "not-said": "",
      "from-each-other": " The difference is greater than chance usually makes.",
      "from-others": isOne
        ? " The difference is greater than chance usually makes."
        : " Both differ from the others more than chance usually makes.",
    }[differ.kind];
    return `${byGroup(title, told, by)}.${verdict}`;
  },
  groupIntervals: (columns, by, isUnsure) => {
    const told = columns.map(
      ({ label, limits }) => `${between(limits)} per cent ${groupOf(label, by)}`,
    );
    const what = isUnsure ? "Uncertain: the share may" : "Allowing for chance, the share may";
    return `${what} lie ${joined(told, "and")}.`;
  },
  noColumnDiffers: (columns) =>
    columns === 2
      ? "The difference between the two groups is not greater than chance may make."
      : "None of the groups differs from the others more than chance may make.",
  tooSmallGroups: (title, by, counted) =>
    `${afterLabel(title, `no group by ${quoted(by)} has ten ${noun(2, counted)} with an answer, so only counts are shown`)}.`,
  smallGroups: (groups, counted) =>
    `${groups === 1 ? "The group is small" : "The groups are small"}: at least ${leastForSubgroups} ${noun(2, counted)} are needed in a group for it to be shown without reserve.`,
  fewColumns: (columns, counted, isAmongOthers) => {
    const [who, have, are, them, count] =
      columns === 1
        ? ["One group", "has", "is", "it", "counts"]
        : [`${capitalised(number(columns))} groups`, "have", "are", "they", "count"];
    const others = isAmongOthers
      ? ` Where groups are compared ${them} ${count} among the others.`
      : "";
    return `${who} ${have} fewer than ten ${noun(2, counted)} with an answer and ${are} shown as counts only.${others}`;
  },
  inNoGroup: (told, by, isUnknown, counted) =>
    `${capitalised(part(told))} ${members(told.total, counted)} ${told.count === 1 ? "lacks" : "lack"} ${isUnknown ? "a known answer" : "an answer"} to ${quoted(by)} and ${told.count === 1 ? "is" : "are"} in none of the groups.`,
  manyComparisons: (columns) =>
    `Here ${number(columns)} groups are compared, each with the others. The limit for chance takes that into account.`,
  overlappingColumns: (counted) =>
    `One ${noun(1, counted)} may belong to several groups. They are therefore not compared with each other.`,
  chosenByNeed:
    "Interventions are chosen by need: differences between them say nothing about what they do.",
  whichNeeds: "Which needs lie behind the choice of interventions in these cases?",
  position: (title, own, all, counted, where) => {
    const mine = own.period ? `with you (${own.period})` : "with you";
    const told = `${shareAmong(own, counted)} ${mine}, against ${shareBriefly(all)} in all participating municipalities together ${roundOf(all.round)}`;
    return `${afterLabel(title, told)}. ${position[where]}`;
  },
  positionHidden: (title) =>
    `${afterLabel(title, "the comparison with all municipalities is not shown")}.`,
  funnel: ({ total }, limits) =>
    `By mere chance 19 of 20 units with ${number(total)} answers end up ${between(limits)} per cent. Where the municipalities differ for other reasons too, more fall outside.`,
  partOfAll: "If you took part, your own cases belong to the figure for all.",
  noQuality:
    "It says nothing about quality: who seeks support, how you register and who answers may differ from others.",
  whatDiffers:
    "What may make your cases differ from those of others: who comes, how you ask, what you offer?",
};

const position = {
  within: "Chance alone may make a difference that great.",
  above: "That is higher than chance usually explains.",
  below: "That is lower than chance usually explains.",
  "far-above": "That is higher than chance can reasonably explain.",
  "far-below": "That is lower than chance can reasonably explain.",
} as const;

/** `isFirst`: cases have not been named yet. */
function where({ group }: Side, counted: Counted, isFirst = false): string {
  switch (group.kind) {
    case "subgroup":
      return `among ${group.noun}`;
    case "others":
      return `among other ${noun(2, counted)}`;
    case "period": {
      const verb = { started: "started", closed: "closed", open: "started" };
      const who = counted.noun !== "case" ? "in cases" : isFirst ? "among cases" : "among those";
      const when = timeRange(group.first, group.last);
      const isLong = group.first.step !== "year" && when.includes(" to ");
      return `${who} ${verb[counted.population]} ${isLong ? "from" : "in"} ${when}`;
    }
  }
}

/** “for “Yes””, “among those given “Protected housing”” */
function groupOf(label: string, { kind }: By): string {
  return `${kind === "given" ? "among those given" : "for"} ${quoted(label)}`;
}

/** What was given needs no question: the groups say it. */
function byGroup(title: string, told: string, { kind, label }: By): string {
  if (kind === "given") return afterLabel(title, told);
  const by = `by ${quoted(label)}`;
  return /[.?!]$/.test(title)
    ? `${title} ${capitalised(by)}: ${told}`
    : afterLabel(`${title}, ${by}`, told);
}

/** “in 2022–2023”; a round with another name is called by it. */
function roundOf(round: string): string {
  return /^\d{4}(-\d{4})?$/.test(round) ? `in ${round.replace("-", "–")}` : `in the round ${round}`;
}
