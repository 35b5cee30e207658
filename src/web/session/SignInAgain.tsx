import { useState } from "react";
import { saving, useSaveQueue } from "../saving/use-saving.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { firstName, genitive } from "../words/counting.ts";
import { DemoReturn } from "./DemoReturn.tsx";
import { useSession } from "./session.ts";
import { signedInAgain, useSignedOut } from "./signed-out.ts";
import { useProviders } from "./use-providers.ts";
import { WaysIn } from "./WaysIn.tsx";

/**
 * The session ended in the middle of the work: the same person signs in again where she is, and what
 * waited is saved. Somebody else's answers must never be saved in her name.
 */
export function SignInAgain() {
  const session = useSession();
  const queue = useSaveQueue();
  const isOut = useSignedOut();
  const [isOther, setOther] = useState(false);
  if (queue.trouble?.kind !== "signed-out" && !isOut) return null;

  function signedIn(account: string): void {
    setOther(account !== session.account);
    if (account !== session.account) return;
    signedInAgain();
    saving.signedIn();
  }

  return (
    <Dialog title="Logga in igen">
      <p>
        Du har varit borta ett tag och är utloggad. Det du har skrivit är kvar här på sidan, och du
        kan fortsätta när du har loggat in.
      </p>
      {isOther && (
        <p className="field-problem" role="alert">
          De osparade svaren är {genitive(firstName(session.name))}. Logga in som {session.name}.
        </p>
      )}
      {session.kind === "demo" ? (
        <DemoReturn session={session} onSignedIn={signedIn} />
      ) : (
        <InPlace municipality={session.municipality.code} onSignedIn={signedIn} />
      )}
    </Dialog>
  );
}

type InPlaceProps = {
  readonly municipality: string;
  readonly onSignedIn: (account: string) => void;
};

/** Whoever comes in by a provider does so in a tab of its own, and comes back to what she was doing. */
function InPlace({ municipality, onSignedIn }: InPlaceProps) {
  const { providers, whoIsIn } = useProviders(municipality);
  const [trouble, setTrouble] = useState<string>();

  async function look(): Promise<void> {
    const account = await whoIsIn();
    if (account) onSignedIn(account);
    else setTrouble("Du är inte inloggad ännu. Logga in i den nya fliken först.");
  }

  return (
    <div className="stack">
      <WaysIn
        municipality={municipality}
        providers={providers}
        path="/"
        isKept
        onSignedIn={onSignedIn}
      />
      {providers.length > 0 && (
        <Button kind="secondary" onPress={() => void look()}>
          Jag har loggat in i den nya fliken
        </Button>
      )}
      {trouble && (
        <p className="field-problem" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
