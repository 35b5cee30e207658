import { Button } from "../../ui/Button.tsx";
import { useChange, useRound } from "./round-context.ts";
import { Sentences } from "./Sentences.tsx";

/** Nothing more is taken in from then on. It can be opened again. */
export function Ending() {
  const { view } = useRound();
  const { isBusy, problems, change } = useChange();
  const isEnded = view.endedAt !== null;
  return (
    <div className="stack">
      <p>
        {isEnded
          ? "Omgången är avslutad, och inga leveranser tas emot. Öppnas den tas de emot igen."
          : "När omgången är avslutad tas inga leveranser emot. Det som är godkänt och publicerat finns kvar. Du kan öppna den igen."}
      </p>
      <Sentences sentences={problems} />
      <Button
        kind="secondary"
        isDisabled={isBusy}
        onPress={() => void change("POST", "/ending", { body: { ended: !isEnded } })}
      >
        {isEnded ? "Öppna igen" : "Avsluta omgången"}
      </Button>
    </div>
  );
}
