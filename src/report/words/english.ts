import {
  certaintyAmong,
  leastForShares,
  leastForSolid,
  leastForSubgroups,
} from "../small-numbers.ts";
import { capitalised } from "./after-label.ts";
import { all, decimal, figures, noun, number, partOf, shareIn } from "./english-grammar.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { Base, ToldFrequencies, ToldMean, ToldShare, Words } from "./told.ts";

export const english: Words = {
  share,
  frequencies,
  mean,
  registered,
  partOf: (count, total) => `${figures.format(count)} of ${figures.format(total)}`,
  percentMark: (value) => `${Math.round(value * 100)}%`,
  barChart: (label, bars) => `Bar chart: ${label}. ${bars.join("; ")}.`,
  axis: (kind, { noun }) => `${kind === "shares" ? "Share of the" : "Number of"} ${noun}s.`,
  whiskers: (bars) => `The ${bars === 1 ? "line shows" : "lines show"} the uncertainty (95%).`,
};

function share({ label, base, count, total, interval }: ToldShare): Finding {
  const told = `${total === 1 && count === 1 ? (base.noun === "client" ? "yes, from " : "yes, ") : ""}${shareIn(count, total, base)}`;
  switch (certaintyAmong(base, total)) {
    case "empty":
      return findingOf(label, nothingYet(base));
    case "counts-only":
      return findingOf(label, told, tooFew("to show shares"));
    case "uncertain":
      return findingOf(label, told, unsure({ count, total, base, interval }));
    case "solid":
      return findingOf(label, told);
  }
}

function frequencies(told: ToldFrequencies): Finding {
  const { label, base, total, most, count } = told;
  const certainty = certaintyAmong(base, total);
  if (certainty === "empty") return findingOf(label, nothingYet(base));
  if (most.length === 0) return findingOf(label, `no known answer among ${all(total, base)}`);
  const reserves: string[] = [];
  if (told.mayChooseSeveral) reserves.push("Several answers may be given.");
  if (certainty === "counts-only") reserves.push(tooFew("to show shares"));
  if (certainty === "uncertain") reserves.push(unsure({ count, total, base, interval: null }));
  return findingOf(
    label,
    `${mostCommon(most, count, total, base)} ${shareIn(count, total, base)}`,
    ...reserves,
  );
}

function mostCommon(most: readonly string[], count: number, total: number, { noun }: Base): string {
  const [first = "", second = ""] = most;
  const only = `${most.map((label) => `“${label}”`).join(" and ")}${noun === "client" ? "," : ""}`;
  if (total === 1) return only;
  if (most.length > 2) return `${number(most.length)} answers are equally common, each`;
  if (most.length === 2) return `most common are “${first}” and “${second}”, each`;
  return count === total ? only : `most common is “${first}”,`;
}

function mean({ label, base, sum, total }: ToldMean): Finding {
  const average = `on average ${decimal(sum / total)}, over ${all(total, base)}`;
  switch (certaintyAmong(base, total)) {
    case "empty":
      return findingOf(label, nothingYet(base));
    case "counts-only":
      return findingOf(label, `${number(sum)} in all in ${all(total, base)}`, tooFew("for a mean"));
    case "uncertain":
      return findingOf(label, average, `Uncertain: ${more("mean", total, base)}`);
    case "solid":
      return findingOf(label, average);
  }
}

function registered({ label, base, count, total }: Omit<ToldShare, "interval">): Finding {
  if (total === 0) return findingOf(label, nothingYet(base));
  if (total === 1) {
    return findingOf(label, `${count === 1 ? "" : "not "}answered in the only ${noun(1, base)}`);
  }
  return findingOf(label, `answered in ${partOf(count, total)} ${noun(total, base)}`);
}

function tooFew(purpose: string): string {
  return `Too few ${purpose}: at least ${number(leastForShares)} are needed.`;
}

function unsure({ count, total, base, interval }: Omit<ToldShare, "label">): string {
  const needed = more("share", total, base);
  if (!interval) return `Uncertain: ${needed}`;
  const [lower = 0, upper = 0] = interval.map((limit) => Math.round(limit * 100));
  return `Uncertain: ${limits(count, total, lower, upper)} ${capitalised(needed)}`;
}

function limits(count: number, total: number, lower: number, upper: number): string {
  const another = "another time, with as many, the share may by chance be";
  if (count === 0) return `${another} as high as ${upper} per cent.`;
  if (count === total) return `${another} as low as ${lower} per cent.`;
  return `the share may lie between ${lower} and ${upper} per cent.`;
}

/** What takes the word “uncertain” away: never promised to be sure. */
function more(what: string, total: number, { noun: of, isPart }: Base): string {
  const least = isPart ? leastForSubgroups : leastForSolid;
  const needed = least - total;
  const few = `${of === "client" ? "answers" : `answered ${of}s`}${isPart ? " in a group" : ""}`;
  return `a ${what} of fewer than ${least} ${few} counts as uncertain, ${number(needed)} more ${needed === 1 ? "is" : "are"} needed.`;
}

function nothingYet({ noun }: Base): string {
  return noun === "client"
    ? "clients’ answers are shown five at a time, and five have not come yet"
    : "no answer yet";
}
