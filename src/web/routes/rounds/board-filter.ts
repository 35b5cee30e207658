import type { ParticipantView } from "#server";
import { type ParticipantState, stateWords } from "./round-words.ts";

export type BoardFilter = {
  readonly state: ParticipantState | "all";
  /** What is typed: part of a name, or the beginning of a code. */
  readonly sought: string;
};

export type StateCount = { readonly state: ParticipantState; readonly count: number };

/** How many have come how far, in the order in which they come; the states that nobody is in left out. */
export function countStates(participants: readonly ParticipantView[]): readonly StateCount[] {
  const states = Object.keys(stateWords) as readonly ParticipantState[];
  return states
    .map((state) => ({ state, count: participants.filter((each) => each.state === state).length }))
    .filter(({ count }) => count > 0);
}

/** In the order that they have: by name, and never by size. */
export function filtered(
  participants: readonly ParticipantView[],
  { state, sought }: BoardFilter,
): readonly ParticipantView[] {
  const words = sought.trim().toLocaleLowerCase("sv");
  return participants.filter(
    (each) =>
      (state === "all" || each.state === state) &&
      (each.name.toLocaleLowerCase("sv").includes(words) || each.code.startsWith(words)),
  );
}
