import { certaintyOf, leastForShares, leastForSolid } from "../small-numbers.ts";
import { capitalised } from "./after-label.ts";
import { type Finding, findingOf } from "./finding.ts";
import {
  all,
  decimal,
  figures,
  noun,
  number,
  partOf,
  theOne,
  theSingle,
  those,
  withPercent,
} from "./swedish-grammar.ts";
import type { Base, ToldFrequencies, ToldMean, ToldShare, Words } from "./told.ts";

export const swedish: Words = {
  share,
  frequencies,
  mean,
  registered,
  partOf: (count, total) => `${figures.format(count)} av ${figures.format(total)}`,
  percentMark: (value) => `${Math.round(value * 100)}\u00a0%`,
  barChart: (label, bars) => `Stapeldiagram: ${label}. ${bars.join("; ")}.`,
  axis: (kind, { noun }) => {
    const [all, several] = noun === "case" ? ["ärendena", "ärenden"] : ["klienterna", "klienter"];
    return kind === "shares" ? `Andel av ${all}.` : `Antal ${several}.`;
  },
  whiskers: (bars) => `${bars === 1 ? "Strecket" : "Strecken"}: osäkerhet (95\u00a0%).`,
};

function share({ label, base, count, total, interval }: ToldShare): Finding {
  const among = `${partOf(count, total, base)} ${total === 1 ? theOne(base) : those(total, base)}`;
  switch (certaintyOf(total)) {
    case "empty":
      return findingOf(label, nothingYet(base));
    case "counts-only":
      return findingOf(label, among, tooFew("att visa andelar"));
    case "uncertain":
      return findingOf(label, withPercent(count, total, among), unsure(total, interval));
    case "solid":
      return findingOf(label, withPercent(count, total, among));
  }
}

function frequencies(told: ToldFrequencies): Finding {
  const { label, base, total, most, count } = told;
  const among = `${partOf(count, total, base)} ${total === 1 ? theOne(base) : those(total, base)}`;
  const certainty = certaintyOf(total);
  if (certainty === "empty") return findingOf(label, nothingYet(base));
  if (most.length === 0) return findingOf(label, `inget giltigt svar bland ${all(total, base)}`);
  const share = certainty === "counts-only" ? among : withPercent(count, total, among);
  const reserves: string[] = [];
  if (told.mayChooseSeveral) reserves.push("Flera svar kan anges.");
  if (certainty === "counts-only") reserves.push(tooFew("att visa andelar"));
  if (certainty === "uncertain") reserves.push(unsure(total));
  return findingOf(label, `${mostCommon(most, count, total)} ${share}`, ...reserves);
}

function mostCommon(most: readonly string[], count: number, total: number): string {
  const [first = "", second = ""] = most;
  if (total === 1) return `${most.map((label) => `«${label}»`).join(" och ")},`;
  if (most.length > 2) return `${number(most.length)} svar är lika vanliga, vardera`;
  if (most.length === 2) return `vanligast är «${first}» och «${second}», vardera`;
  return count === total ? `«${first}»,` : `vanligast är «${first}»,`;
}

function mean({ label, base, sum, total }: ToldMean): Finding {
  const average = `i genomsnitt ${decimal(sum / total)}, räknat på ${all(total, base)}`;
  switch (certaintyOf(total)) {
    case "empty":
      return findingOf(label, nothingYet(base));
    case "counts-only":
      return findingOf(
        label,
        `${number(sum)} sammanlagt i ${all(total, base)}`,
        tooFew("ett genomsnitt"),
      );
    case "uncertain":
      return findingOf(label, average, `Osäkert: ${more(total)} ger ett säkrare genomsnitt.`);
    case "solid":
      return findingOf(label, average);
  }
}

function registered({ label, base, count, total }: Omit<ToldShare, "interval">): Finding {
  if (total === 0) return findingOf(label, nothingYet(base));
  const cases = total === 1 ? theSingle(base) : noun(total, base);
  return findingOf(label, `besvarad i ${partOf(count, total, base)} ${cases}`);
}

function tooFew(what: string): string {
  return `För få för ${what}: minst ${number(leastForShares)} behövs.`;
}

function unsure(total: number, interval?: readonly [number, number] | null): string {
  const needed = `${more(total)} ger en säkrare andel.`;
  if (!interval) return `Osäkert: ${needed}`;
  const [lower, upper] = interval.map((limit) => Math.round(limit * 100));
  return `Osäkert: andelen kan ligga mellan ${lower} och ${upper} procent. ${capitalised(needed)}`;
}

function more(total: number): string {
  return `${number(leastForSolid - total)} svar till`;
}

function nothingYet({ noun }: Base): string {
  return noun === "client"
    ? "klienternas svar visas fem åt gången, och fem har ännu inte kommit"
    : "ingen uppgift ännu";
}
