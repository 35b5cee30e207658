import { type SubmitEvent, useState } from "react";
import type { RemindersView, RoundView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { listed } from "../../words/case-words.ts";
import { countStates } from "./board-filter.ts";
import { Letter } from "./Letter.tsx";
import { hasNotDelivered } from "./next-step.ts";
import { roundPath, useChange, useRound } from "./round-context.ts";
import { type ParticipantState, stateWords } from "./round-words.ts";
import { Sentences } from "./Sentences.tsx";

/** The letters are shown here and sent by a person; that they were made is noted. */
export function Reminders({ onClose }: { readonly onClose: () => void }) {
  const { view, hear } = useRound();
  const { isBusy, problems, send } = useChange();
  const missing = view.participants.filter(hasNotDelivered);
  const counts = countStates(missing);
  const [chosen, setChosen] = useState<readonly ParticipantState[]>(
    counts.map(({ state }) => state),
  );
  const [made, setMade] = useState<RemindersView>();
  const reminded = missing.filter(({ state }) => chosen.includes(state));
  const nameOf = (code: string) =>
    view.participants.find((each) => each.code === code)?.name ?? code;

  function toggle(state: ParticipantState): void {
    const kept = chosen.filter((each) => each !== state);
    setChosen(kept.length < chosen.length ? kept : [...chosen, state]);
  }

  async function remind(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (reminded.length === 0) return;
    const { id } = view.round;
    const body = { participants: reminded.map(({ code }) => code) };
    const letters = await send<RemindersView>("POST", roundPath(id, "/reminders"), { body });
    if (!letters) return;
    setMade(letters);
    // When each was reminded stands on the board.
    const fresh = await send<RoundView>("GET", roundPath(id));
    if (fresh) hear(fresh);
  }

  if (made) {
    return (
      <section className="stack round-part not-printed" aria-label="Påminnelser">
        <p role="status">
          Kopiera texten och skicka den själv. På tavlan står att de är påminda i dag.
        </p>
        {made.letters.map(({ participants, text }) => (
          <Letter
            key={text}
            to={listed(participants.map(nameOf))}
            subject={made.subject}
            text={text}
          />
        ))}
        <QuietButton onPress={onClose}>Stäng påminnelserna</QuietButton>
      </section>
    );
  }
  return (
    <form className="stack round-part not-printed" onSubmit={(event) => void remind(event)}>
      <fieldset className="plain-choice">
        <legend>Vilka som påminns</legend>
        {counts.map(({ state, count }) => (
          <label key={state}>
            <input
              type="checkbox"
              checked={chosen.includes(state)}
              onChange={() => toggle(state)}
            />
            <span>
              {stateWords[state]} <span className="soft">({count})</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="soft">
        Skillnad skickar inget. Du får texten att kopiera, och dagen antecknas på tavlan.
      </p>
      <FieldProblem
        id="paminn-problem"
        sentence={reminded.length === 0 ? "Välj minst en grupp." : undefined}
      />
      <Sentences sentences={problems} />
      <div className="row">
        <Button type="submit" isDisabled={isBusy || reminded.length === 0}>
          Visa brevet till {reminded.length}
        </Button>
        <QuietButton onPress={onClose}>Avbryt</QuietButton>
      </div>
    </form>
  );
}
