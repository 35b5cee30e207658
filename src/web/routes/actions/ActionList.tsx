import type { ActionsView, ActionView } from "#server";
import { ActionLine } from "./ActionLine.tsx";
import { stateInWords, statesInOrder } from "./state-words.ts";
import type { Actions } from "./use-actions.ts";
import { WriteAction } from "./WriteAction.tsx";

type Props = {
  readonly round: ActionsView["rounds"][number];
  /** All of the round's, or some. */
  readonly shown: readonly ActionView[];
  readonly actions: Actions;
};

/** By how far they have come, and within it by the day they are to be done. */
export function ActionList({ round, shown, actions }: Props) {
  const { open, view } = actions;
  return statesInOrder.map((state) => {
    const some = shown.filter((action) => action.state === state);
    if (some.length === 0) return null;
    return (
      <div key={state} className="actions-state">
        <h3>{stateInWords(state)}</h3>
        <ul className="actions-list">
          {some.map((action) => (
            <li key={action.id}>
              {open?.id === action.id && view.mayChange ? (
                <WriteAction open={open} round={round} actions={actions} />
              ) : (
                <ActionLine action={action} actions={actions} />
              )}
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
