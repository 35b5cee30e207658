import type { SurveyMode } from "#registration";

/** What the worker chooses among: the client's own ways, and that there will be none. */
export type Way = SurveyMode | "declined" | "not-offered";

/** In the order of their keys. */
export const ways: readonly (readonly [Way, string])[] = [
  ["in-the-room", "Här och nu, på den här skärmen"],
  ["own-device", "På sin egen telefon"],
  ["paper", "På papper"],
  ["read-aloud", "Uppläst av någon annan än du"],
  ["declined", "Klienten avböjer"],
  ["not-offered", "Enkäten erbjuds inte"],
];

/** Those that a language is chosen for. */
export const waysInLanguage: readonly (Way | undefined)[] = ["in-the-room", "own-device", "paper"];

/** Those that may have happened on an earlier day. */
export const waysWithDay: readonly (Way | undefined)[] = ["paper", "read-aloud", "declined"];

/** What pressing the button does. */
export function buttonOf(way: Way | undefined): string {
  if (way === "in-the-room") return "Lämna över skärmen";
  return way === "own-device" ? "Visa koden" : "Spara";
}
