import { certaintyOf, leastForShares, leastForSolid } from "../small-numbers.ts";
import { afterLabel, capitalised } from "./after-label.ts";
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

function share({ label, base, count, total, interval }: ToldShare): string {
  const among = `${partOf(count, total)} ${those(total, base)}`;
  switch (certaintyOf(total)) {
    case "empty":
      return afterLabel(label, nothingYet(base));
    case "counts-only":
      return afterLabel(label, `${among}. ${tooFew("to show shares")}`);
    case "uncertain":
      return afterLabel(label, `${withPercent(count, total, among)}. ${unsure(total, interval)}`);
    case "solid":
      return afterLabel(label, `${withPercent(count, total, among)}.`);
  }
}

function frequencies(told: ToldFrequencies): string {
  const { label, base, total, most, count } = told;
  const among = `${partOf(count, total)} ${those(total, base)}`;
  const certainty = certaintyOf(total);
  if (certainty === "empty") return afterLabel(label, nothingYet(base));
  if (most.length === 0) return afterLabel(label, `no known answer among ${all(total, base)}.`);
  const share = certainty === "counts-only" ? among : withPercent(count, total, among);
  const sentences = [`${mostCommon(most, count, total)} ${share}.`];
  if (told.mayChooseSeveral) sentences.push("Several answers may be given.");
  if (certainty === "counts-only") sentences.push(tooFew("to show shares"));
  if (certainty === "uncertain") sentences.push(unsure(total));
  return afterLabel(label, sentences.join(" "));
}

function mostCommon(most: readonly string[], count: number, total: number): string {
  const [first = "", second = ""] = most;
  if (total === 1) return `${most.map((label) => `“${label}”`).join(" and ")},`;
  if (most.length > 2) return `${number(most.length)} answers are equally common, each`;
  if (most.length === 2) return `most common are “${first}” and “${second}”, each`;
  return count === total ? `“${first}”,` : `most common is “${first}”,`;
}

function mean({ label, base, sum, total }: ToldMean): string {
  const average = `on average ${decimal(sum / total)}, over ${all(total, base)}.`;
  switch (certaintyOf(total)) {
    case "empty":
      return afterLabel(label, nothingYet(base));
    case "counts-only":
      return afterLabel(
        label,
        `${number(sum)} in all in ${all(total, base)}. ${tooFew("for a mean")}`,
      );
    case "uncertain":
      return afterLabel(label, `${average} Uncertain: ${more(total)} would give a firmer mean.`);
    case "solid":
      return afterLabel(label, average);
  }
}

function registered({ label, base, count, total }: Omit<ToldShare, "interval">): string {
  if (total === 0) return afterLabel(label, nothingYet(base));
  return afterLabel(label, `answered in ${partOf(count, total)} ${noun(total, base)}.`);
}

const smallNumbers = "zero one two three four five six seven eight nine ten eleven twelve".split(
  " ",
);

const figures = new Intl.NumberFormat("en-GB");
const oneDecimal = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

function number(value: number): string {
  return smallNumbers[value] ?? figures.format(value);
}

function decimal(value: number): string {
  return oneDecimal.format(value);
}

/** Words as long as only counts are told; figures beside a percentage: never “nine of 43”. */
function partOf(count: number, total: number): string {
  if (total === 1) return count === 1 ? "the only" : "not the only";
  if (count === 0) return `none of ${number(total)}`;
  if (count === total && total > 2) return `all ${number(total)}`;
  if (total >= leastForShares) return `${figures.format(count)} of ${figures.format(total)}`;
  return `${number(count)} of ${number(total)}`;
}

function all(total: number, base: Base): string {
  return `${number(total)} ${those(total, base)}`;
}

function those(total: number, base: Base): string {
  if (base.noun === "client")
    return `${noun(total, base)} who ${total === 1 ? "has" : "have"} answered`;
  const which = base.kind === "answered" ? "where the question is answered" : "with a known answer";
  return `${base.isClosed ? "closed " : ""}${noun(total, base)} ${which}`;
}

function noun(total: number, base: Base): string {
  return total === 1 ? base.noun : `${base.noun}s`;
}

/** “None” and “all” say it already. */
function withPercent(count: number, total: number, among: string): string {
  return count === 0 || count === total ? among : `${percent(count, total)}, ${among}`;
}

function percent(count: number, total: number): string {
  const rounded = Math.round((count / total) * 100);
  if (rounded === 0) return "less than one per cent";
  if (rounded === 100) return "more than 99 per cent";
  return `${rounded} per cent`;
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
    ? "clients’ answers are shown five at a time, and five have not come yet."
    : "no answer yet.";
}
