import { useEffect, useState } from "react";
import { type NavigateOptions, useLocation } from "react-router";
import { randomId, strongRandomness } from "#kernel";
import type { ListedState } from "./listed-state.ts";

type Choice = { readonly id: string; readonly state: ListedState; readonly madeAt: string };

/**
 * What was chosen, at once, though its list is still on its way: the next arrow goes on from it. The
 * lists of those that were passed by may arrive meanwhile, and take nothing back; so every choice goes
 * along in the place that it leads to.
 * @returns what to show, and `choose`, which tells how to go there.
 */
export function useChosenState(inAddress: ListedState): {
  readonly chosen: ListedState;
  readonly choose: (state: ListedState) => NavigateOptions;
} {
  const { key, state } = useLocation();
  const [awaited, setAwaited] = useState<Choice>();
  const arrived = choiceIn(state);
  useEffect(() => {
    // A place without a choice, and not where one chose: led there by something else since.
    const isOver = ({ id, madeAt }: Choice) =>
      arrived === undefined ? madeAt !== key : id === arrived;
    setAwaited((choice) => (choice && isOver(choice) ? undefined : choice));
  }, [key, arrived]);
  return {
    chosen: awaited?.state ?? inAddress,
    choose(chosen) {
      const id = randomId(strongRandomness);
      setAwaited({ id, state: chosen, madeAt: key });
      return { replace: true, state: { choice: id } };
    },
  };
}

function choiceIn(state: unknown): unknown {
  return typeof state === "object" && state !== null && "choice" in state
    ? state.choice
    : undefined;
}
