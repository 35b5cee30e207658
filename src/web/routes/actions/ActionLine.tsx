import { useRef } from "react";
import { Link } from "react-router";
import { systemClock } from "#kernel";
import type { ActionView } from "#server";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords, momentInWords } from "../../words/calendar.ts";
import { openedAction } from "./action-form.ts";
import type { Actions } from "./use-actions.ts";

type Props = { readonly action: ActionView; readonly actions: Actions };

/** What is changed, by whom and when, and what came of it. */
export function ActionLine({ action, actions: { view, edit, remove } }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const { intention, about, responsible, dueOn, outcome, isShared } = action;

  /** The button that had focus is gone with its line. */
  async function takeAway(): Promise<void> {
    const section = row.current?.closest("section");
    await remove(action);
    section?.querySelector<HTMLElement>("h2")?.focus();
  }

  return (
    <>
      <p className="written-lines action-intention">{intention}</p>
      <p className="soft">
        Ansvar: {responsible}.{dueOn && ` Klart senast ${dayInWords(dueOn)}.`}
        {about && (
          <>
            {" "}
            Gäller <Link to={`/jamfor?matt=${encodeURIComponent(about.id)}`}>{about.label}</Link>.
          </>
        )}
      </p>
      {outcome !== "" && (
        <p className="written-lines">
          <strong>Vad det blev av det: </strong>
          {outcome}
        </p>
      )}
      <p className="soft action-written">
        {isShared ? "Delad. " : ""}
        {action.updatedBy} skrev {momentInWords(action.updatedAt, systemClock.now())}.
      </p>
      {view.mayChange && (
        <div className="row not-printed" ref={row}>
          <QuietButton label={`Ändra: ${intention}`} onPress={() => edit(openedAction(action))}>
            Ändra
          </QuietButton>
          <QuietButton label={`Ta bort: ${intention}`} onPress={() => void takeAway()}>
            Ta bort
          </QuietButton>
        </div>
      )}
    </>
  );
}
