import { leastForShares } from "../../small-numbers.ts";
import { figures, number, partOf, percent } from "../english-grammar.ts";
import type { Counted, Proportion, Time } from "./told-findings.ts";

const words = {
  case: ["case", "cases"],
  meeting: ["meeting", "meetings"],
  client: ["client", "clients"],
  item: ["entry", "entries"],
} as const;

export function noun(total: number, { noun }: Counted): string {
  return words[noun][total === 1 ? 0 : 1];
}

/** “closed cases”, “open case” */
export function members(total: number, counted: Counted): string {
  const state = { started: "", closed: "closed ", open: "open " }[counted.population];
  return `${counted.noun === "case" ? state : ""}${noun(total, counted)}`;
}

/** “one case”, “43 clients” */
export function howMany(total: number, counted: Counted): string {
  return `${count(total)} ${members(total, counted)}`;
}

export function count(total: number): string {
  return total === 0 ? "none" : number(total);
}

/** “9 of 43”, “none of 30”, “all seven”, “the only” */
export function part(told: Proportion): string {
  return partOf(told.count, told.total);
}

/** “9 of 43 closed cases where the question is answered” */
export function among(told: Proportion, counted: Counted): string {
  return `${part(told)} ${members(told.total, counted)}${withAnswer(told.total, counted)}`;
}

/** “21 per cent (9 of 43 cases …)”; counts alone where there are too few, or none, or all. */
export function shareAmong(told: Proportion, counted: Counted): string {
  const counts = among(told, counted);
  return isPlain(told) ? counts : `${percent(told.count, told.total)} (${counts})`;
}

/** “21 per cent (9 of 43 cases …)” · “in none of the 30 cases …” */
export function shareIn(told: Proportion, counted: Counted): string {
  if (isPlain(told)) return inThose(told, counted);
  if (counted.noun !== "item") return shareAmong(told, counted);
  // Rows: said in the same breath, or they are read as cases.
  const rows = `${{ answered: "answered ", valid: "known ", all: "" }[counted.kind]}entries`;
  return `${percent(told.count, told.total)} of the ${rows} (${part(told)})`;
}

/** Counts alone: “in three of the seven cases …”, “in both cases …”, “no, in the only case …” */
export function inThose(told: Proportion, counted: Counted): string {
  const { count, total } = told;
  const within = counted.noun === "client" ? "" : "in ";
  const those = `${members(total, counted)}${withAnswer(total, counted)}`;
  if (total === 1) {
    const from = counted.noun === "client" ? "from " : within;
    return count === 1 ? `${within}the only ${those}` : `no, ${from}the only ${those}`;
  }
  if (count === total) return `${within}${total === 2 ? "both" : `all ${number(total)}`} ${those}`;
  return `${within}${part(told).replace(" of ", " of the ")} ${those}`;
}

/** Where the base has been named: “21 per cent (9 of 43)”, “three of seven”, “both” */
export function shareBriefly(told: Proportion): string {
  if (told.total === 2 && told.count === 2) return "both";
  return isPlain(told) ? part(told) : `${percent(told.count, told.total)} (${part(told)})`;
}

function isPlain({ count, total }: Proportion): boolean {
  return total < leastForShares || count === 0 || count === total;
}

export function withAnswer(total: number, { noun, kind }: Counted): string {
  if (kind === "all") return "";
  // Not “who have answered”: an answer that waits for its five has been given too.
  if (noun === "client") {
    const answers = `${kind === "valid" ? "known " : ""}${total === 1 ? "answer is" : "answers are"}`;
    return ` whose ${answers} included`;
  }
  return kind === "answered" ? " where the question is answered" : " with a known answer";
}

export function points(fraction: number): string {
  const rounded = Math.round(Math.abs(fraction) * 100);
  if (rounded === 0) return "less than one percentage point";
  return rounded === 1 ? "one percentage point" : `${figures.format(rounded)} percentage points`;
}

export function quoted(label: string): string {
  return `“${label}”`;
}

export function either(labels: readonly string[]): string {
  return joined(labels.map(quoted), "or");
}

export function joined(parts: readonly string[], by: "and" | "or"): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${by} ${last}`;
}

const ordinals = ["", "first", "second", "third", "fourth"];

/** “2025”, “the first half of 2025”, “the third quarter of 2025” */
export function time({ step, year, part }: Time): string {
  if (step === "year") return String(year);
  return `the ${ordinals[part] ?? ""} ${step === "quarter" ? "quarter" : "half"} of ${year}`;
}

/** “2025”, “2024–2025”, “the first quarter of 2024 to the third quarter of 2025” */
export function timeRange(first: Time, last: Time): string {
  const [from, until] = [time(first), time(last)];
  if (from === until) return from;
  return first.step === "year" ? `${from}–${until}` : `${from} to ${until}`;
}

export function timeSteps(count: number, step: Time["step"]): string {
  const one = { quarter: "quarter", "half-year": "half-year", year: "year" }[step];
  return count === 1 ? `one ${one}` : `${number(count)} ${one}s`;
}

/** “between 16 and 35” */
export function between([lower, upper]: readonly [number, number]): string {
  const [low, high] = [Math.round(lower * 100), Math.round(upper * 100)];
  return `between ${figures.format(low)} and ${figures.format(high)}`;
}
