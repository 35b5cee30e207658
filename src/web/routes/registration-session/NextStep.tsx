import { useNavigate } from "react-router";
import type { RegistrationSessionView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { caseInSession, type SessionPlace } from "./session-place.ts";
import { waitingInWords } from "./session-words.ts";
import { useKey } from "./use-key.ts";
import type { LiveSession } from "./use-live-session.ts";
import { useNextCase } from "./use-next-case.ts";

type Props = {
  readonly place: SessionPlace;
  readonly live: LiveSession;
  readonly queue: RegistrationSessionView["queue"];
};

/** A participant's one next thing: the case she has in work, or the next one. */
export function NextStep({ place, live, queue }: Props) {
  const navigate = useNavigate();
  const { isBusy, goOn } = useNextCase(place, live);
  const { current, hasLeft, waiting } = queue;
  useKey("n", current !== null || waiting > 0, onward);

  function onward(): void {
    if (current !== null) void navigate(caseInSession(current, place));
    else goOn();
  }

  if (current !== null) {
    return (
      <div className="stack next-step">
        <Button isLarge shortcut="N" onPress={onward} isDisabled={isBusy}>
          Fortsätt i {current}
        </Button>
        <p className="row">
          {hasLeft ? (
            <QuietButton onPress={() => void live.act("PUT", "/outcome", settled("later"))}>
              Ta det senare
            </QuietButton>
          ) : (
            <QuietButton onPress={() => void live.act("PUT", "/outcome", settled("done"))}>
              {current} är klart
            </QuietButton>
          )}
        </p>
      </div>
    );
  }
  return (
    <div className="stack next-step">
      {waiting > 0 && (
        <Button isLarge shortcut="N" onPress={onward} isDisabled={isBusy}>
          Nästa ärende
        </Button>
      )}
      <p role="status">{waitingInWords(waiting)}</p>
    </div>
  );

  function settled(outcome: "done" | "later") {
    return { code: current, outcome };
  }
}
