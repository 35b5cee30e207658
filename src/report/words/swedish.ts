import {
  certaintyAmong,
  leastForShares,
  leastForSolid,
  leastForSubgroups,
} from "../small-numbers.ts";
import { capitalised } from "./after-label.ts";
import { type Finding, findingOf } from "./finding.ts";
import {
  all,
  decimal,
  figures,
  noun,
  number,
  partOf,
  shareIn,
  theSingle,
} from "./swedish-grammar.ts";
import { isNeuter, swedishNouns } from "./swedish-nouns.ts";
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
    const { those, several } = swedishNouns[noun];
    return kind === "shares" ? `Andel av ${those}.` : `Antal ${several}.`;
  },
  whiskers: (bars) => `${bars === 1 ? "Strecket" : "Strecken"}: osäkerhet (95\u00a0%).`,
};

function share({ label, base, count, total, interval }: ToldShare): Finding {
  const told = `${total === 1 && count === 1 ? (base.noun === "client" ? "ja från " : "ja ") : ""}${shareIn(count, total, base)}`;
  switch (certaintyAmong(base, total)) {
    case "empty":
      return findingOf(label, nothingYet(base));
    case "counts-only":
      return findingOf(label, told, tooFew("att visa andelar"));
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
  if (most.length === 0) return findingOf(label, `inget giltigt svar bland ${all(total, base)}`);
  const reserves: string[] = [];
  if (told.mayChooseSeveral) reserves.push("Flera svar kan anges.");
  if (certainty === "counts-only") reserves.push(tooFew("att visa andelar"));
  if (certainty === "uncertain") reserves.push(unsure({ count, total, base, interval: null }));
  return findingOf(
    label,
    `${mostCommon(most, count, total, base)} ${shareIn(count, total, base)}`,
    ...reserves,
  );
}

function mostCommon(most: readonly string[], count: number, total: number, { noun }: Base): string {
  const [first = "", second = ""] = most;
  const only = `${most.map((label) => `«${label}»`).join(" och ")}${noun === "client" ? "," : ""}`;
  if (total === 1) return only;
  if (most.length > 2) return `${number(most.length)} svar är lika vanliga, vardera`;
  if (most.length === 2) return `vanligast är «${first}» och «${second}», vardera`;
  return count === total ? only : `vanligast är «${first}»,`;
}

function mean({ label, base, sum, total }: ToldMean): Finding {
  const average = `i genomsnitt ${decimal(sum / total)}, räknat på ${all(total, base)}`;
  switch (certaintyAmong(base, total)) {
    case "empty":
      return findingOf(label, nothingYet(base));
    case "counts-only":
      return findingOf(
        label,
        `${number(sum)} sammanlagt i ${all(total, base)}`,
        tooFew("ett genomsnitt"),
      );
    case "uncertain":
      return findingOf(
        label,
        average,
        `Osäkert: ${more("ett genomsnitt som osäkert", total, base)}`,
      );
    case "solid":
      return findingOf(label, average);
  }
}

function registered({ label, base, count, total }: Omit<ToldShare, "interval">): Finding {
  if (total === 0) return findingOf(label, nothingYet(base));
  if (total === 1) return findingOf(label, `${count === 1 ? "" : "inte "}besvarad i ${only(base)}`);
  return findingOf(label, `besvarad i ${partOf(count, total, base)} ${noun(total, base)}`);
}

function tooFew(what: string): string {
  return `För få för ${what}: minst ${number(leastForShares)} behövs.`;
}

function only(base: Base): string {
  return `${isNeuter(base.noun) ? "det" : "den"} enda ${theSingle(base)}`;
}

function unsure({ count, total, base, interval }: Omit<ToldShare, "label">): string {
  const needed = more("en andel som osäker", total, base);
  if (!interval) return `Osäkert: ${needed}`;
  const [lower = 0, upper = 0] = interval.map((limit) => Math.round(limit * 100));
  return `Osäkert: ${limits(count, total, lower, upper)} ${capitalised(needed)}`;
}

function limits(count: number, total: number, lower: number, upper: number): string {
  const another = "en annan gång, med lika många, kan andelen av slump bli";
  if (count === 0) return `${another} så hög som ${upper} procent.`;
  if (count === total) return `${another} så låg som ${lower} procent.`;
  return `andelen kan ligga mellan ${lower} och ${upper} procent.`;
}

/** What takes the word «osäkert» away: never promised to be sure. */
function more(what: string, total: number, { noun: of, isPart }: Base): string {
  const least = isPart ? leastForSubgroups : leastForSolid;
  const needed = least - total;
  const few = `${of === "client" ? "svar" : `${swedishNouns[of].several} med svar`}${isPart ? " i en grupp" : ""}`;
  return `under ${least} ${few} räknas ${what}, ${needed === 1 ? "ett" : number(needed)} till behövs.`;
}

function nothingYet({ noun }: Base): string {
  return noun === "client"
    ? "klienternas svar visas fem åt gången, och fem har ännu inte kommit"
    : "ingen uppgift ännu";
}
