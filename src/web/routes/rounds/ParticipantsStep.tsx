import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { AddParticipants } from "./AddParticipants.tsx";
import { Board } from "./Board.tsx";
import { focusStepHeading } from "./focus-step-heading.ts";
import { MonthSoFar } from "./MonthSoFar.tsx";
import { hasNotDelivered, isFinal } from "./next-step.ts";
import { Reminders } from "./Reminders.tsx";
import { roundPath, useRound } from "./round-context.ts";
import { countOf } from "./round-words.ts";

/** Who takes part, how far each has come, and what they are sent. */
export function ParticipantsStep() {
  const { view } = useRound();
  const [added, setAdded] = useState<number>();
  const [opened, setOpened] = useState<"adding" | "reminding">();
  const isEmpty = view.participants.length === 0;
  const isOpen = view.endedAt === null && !isFinal(view);
  const close = () => {
    setOpened(undefined);
    focusStepHeading();
  };
  return (
    <section className="round-step" aria-labelledby="deltagare">
      <h2 id="deltagare" tabIndex={-1}>
        Deltagare
      </h2>
      <div className="row not-printed">
        {isOpen && opened !== "adding" && !isEmpty && (
          <Button kind="secondary" onPress={() => setOpened("adding")}>
            Lägg till deltagare
          </Button>
        )}
        {isOpen && opened !== "reminding" && view.participants.some(hasNotDelivered) && (
          <Button kind="secondary" onPress={() => setOpened("reminding")}>
            Påminn
          </Button>
        )}
        <a href={roundPath(view.round.id, "/invitation")} download>
          Ladda ner inbjudan
        </a>
      </div>
      {isOpen && (
        <p className="soft not-printed">
          Skicka inbjudan till dem som ska delta, på det sätt ni brukar. De läser in den under
          Leverera, och skickar sin nyckel tillbaka.
        </p>
      )}
      {isEmpty && !isOpen && <p className="soft">Ingen deltog.</p>}
      {isOpen && (opened === "adding" || isEmpty) && (
        <AddParticipants
          onAdded={(count) => {
            setAdded(count);
            close();
          }}
          {...(isEmpty ? {} : { onClose: close })}
        />
      )}
      <p role="status">
        {added !== undefined && `${countOf(added, "deltagare är", "deltagare är")} tillagda.`}
      </p>
      {opened === "reminding" && <Reminders onClose={close} />}
      {!isEmpty && <Board />}
      <MonthSoFar />
    </section>
  );
}
