import { useState } from "react";
import type { RegistrationSessionView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { doneTogether } from "./session-words.ts";
import type { LiveSession } from "./use-live-session.ts";

type Props = {
  readonly counter: RegistrationSessionView["counter"];
  readonly live: LiveSession;
};

/** Asked once more, since it ends for everybody; nothing is lost by it. */
export function CloseSession({ counter, live }: Props) {
  const [isAsking, setAsking] = useState(false);

  async function close(): Promise<void> {
    await live.act("POST", "/closing");
    setAsking(false);
  }

  return (
    <p>
      <QuietButton onPress={() => setAsking(true)}>Avsluta stugan</QuietButton>
      {isAsking && (
        <Dialog title="Avsluta stugan?" onClose={() => setAsking(false)}>
          <p>
            {doneTogether(counter)} Stugan avslutas för alla. Det som är registrerat är sparat, och
            ärenden som inte är klara ligger kvar hos var och en.
          </p>
          <p className="row">
            <Button onPress={() => void close()}>Avsluta stugan</Button>
          </p>
        </Dialog>
      )}
    </p>
  );
}
