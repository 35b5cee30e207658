import type { LogView } from "#server";

export type LogEntry = LogView["entries"][number];

/** Empty: everybody, and every case. */
export type LogChoice = { readonly who: string; readonly caseCode: string };

/** How the log names the one who did it, when nobody was signed in. */
export function personOf({ by }: Pick<LogEntry, "by">): string {
  return by || "Ingen inloggad";
}

/** Those who stand in the lines, each once, by name. */
export function peopleIn(entries: readonly LogEntry[]): readonly string[] {
  return [...new Set(entries.map(personOf))].toSorted((a, b) => a.localeCompare(b, "sv"));
}

/** A case is found by any part of its code, with or without hyphens, in any case. */
export function chosenEntries(
  entries: readonly LogEntry[],
  { who, caseCode }: LogChoice,
): readonly LogEntry[] {
  const sought = bare(caseCode);
  return entries.filter(
    (entry) =>
      (who === "" || personOf(entry) === who) &&
      (sought === "" || bare(entry.caseCode ?? "").includes(sought)),
  );
}

function bare(code: string): string {
  return code.replace(/[\s-]/g, "").toUpperCase();
}
