import { useState } from "react";
import { systemClock } from "#kernel";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { momentInWords } from "../../../words/calendar.ts";
import { discardDraft } from "./own-api.ts";
import { useOwn } from "./own-context.ts";

/** Whether what is seen is a draft or in use, and the way to drop a draft. */
export function DraftState() {
  const { local, mayEdit, act } = useOwn();
  const [isAsking, setAsking] = useState(false);
  const { draft, versions } = local;
  const [latest] = versions;

  if (!draft) {
    return (
      <p className="soft own-state">
        {latest
          ? `Version ${latest.number} används i nya ärenden.`
          : "Ni har inte publicerat några egna frågor än."}
        {mayEdit && " När du ändrar något börjar ett utkast."}
      </p>
    );
  }

  async function discard(revision: number): Promise<void> {
    setAsking(false);
    await act(discardDraft(revision));
  }

  return (
    <div className="own-state">
      <Notice tone="calm" title="Utkast">
        <p>
          Sparat av {draft.by} {momentInWords(draft.at, systemClock.now())}. Det används inte förrän
          det publiceras.
        </p>
        {mayEdit && <QuietButton onPress={() => setAsking(true)}>Kasta utkastet</QuietButton>}
        {isAsking && (
          <Dialog title="Kasta utkastet?" onClose={() => setAsking(false)}>
            <p>Allt som är ändrat i utkastet försvinner. Det som är publicerat påverkas inte.</p>
            <Button onPress={() => void discard(draft.revision)}>Kasta utkastet</Button>
          </Dialog>
        )}
      </Notice>
    </div>
  );
}
