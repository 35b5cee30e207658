import { leastForShares, leastForSolid } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { number } from "../english-grammar.ts";
import {
  between,
  noun,
  part,
  quoted,
  shareAmong,
  shareBriefly,
  time,
  timeRange,
  timeSteps,
} from "./english-counted.ts";
import type { Counted, Time } from "./told-findings.ts";
import type { SeriesWords } from "./told-series.ts";

export const englishSeries: SeriesWords = {
  steady: (title, all, steps, counted) =>
    `${afterLabel(title, `${shareAmong(all, counted)} over ${timeSteps(steps.length, stepOf(steps))}`)}. No ${nameOf(steps)} stands out more than chance may make.`,
  apart: (title, point, all, steps, counted) =>
    `${afterLabel(title, `${time(point.time)} stands out more than chance usually makes, ${shareAmong(point, counted)} against ${shareBriefly(all)} over all ${timeSteps(steps.length, stepOf(steps))}`)}.`,
  shifted: (title, run, rest, all, counted, isAtBreak) => {
    const which = `over ${timeSteps(run.steps, run.first.step)} in a row, ${timeRange(run.first, run.last)}`;
    const told = `${shareAmong(run, counted)} ${which}, and ${shareBriefly(rest)} over ${others(rest, run.first.step)}`;
    const why = isAtBreak
      ? "The difference begins where the answers are converted, and may be due to that."
      : `So many in a row on one side of the average, ${shareBriefly(all)}, are seldom chance: the level may have changed.`;
    return `${afterLabel(title, told)}. ${why}`;
  },
  tooShort: (title, all, steps, counted, least) =>
    `${afterLabel(title, `${shareAmong(all, counted)} over ${timeSteps(steps.length, stepOf(steps))}`)}. ${capitalised(timeSteps(steps.length, stepOf(steps)))} ${steps.length === 1 ? "is" : "are"} too few to see a pattern: at least ${number(least)} are needed.`,
  latest: (point) =>
    `Latest, ${time(point.time)}: ${point.total < leastForSolid ? part(point) : shareBriefly(point)}.`,
  onlyGreatChanges: (counted, steps) =>
    `With so few ${noun(2, counted)} a ${nameOf(steps)} only great changes show.`,
  interval: (first, last, limits, isUnsure) => {
    const when = timeRange(first, last);
    const share = `the share ${when.includes(" to ") ? "from" : "in"} ${when}`;
    const what = isUnsure ? `Uncertain: ${share} may` : `Allowing for chance, ${share} may`;
    return `${what} lie ${between(limits)} per cent.`;
  },
  smallSteps: (small, steps) =>
    `${capitalised(timeSteps(small, stepOf(steps)))} ${small === 1 ? "has" : "have"} fewer than ${number(leastForShares)} answers and may vary much.`,
  incomparable: (question, at) =>
    `From ${time(at)} on, the question ${quoted(question)} is asked in another way. What came before cannot be compared with it and is not counted here.`,
  recoded: (question, at) =>
    `The answers to ${quoted(question)} before ${time(at)} are converted to the answers that there are now. A jump just there may be due to that.`,
  notAskedBefore: (question, at) =>
    `The question ${quoted(question)} was not asked before ${time(at)}.`,
  askBreak: (kind) => {
    const what = {
      recoded: "the options have changed",
      incomparable: "the question is asked in a new way",
      "not-asked-before": "the question is now asked",
    }[kind];
    return `What does it mean for you that ${what}?`;
  },
  askPoint: (at) =>
    `What was different in ${time(at)}: who came, how you asked, or how you registered?`,
  askSteady: "Had you expected the share to change, and if so, when?",

  openSince: (told, quarters, population) =>
    `${capitalised(told.total === 1 ? "it" : part(told))} ${open(told.count, population)} about ${howLong(quarters)} or more.`,
  halfOpenSince: (told, quarters, population) =>
    `${capitalised(part(told))} ${open(told.count, population)} about ${howLong(quarters)} or more.`,
  durationsWhole:
    "Time is counted in whole quarters, from that of the start: it may be up to three months out.",
  askOpen: (count) =>
    count === 1
      ? "In the case that has been open longest, is the support going on, or does it only wait to be closed?"
      : `Which of the ${number(count)} cases that have been open longest are going on, and which only wait to be closed?`,
  askOpenInGeneral: "Which cases only wait to be closed?",
};

function open(count: number, population: Counted["population"]): string {
  if (population === "closed") return `${count === 1 ? "was" : "were"} open`;
  return `${count === 1 ? "has" : "have"} been open`;
}

function howLong(quarters: number): string {
  if (quarters === 2) return "half a year";
  if (quarters % 4 === 0) return quarters === 4 ? "a year" : `${number(quarters / 4)} years`;
  return `${number(quarters * 3)} months`;
}

/** “the four before”, “the other four quarters”, “the only one before” */
function others(
  { steps, side }: { readonly steps: number; readonly side: "before" | "after" | "around" },
  step: Time["step"],
): string {
  if (side === "around") return `the other ${timeSteps(steps, step)}`;
  return steps === 1 ? `the only one ${side}` : `the ${number(steps)} ${side}`;
}

function nameOf(steps: readonly Time[]): string {
  return { quarter: "quarter", "half-year": "half-year", year: "year" }[stepOf(steps)];
}

function stepOf(steps: readonly Time[]): Time["step"] {
  return steps[0]?.step ?? "year";
}
