import { leastForShares, leastForSubgroups } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { number } from "../english-grammar.ts";
import {
  between,
  count,
  howMany,
  members,
  noun,
  part,
  quoted,
  shareBriefly,
  withAnswer,
} from "./english-counted.ts";
import type { CertaintyWords, Counted, MissingWords, Steps } from "./told-findings.ts";

export const englishCertainty: CertaintyWords = {
  tooFew: (total, counted, of) => {
    const what = of === "share" ? "to show shares" : "for a mean";
    return `Too few ${noun(2, counted)} ${what}: ${count(total)}, at least ${number(leastForShares)} are needed.`;
  },
  interval: ({ count, total }, [lower, upper], isUnsure, of) => {
    const share = of === null ? "the share" : `the share of ${of}`;
    if (count === 0 || count === total) {
      const told = `another time, with as many, ${share} may by chance be ${count === 0 ? upTo(upper) : downTo(lower)}.`;
      return isUnsure ? `Uncertain: ${told}` : capitalised(told);
    }
    const what = isUnsure ? `Uncertain: ${share} may` : `Allowing for chance, ${share} may`;
    return `${what} lie ${between([lower, upper])} per cent.`;
  },
  moreNeeded: (total, least, of, counted) => {
    const needed = least - total;
    const few =
      counted.noun === "client" ? "answers" : `${noun(2, counted)}${withAnswer(2, counted)}`;
    return `A ${of} of fewer than ${least} ${few} counts as uncertain: ${number(needed)} more ${needed === 1 ? "is" : "are"} needed.`;
  },
  smallSubgroup: (total, counted) =>
    `The group is small: ${howMany(total, counted)}${withAnswer(total, counted)}. To be shown without reserve a subgroup needs at least ${leastForSubgroups}, that is ${number(leastForSubgroups - total)} more.`,
  leadMayBeChance: (first, second) =>
    `That ${quoted(first)} is more common than ${quoted(second)} may be chance.`,
  severalAnswers:
    "Several answers may be given, so the shares may add up to more than 100 per cent.",
  rounded: (percent) => `The shares are rounded: together they make ${percent} per cent.`,
  rowsOfOneCase:
    "The share is of entries, not of cases. Several may belong to one case: the uncertainty is greater than that.",
  ofMeanNotCase: "A mean says nothing about the single case.",
};

export const englishMissing: MissingWords = {
  onlyIn: (filter) => `The question is only about ${filter}. The others are not included.`,
  of: (title, [first = "", ...rest]) =>
    [named(title, first.charAt(0).toLowerCase() + first.slice(1)), ...rest].join(" "),
  chain: (steps, counted) => {
    const { eligible, asked, answered } = steps;
    if (eligible === 0) return [`The question concerns no ${members(1, counted)} yet.`];
    if (answered === eligible) return [everybody(eligible, counted)];
    if (counted.noun === "client") return clients(steps);
    const first =
      eligible === 1
        ? `The only ${members(1, counted)} lacks an answer.`
        : `${capitalised(part({ count: answered, total: eligible }))} ${members(eligible, counted)} ${answered === 1 ? "has" : "have"} an answer.`;
    const gaps = caseGaps(steps);
    return eligible === 1 && asked === 1 ? [first] : [first, ...gaps];
  },
  unknown: ({ count: unknown, total: answered }, labels, { kind }) => {
    const what = labels.map(quoted).join(" or ");
    if (unknown === answered) {
      return unknown === 1
        ? `The answer is ${what}.`
        : `All ${number(unknown)} answers are ${what}.`;
    }
    const [are, counted] = unknown === 1 ? ["is", "is"] : ["are", "are"];
    return `${capitalised(number(unknown))} of the answers ${are} ${what} and ${counted} ${kind === "answered" ? "counted" : "left out"}.`;
  },
  otherwiseAsked: ({ count: some }, { kind }) => {
    const [answers, were, have] =
      some === 1 ? ["answer", "was", "has"] : ["answers", "were", "have"];
    const are = some === 1 ? "is" : "are";
    const tail = kind === "answered" ? `${are} counted in the total` : `${are} left out`;
    return `${capitalised(number(some))} ${answers} ${were} given when the question was asked in another way, ${have} no counterpart now, and ${tail}.`;
  },
  bounds: ({ count: some, total }, missing, { noun }) => {
    const [none, most] = [some, some + missing].map((count) => shareBriefly({ count, total }));
    const are = noun === "client" ? "are not included" : "are missing";
    return `${capitalised(number(missing))} of ${number(total)} ${are}, and they may turn the picture. If none of them belongs there the share is ${none}. If all do, it is ${most}.`;
  },
  mayTurnMostCommon: ({ count: missing, total }, { noun }) =>
    `${capitalised(number(missing))} of ${number(total)} are ${noun === "client" ? "not included" : "missing"}: they may change which answer is most common.`,
  leftBetweenSteps: ({ count: left, total }, { kind }) =>
    `${capitalised(number(left))} of the ${number(total)} ${left === 1 ? "has" : "have"} no ${kind === "valid" ? "known " : ""}answer to the second question and ${left === 1 ? "is" : "are"} left out of the step.`,
};

