import { leastForShares } from "../../small-numbers.ts";
import { figures, number, partOf, percent } from "../swedish-grammar.ts";
import { isNeuter, swedishNouns } from "../swedish-nouns.ts";
import type { Counted, Proportion, Time } from "./told-findings.ts";

/** «ärende», «ärenden» */
export function noun(total: number, { noun }: Counted): string {
  return total === 1 ? swedishNouns[noun].one : swedishNouns[noun].several;
}

/** «avslutade ärenden», «öppet ärende» */
export function members(total: number, counted: Counted): string {
  const state = {
    started: "",
    closed: total === 1 ? "avslutat " : "avslutade ",
    open: total === 1 ? "öppet " : "öppna ",
  }[counted.population];
  return `${isNeuter(counted.noun) ? state : ""}${noun(total, counted)}`;
}

/** «ett ärende», «43 klienter» */
export function howMany(total: number, counted: Counted): string {
  return `${count(total, counted)} ${members(total === 0 ? 1 : total, counted)}`;
}

/** «båda klienterna», «båda avslutade ärendena» */
export function both(counted: Counted): string {
  const state = { started: "", closed: "avslutade ", open: "öppna " }[counted.population];
  return `båda ${isNeuter(counted.noun) ? state : ""}${swedishNouns[counted.noun].those}`;
}

/** «ett», «en», «två», «43»; «inget», «ingen» */
export function count(total: number, { noun }: Counted): string {
  if (total === 1) return isNeuter(noun) ? "ett" : "en";
  if (total === 0) return isNeuter(noun) ? "inget" : "ingen";
  return number(total);
}

/** «9 av 43» · «inget av 30» · «alla sju» · «det enda» */
export function part(told: Proportion, { noun }: Counted): string {
  return partOf(told.count, told.total, { noun: noun === "item" ? "client" : noun });
}

/** «9 av 43 avslutade ärenden med svar» · «det enda ärendet med svar» */
export function among(told: Proportion, counted: Counted): string {
  const { noun, population } = counted;
  if (told.total !== 1) {
    return `${part(told, counted)} ${members(told.total, counted)}${withAnswer(counted)}`;
  }
  const state = isNeuter(noun) ? { started: "", closed: "avslutade ", open: "öppna " } : null;
  return `${part(told, counted)} ${state?.[population] ?? ""}${swedishNouns[noun].the}${withAnswer(counted)}`;
}

/** «21 procent (9 av 43 ärenden med svar)»; counts alone where there are too few, or none, or all. */
export function shareAmong(told: Proportion, counted: Counted): string {
  const counts = among(told, counted);
  return isPlain(told) ? counts : `${percent(told.count, told.total)} (${counts})`;
}

/** «21 procent (9 av 43 ärenden med svar)» · «i inget av de 30 ärenden som har svar» */
export function shareIn(told: Proportion, counted: Counted): string {
  if (isPlain(told)) return inThose(told, counted);
  if (counted.noun !== "item") return shareAmong(told, counted);
  // Rows: said in the same breath, or they are read as cases.
  const rows = `av ${swedishNouns.item.those}${withAnswer(counted)}`;
  return `${percent(told.count, told.total)} ${rows} (${part(told, counted)})`;
}

/**
 * Counts alone: «i tre av de sju ärenden som har svar», «i båda de ärenden …», «i det enda ärende …»,
 * «nej i det enda ärende …». Never «inget av 30 ärenden med svar»: that is read as nobody having one.
 */
export function inThose(told: Proportion, counted: Counted): string {
  const { count, total } = told;
  const isClient = counted.noun === "client";
  const within = isClient ? "" : "i ";
  const those = `${members(total, counted)}${whose(counted)}`;
  if (total === 1) {
    const only = `${isNeuter(counted.noun) ? "det" : "den"} enda ${definite(those)}`;
    return `${count === 1 ? "" : "nej "}${isClient && count === 0 ? "från " : within}${only}`;
  }
  if (count === total)
    return `${within}${total === 2 ? "båda de" : `alla ${number(total)}`} ${those}`;
  return `${within}${part(told, counted).replace(" av ", " av de ")} ${those}`;
}

/** «det enda avslutade ärende» */
function definite(those: string): string {
  return those.replace("avslutat ", "avslutade ").replace("öppet ", "öppna ");
}

function whose({ noun, kind }: Counted): string {
  if (kind === "all") return "";
  if (noun === "client")
    return kind === "answered" ? " vars svar är med" : " vars giltiga svar är med";
  return kind === "answered" ? " som har svar" : " som har giltigt svar";
}

/** Where the base has been named: «21 procent (9 av 43)», «tre av sju», «inget av 30», «båda» */
export function shareBriefly(told: Proportion, counted: Counted): string {
  if (told.total === 2 && told.count === 2) return "båda";
  const counts = part(told, counted);
  return isPlain(told) ? counts : `${percent(told.count, told.total)} (${counts})`;
}

function isPlain({ count, total }: Proportion): boolean {
  return total < leastForShares || count === 0 || count === total;
}

export function withAnswer(counted: Counted): string {
  const { noun, kind } = counted;
  if (kind === "all") return "";
  // Not «som har svarat»: an answer that waits for its five has been given too.
  if (noun === "client") return whose(counted);
  return kind === "answered" ? " med svar" : " med giltigt svar";
}

export function points(fraction: number): string {
  const rounded = Math.round(Math.abs(fraction) * 100);
  if (rounded === 0) return "mindre än en procentenhet";
  return rounded === 1 ? "en procentenhet" : `${figures.format(rounded)} procentenheter`;
}

export function quoted(label: string): string {
  return `«${label}»`;
}

export function either(labels: readonly string[]): string {
  return joined(labels.map(quoted), "eller");
}

export function joined(parts: readonly string[], by: "och" | "eller"): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${by} ${last}`;
}

const ordinals = ["", "första", "andra", "tredje", "fjärde"];

/** «2025», «första halvåret 2025», «tredje kvartalet 2025» */
export function time({ step, year, part }: Time): string {
  if (step === "year") return String(year);
  return `${ordinals[part] ?? ""} ${step === "quarter" ? "kvartalet" : "halvåret"} ${year}`;
}

/** «2025», «2024–2025», «första kvartalet 2024 till och med tredje kvartalet 2025» */
export function timeRange(first: Time, last: Time): string {
  const [from, until] = [time(first), time(last)];
  if (from === until) return from;
  return first.step === "year" ? `${from}–${until}` : `${from} till och med ${until}`;
}

export function timeSteps(count: number, step: Time["step"]): string {
  const one = { quarter: "kvartal", "half-year": "halvår", year: "år" }[step];
  return `${count === 1 ? "ett" : number(count)} ${one}`;
}

/** «mellan 16 och 35 procent» */
export function between([lower, upper]: readonly [number, number]): string {
  const [low, high] = [Math.round(lower * 100), Math.round(upper * 100)];
  return `mellan ${figures.format(low)} och ${figures.format(high)}`;
}
