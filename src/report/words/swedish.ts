import { certaintyOf, leastForShares, leastForSolid } from "../small-numbers.ts";
import { afterLabel, capitalised } from "./after-label.ts";
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

function share({ label, base, count, total, interval }: ToldShare): string {
  const among = `${partOf(count, total, base)} ${total === 1 ? theOne(base) : those(total, base)}`;
  switch (certaintyOf(total)) {
    case "empty":
      return afterLabel(label, nothingYet(base));
    case "counts-only":
      return afterLabel(label, `${among}. ${tooFew("att visa andelar")}`);
    case "uncertain":
      return afterLabel(label, `${withPercent(count, total, among)}. ${unsure(total, interval)}`);
    case "solid":
      return afterLabel(label, `${withPercent(count, total, among)}.`);
  }
}

function frequencies(told: ToldFrequencies): string {
  const { label, base, total, most, count } = told;
  const among = `${partOf(count, total, base)} ${total === 1 ? theOne(base) : those(total, base)}`;
  const certainty = certaintyOf(total);
  if (certainty === "empty") return afterLabel(label, nothingYet(base));
  if (most.length === 0) return afterLabel(label, `inget giltigt svar bland ${all(total, base)}.`);
  const share = certainty === "counts-only" ? among : withPercent(count, total, among);
  const sentences = [`${mostCommon(most, count, total)} ${share}.`];
  if (told.mayChooseSeveral) sentences.push("Flera svar kan anges.");
  if (certainty === "counts-only") sentences.push(tooFew("att visa andelar"));
  if (certainty === "uncertain") sentences.push(unsure(total));
  return afterLabel(label, sentences.join(" "));
}

function mostCommon(most: readonly string[], count: number, total: number): string {
  const [first = "", second = ""] = most;
  if (total === 1) return `${most.map((label) => `«${label}»`).join(" och ")},`;
  if (most.length > 2) return `${number(most.length)} svar är lika vanliga, vardera`;
  if (most.length === 2) return `vanligast är «${first}» och «${second}», vardera`;
  return count === total ? `«${first}»,` : `vanligast är «${first}»,`;
}

function mean({ label, base, sum, total }: ToldMean): string {
  const average = `i genomsnitt ${decimal(sum / total)}, räknat på ${all(total, base)}.`;
  switch (certaintyOf(total)) {
    case "empty":
      return afterLabel(label, nothingYet(base));
    case "counts-only":
      return afterLabel(
        label,
        `${number(sum)} sammanlagt i ${all(total, base)}. ${tooFew("ett genomsnitt")}`,
      );
    case "uncertain":
      return afterLabel(label, `${average} Osäkert: ${more(total)} ger ett säkrare genomsnitt.`);
    case "solid":
      return afterLabel(label, average);
  }
}

function registered({ label, base, count, total }: Omit<ToldShare, "interval">): string {
  if (total === 0) return afterLabel(label, nothingYet(base));
  const cases = total === 1 ? theSingle(base) : noun(total, base);
  return afterLabel(label, `besvarad i ${partOf(count, total, base)} ${cases}.`);
}

const smallNumbers = "noll ett två tre fyra fem sex sju åtta nio tio elva tolv".split(" ");

const figures = new Intl.NumberFormat("sv-SE");
const oneDecimal = new Intl.NumberFormat("sv-SE", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

function number(value: number): string {
  return smallNumbers[value] ?? figures.format(value);
}

function decimal(value: number): string {
  return oneDecimal.format(value);
}

/** Words as long as only counts are told; figures beside a percentage: never «nio av 43». */
function partOf(count: number, total: number, { noun }: Base): string {
  const isNeuter = noun === "case";
  if (total === 1) return `${count === 1 ? "" : "inte "}${isNeuter ? "det" : "den"} enda`;
  if (count === 0) return `${isNeuter ? "inget" : "ingen"} av ${number(total)}`;
  if (count === total && total > 2) return `alla ${number(total)}`;
  if (total >= leastForShares) return `${figures.format(count)} av ${figures.format(total)}`;
  return `${count === 1 && !isNeuter ? "en" : number(count)} av ${number(total)}`;
}

function all(total: number, base: Base): string {
  const one = base.noun === "case" ? "ett" : "en";
  return `${total === 1 ? one : number(total)} ${those(total, base)}`;
}

function those(total: number, base: Base): string {
  if (base.noun === "client") return `${noun(total, base)} som har svarat`;
  const closed = total === 1 ? "avslutat " : "avslutade ";
  return `${base.isClosed ? closed : ""}${noun(total, base)} ${withAnswer(base)}`;
}

/** After «det enda» and «den enda». */
function theOne(base: Base): string {
  if (base.noun === "client") return `${theSingle(base)} som har svarat`;
  return `${base.isClosed ? "avslutade " : ""}${theSingle(base)} ${withAnswer(base)}`;
}

function theSingle({ noun }: Base): string {
  return noun === "client" ? "klienten" : "ärendet";
}

/** The same words as the chain of denominators under the picture. */
function withAnswer({ kind }: Base): string {
  return kind === "answered" ? "med svar" : "med giltigt svar";
}

function noun(total: number, base: Base): string {
  if (base.noun === "client") return total === 1 ? "klient" : "klienter";
  return total === 1 ? "ärende" : "ärenden";
}

/** «Inget» and «alla» say it already. */
function withPercent(count: number, total: number, among: string): string {
  return count === 0 || count === total ? among : `${percent(count, total)} (${among})`;
}

function percent(count: number, total: number): string {
  const rounded = Math.round((count / total) * 100);
  if (rounded === 0) return "mindre än en procent";
  if (rounded === 100) return "mer än 99 procent";
  return `${rounded} procent`;
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
    ? "klienternas svar visas fem åt gången, och fem har ännu inte kommit."
    : "ingen uppgift ännu.";
}