/** One colon a sentence. */
function named(title: string, told: string): string {
  const hasColon = /^[^ ]+:/.test(told) && !/[.?!]$/.test(title);
  return hasColon ? `${title} – ${told}` : afterLabel(title, told);
}

function upTo(upper: number): string {
  const rounded = Math.round(upper * 100);
  return rounded === 0 ? "less than one percentage point higher" : `as high as ${rounded} per cent`;
}

function downTo(lower: number): string {
  const rounded = Math.round(lower * 100);
  return rounded === 100 ? "less than one percentage point lower" : `as low as ${rounded} per cent`;
}

function caseGaps({ eligible, asked, answered }: Steps): readonly string[] {
  const unanswered = asked - answered;
  const waiting = eligible - asked;
  const parts = [
    ...(unanswered > 0
      ? [`${number(unanswered)} ${unanswered === 1 ? "lacks" : "lack"} an answer`]
      : []),
    ...(waiting > 0
      ? [`${number(waiting)} ${waiting === 1 ? "has" : "have"} not come to the question yet`]
      : []),
  ];
  return [`${capitalised(parts.join(", and "))}.`];
}

/**
 * Who has not answered, who did not want to and whose answer waits may not be told apart. Those whose
 * answers wait have answered: said is whose answers are in the numbers.
 */
function clients({ eligible, asked, answered }: Steps): readonly string[] {
  const [without, notOffered] = [asked - answered, eligible - asked];
  const first =
    eligible === 1
      ? "The only client’s answer is not included."
      : `The answers of ${part({ count: answered, total: eligible })} clients are included so far.`;
  const [have, are, they, their] =
    without === 1 ? ["has", "is", "she or he has", "the"] : ["have", "are", "they have", "their"];
  return [
    first,
    ...(without > 0
      ? [
          `${capitalised(number(without))} ${have} been asked but ${are} not included: either ${they} not answered, or not wanted to, or ${their} answer waits until five have come.`,
        ]
      : []),
    ...(notOffered > 0
      ? [`${capitalised(number(notOffered))} ${notOffered === 1 ? "has" : "have"} not been asked.`]
      : []),
  ];
}

function everybody(total: number, counted: Counted): string {
  const who = total === 2 ? "both" : `all ${number(total)}`;
  if (counted.noun === "client") {
    return total === 1
      ? "The only client’s answer is included."
      : `The answers of ${who} clients are included.`;
  }
  if (total === 1) return `The only ${members(1, counted)} has an answer.`;
  return `${capitalised(who)} ${members(total, counted)} have an answer.`;
}
