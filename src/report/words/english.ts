import { certaintyOf, leastForShares, leastForSolid } from "../small-numbers.ts";
import { capitalised } from "./after-label.ts";
import {
  all,
  decimal,
  figures,
  noun,
  number,
  partOf,
  those,
  withPercent,
} from "./english-grammar.ts";
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
  const among = `${partOf(count, total)} ${those(total, base)}`;
  switch (certaintyOf(total)) {
    case "empty":
      return findingOf(label, nothingYet(base));
    case "counts-only":
      return findingOf(label, among, tooFew("to show shares"));
    case "uncertain":
      return findingOf(label, withPercent(count, total, among), unsure(total, interval));
    case "solid":
      return findingOf(label, withPercent(count, total, among));
  }
}

function frequencies(told: ToldFrequencies): Finding {
  const { label, base, total, most, count } = told;
  const among = `${partOf(count, total)} ${those(total, base)}`;
  const certainty = certaintyOf(total);
  if (certainty === "empty") return findingOf(label, nothingYet(base));
  if (most.length === 0) return findingOf(label, `no known answer among ${all(total, base)}`);
  const share = certainty === "counts-only" ? among : withPercent(count, total, among);
  const reserves: string[] = [];
  if (told.mayChooseSeveral) reserves.push("Several answers may be given.");
  if (certainty === "counts-only") reserves.push(tooFew("to show shares"));
  if (certainty === "uncertain") reserves.push(unsure(total));
  return findingOf(label, `${mostCommon(most, count, total)} ${share}`, ...reserves);
}

function mostCommon(most: readonly string[], count: number, total: number): string {
  const [first = "", second = ""] = most;
  if (total === 1) return `${most.map((label) => `“${label}”`).join(" and ")},`;
  if (most.length > 2) return `${number(most.length)} answers are equally common, each`;
  if (most.length === 2) return `most common are “${first}” and “${second}”, each`;
  return count === total ? `“${first}”,` : `most common is “${first}”,`;
}

function mean({ label, base, sum, total }: ToldMean): Finding {
  const average = `on average ${decimal(sum / total)}, over ${all(total, base)}`;
  switch (certaintyOf(total)) {
    case "empty":
      return findingOf(label, nothingYet(base));
    case "counts-only":
      return findingOf(label, `${number(sum)} in all in ${all(total, base)}`, tooFew("for a mean"));
    case "uncertain":
      return findingOf(label, average, `Uncertain: ${more(total)} would give a firmer mean.`);
    case "solid":
      return findingOf(label, average);
  }
}

function registered({ label, base, count, total }: Omit<ToldShare, "interval">): Finding {
  if (total === 0) return findingOf(label, nothingYet(base));
  return findingOf(label, `answered in ${partOf(count, total)} ${noun(total, base)}`);
}

function tooFew(purpose: string): string {
  return `Too few ${purpose}: at least ${number(leastForShares)} are needed.`;
}

function unsure(total: number, interval?: readonly [number, number] | null): string {
  const needed = `${more(total)} would give a firmer share.`;
  if (!interval) return `Uncertain: ${needed}`;
  const [lower, upper] = interval.map((limit) => Math.round(limit * 100));
  return `Uncertain: the share may lie between ${lower} and ${upper} per cent. ${capitalised(needed)}`;
}

function more(total: number): string {
  const needed = leastForSolid - total;
  return `${number(needed)} more ${needed === 1 ? "answer" : "answers"}`;
}

function nothingYet({ noun }: Base): string {
  return noun === "client"
    ? "clients’ answers are shown five at a time, and five have not come yet"
    : "no answer yet";
}
