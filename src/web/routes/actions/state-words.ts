import type { ActionView } from "#server";

type State = ActionView["state"];

/** What is being done stands first, what came to nothing last. */
export const statesInOrder: readonly State[] = ["under-way", "planned", "done", "dropped"];

const words: Readonly<Record<State, string>> = {
  planned: "Planerat",
  "under-way": "Pågår",
  done: "Gjort",
  dropped: "Blev inte av",
};

export function stateInWords(state: State): string {
  return words[state];
}

/** Of an earlier round: nobody has said yet what came of it. */
export function awaitsOutcome({ state, outcome }: Pick<ActionView, "state" | "outcome">): boolean {
  return outcome === "" || state === "planned" || state === "under-way";
}
