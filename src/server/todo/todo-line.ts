import type { IsoDate } from "#kernel";
import type { Todo } from "../wire.ts";

/** A line of «Att göra», with the day since when it waits: among equals the longest comes first. */
export type TodoLine = Todo & { readonly since: IsoDate };

/** What must not wait comes first: risk, then what others rely on, last what goes on by itself. */
const byUrgency: readonly Todo["kind"][] = [
  "first-run",
  "recovery",
  "power",
  "backup",
  "notice",
  "reassess",
  "missing",
  "close-out",
  "log-review",
  "delivery",
  "hand-over",
  "unassigned",
  "offer-survey",
  "stale",
  "look-alike",
  "key-in",
  "campaign",
  "continue",
];

export function mostUrgentFirst(one: TodoLine, other: TodoLine): number {
  const urgency = byUrgency.indexOf(one.kind) - byUrgency.indexOf(other.kind);
  if (urgency !== 0) return urgency;
  // Work that goes on: what was last worked on is what she has in mind.
  if (one.kind === "continue")
    return one.since > other.since ? -1 : one.since < other.since ? 1 : 0;
  return one.since < other.since ? -1 : one.since > other.since ? 1 : 0;
}
