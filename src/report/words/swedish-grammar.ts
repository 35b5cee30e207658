import { leastForShares } from "../small-numbers.ts";
import { isNeuter, swedishNouns } from "./swedish-nouns.ts";
import type { Base } from "./told.ts";

const smallNumbers = "noll ett två tre fyra fem sex sju åtta nio tio elva tolv".split(" ");

export const figures = new Intl.NumberFormat("sv-SE");
const oneDecimal = new Intl.NumberFormat("sv-SE", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export function number(value: number): string {
  return smallNumbers[value] ?? figures.format(value);
}

export function decimal(value: number): string {
  return oneDecimal.format(value);
}

/** Words as long as only counts are told; figures beside a percentage: never «nio av 43». */
export function partOf(count: number, total: number, { noun }: Pick<Base, "noun">): string {
  const isOfCommonGender = !isNeuter(noun);
  if (total === 1) return `${count === 1 ? "" : "inte "}${isOfCommonGender ? "den" : "det"} enda`;
  if (count === 0) return `${isOfCommonGender ? "ingen" : "inget"} av ${number(total)}`;
  if (count === total && total > 2) return `alla ${number(total)}`;
  if (total >= leastForShares) return `${figures.format(count)} av ${figures.format(total)}`;
  return `${count === 1 && isOfCommonGender ? "en" : number(count)} av ${number(total)}`;
}

/** «i inget av de 30 ärenden som har svar» · «nej i det enda ärende som har svar» */
export function inThose(count: number, total: number, base: Base): string {
  const within = base.noun === "client" ? "" : "i ";
  const who =
    base.noun === "client"
      ? whoseAnswer(base)
      : base.kind === "answered"
        ? "som har svar"
        : "som har giltigt svar";
  const closed = base.noun !== "client" && base.isClosed ? "avslutade " : "";
  const those = `${closed}${noun(total, base)} ${who}`;
  if (total === 1) {
    const only = `${isNeuter(base.noun) ? "det" : "den"} enda ${those}`;
    return count === 1 ? `${within}${only}` : `nej ${within || "från "}${only}`;
  }
  if (count === total) {
    return `${within}${total === 2 ? "båda de" : `alla ${number(total)}`} ${those}`;
  }
  return `${within}${partOf(count, total, base).replace(" av ", " av de ")} ${those}`;
}

export function all(total: number, base: Base): string {
  const one = isNeuter(base.noun) ? "ett" : "en";
  return `${total === 1 ? one : number(total)} ${thoseInside(total, base)}`;
}

/** Inside a unit an answer that waits for its five has been given, and is not told yet. */
function thoseInside(total: number, base: Base): string {
  return base.noun === "client" ? `${noun(total, base)} ${whoseAnswer(base)}` : those(total, base);
}

function whoseAnswer({ kind }: Base): string {
  return kind === "answered" ? "vars svar är med" : "vars giltiga svar är med";
}

export function those(total: number, base: Base): string {
  if (base.noun === "client") return `${noun(total, base)} som har svarat`;
  const closed = total === 1 ? "avslutat " : "avslutade ";
  return `${base.isClosed ? closed : ""}${noun(total, base)} ${withAnswer(base)}`;
}

export function theSingle({ noun }: Base): string {
  return swedishNouns[noun].the;
}

/** The same words as the chain of denominators under the picture. */
export function withAnswer({ kind }: Base): string {
  return kind === "answered" ? "med svar" : "med giltigt svar";
}

export function noun(total: number, base: Base): string {
  const { one, several } = swedishNouns[base.noun];
  return total === 1 ? one : several;
}

/** «21 procent (9 av 43 ärenden med svar)»; counts alone where there are too few, or none, or all. */
export function shareIn(count: number, total: number, base: Base): string {
  if (total < leastForShares || count === 0 || count === total) {
    return inThose(count, total, base);
  }
  return `${percent(count, total)} (${partOf(count, total, base)} ${thoseInside(total, base)})`;
}

export function percent(count: number, total: number): string {
  const rounded = Math.round((count / total) * 100);
  if (rounded === 0) return "mindre än en procent";
  if (rounded === 100) return "mer än 99 procent";
  return `${rounded} procent`;
}
