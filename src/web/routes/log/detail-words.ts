import type { Role } from "#access";
import { capitalised, wholeNumber } from "#kernel";
import { roleNames } from "../../session/roles.ts";
import { attemptInWords } from "./attempt-words.ts";

type Details = Readonly<Record<string, unknown>>;

/** What a line adds to its action, in words: «7 ärenden», «steg 3». Technical keys are left out. */
export function detailsInWords(details: string): string {
  const parsed = JSON.parse(details) as Details;
  const told = Object.keys(parsed).flatMap((name) => toldOf(name, parsed));
  return capitalised(told.filter((text) => text !== "").join(", "));
}

/** Told by the line itself, by another detail, or of no use to a reader. */
const leftOut = new Set(["codebook", "from", "session", "state", "table", "show", "digest"]);

/** What clients are given on paper. */
const papers: Readonly<Record<string, string>> = {
  survey: "enkäten",
  information: "informationen",
};

/** What a unit does. */
const works: Readonly<Record<string, string>> = {
  authority: "myndighet",
  provider: "utförare",
  both: "myndighet och utförare",
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
    case "review":
      return [`granskning ${text}`];
    case "mark":
      return [`rad ${text}`];
    case "marks":
      return [`rader: ${text}`];
    case "followUps":
      return [`följs upp: ${text}`];
    case "verdict":
      return [text === "in-order" ? "utan anmärkning" : "följs upp"];
    case "revision":
      return [`steg ${text}`];
    case "round":
      return [`omgången ${text}`];
    case "route":
      return [attemptInWords(text)];
    case "code":
      return [`koden ${text}`];
    case "disposal":
      return [`gallring nr ${text}`];
    case "listSha256":
      return [`listans kontrollsumma ${text.slice(0, 12)}…`];
    case "rule":
      return [`regel nr ${text}`];
    case "years":
      return [`${text} år`];
    case "time":
      return [`klockan ${text}`];
    case "keep":
      return [`${text} kopior behålls`];
    case "drillDays":
      return [`övning var ${text}:e dag`];
    case "recipients":
      return [`förseglas till ${text}`];
    case "public":
      return [`öppen nyckel ${text}`];
    case "bytes":
      return [`${text} byte`];
    case "passed":
      return [value === true ? "godkänd" : "underkänd"];
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
    case "added":
      return rolesTold("nya roller", value);
    case "removed":
      return rolesTold("utan rollerna", value);
    case "purpose":
      return [text === "recovery" ? "för en ny väg in" : "för en inbjudan"];
    case "work":
      return [works[text] ?? text];
    case "open":
      return [value === true ? "öppen för kollegor" : "kollegor skriver ett skäl"];
    default:
      return [`${name}: ${text}`];
  }
}

/** `caseWorker@here` → «handläggare i here»; nothing for none. */
function rolesTold(what: string, value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return [];
  const told = value.map((each) => {
    const [role = "", unit] = String(each).split("@");
    const name = (roleNames[role as Role] ?? role).toLowerCase();
    return unit ? `${name} i enheten ${unit.replace(/^\d{4}-/, "")}` : name;
  });
  return [`${what}: ${told.join("; ")}`];
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
