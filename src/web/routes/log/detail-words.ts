import { capitalised, wholeNumber } from "#kernel";
import { attemptInWords } from "./attempt-words.ts";

type Details = Readonly<Record<string, unknown>>;

/** What a line adds to its action, in words: «7 ärenden», «steg 3». Technical keys are left out. */
export function detailsInWords(details: string): string {
  const parsed = JSON.parse(details) as Details;
  const told = Object.keys(parsed).flatMap((name) => toldOf(name, parsed));
  return capitalised(told.filter((text) => text !== "").join(", "));
}

/** Told by the line itself, by another detail, or of no use to a reader. */
const leftOut = new Set(["codebook", "from", "session", "state", "table", "show"]);

/** What clients are given on paper. */
const papers: Readonly<Record<string, string>> = {
  survey: "enkäten",
  information: "informationen",
};

function toldOf(name: string, details: Details): readonly string[] {
  const value = details[name];
  if (leftOut.has(name) || value === null || value === undefined || value === "") return [];
  const text = typeof value === "string" ? value : JSON.stringify(value);
  switch (name) {
    case "unit":
      // The unit's own part of its identifier; the log is already one municipality's.
      return [`enheten ${text.replace(/^\d{4}-/, "")}`];
    case "cases":
      return [casesInWords(Number(value))];
    case "shown":
      return [`visade ${casesInWords(Number(value), String(details.state ?? ""))}`];
    case "revision":
      return [`steg ${text}`];
    case "round":
      return [`omgången ${text}`];
    case "route":
      return [attemptInWords(text)];
    case "code":
      return [`koden ${text}`];
    case "concept":
      return [`frågan ${text}`];
    case "of":
      return [text];
    case "panel":
      return [`tabellen ${text}`];
    case "form":
      return [text === "excel" ? "för Excel" : "för program"];
    case "outcome":
      return [text === "done" ? "klart" : "till senare"];
    case "mode":
      return [text === "own-device" ? "på klientens egen enhet" : "på skärmen i rummet"];
    case "language":
      return [`språket ${text}`];
    case "kind":
      return [papers[text] ?? `kind: ${text}`];
    case "account":
      return [`kontot ${text}`];
    default:
      return [`${name}: ${text}`];
  }
}

function casesInWords(count: number, state = ""): string {
  if (count === 0) return `inga ${stateInWords(state, false)}ärenden`;
  if (count === 1) return `ett ${stateInWords(state, true)}ärende`;
  return `${wholeNumber(count)} ${stateInWords(state, false)}ärenden`;
}

function stateInWords(state: string, isOne: boolean): string {
  if (state === "open") return isOne ? "öppet " : "öppna ";
  if (state === "closed") return isOne ? "avslutat " : "avslutade ";
  return "";
}
