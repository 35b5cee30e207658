import { useState } from "react";
import type { DeliveriesView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useDeliver } from "./deliver-context.ts";
import { LevelChoice } from "./LevelChoice.tsx";
import { Sentences } from "./Sentences.tsx";
import { useAct } from "./use-act.ts";

/** Less, or nothing more: both from the next delivery on. */
export function ChangeAgreement({ onClose }: { readonly onClose: () => void }) {
  const { round, goTo, refresh } = useDeliver();
  const { act, sentences } = useAct();
  const [level, setLevel] = useState(round.agreement.level);
  const isEnded = round.agreement.endedAt !== null;

  async function change(body: {
    readonly level?: string;
    readonly ended?: boolean;
  }): Promise<void> {
    const path = `/api/agreements/${encodeURIComponent(round.round.id)}`;
    const reply = await act<DeliveriesView>({ method: "PUT", path, body });
    if (reply?.kind !== "ok") return;
    // What was prepared was made under the agreement as it was.
    goTo({ step: "check" });
    await refresh();
    onClose();
  }

  return (
    <Dialog title={isEnded ? "Börja leverera igen?" : "Begränsa eller avsluta"} onClose={onClose}>
      {isEnded ? (
        <p>Ni kan leverera igen i omgången, med det ni hade kommit överens om.</p>
      ) : (
        <>
          <LevelChoice
            legend="Vad ni lämnar från nästa leverans"
            codebook={round.codebook}
            most={round.agreement.level}
            value={level}
            onChange={setLevel}
          />
          <p className="soft">
            Det som redan har lämnat ändras inte. Ta tillbaka det, eller leverera igen, om det nya
            ska gälla för allt. Avslutar ni lämnar inget mer.
          </p>
        </>
      )}
      <Sentences title="Det sparades inte" sentences={sentences} />
      <div className="row">
        {isEnded ? (
          <Button onPress={() => void change({ ended: false })}>Börja leverera igen</Button>
        ) : (
          <>
            <Button onPress={() => void change({ level })}>Spara</Button>
            <Button kind="secondary" onPress={() => void change({ ended: true })}>
              Avsluta överenskommelsen
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
