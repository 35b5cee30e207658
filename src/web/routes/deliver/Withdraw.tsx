import { useState } from "react";
import type { PreparedView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { deliveriesOf } from "./deliver-address.ts";
import { useDeliver } from "./deliver-context.ts";
import { Sentences } from "./Sentences.tsx";
import { useAct } from "./use-act.ts";

/** Takes back what has been delivered, after it is said what that means. */
export function Withdraw() {
  const [isAsking, setAsking] = useState(false);
  return (
    <div>
      <QuietButton onPress={() => setAsking(true)}>Ta tillbaka det som levererats …</QuietButton>
      {isAsking && <AskFirst onClose={() => setAsking(false)} />}
    </div>
  );
}

function AskFirst({ onClose }: { readonly onClose: () => void }) {
  const { round, goTo } = useDeliver();
  const { act, sentences } = useAct();
  const many = round.codebook.counts === "meetings" ? "möten" : "ärenden";
  const isByNetwork = round.receiver.address !== null;

  async function takeBack(): Promise<void> {
    const path = `${deliveriesOf(round.round.id)}/withdrawal`;
    const reply = await act<PreparedView>({ method: "POST", path, patience: 60_000 });
    if (reply?.kind !== "ok") return;
    onClose();
    goTo({ step: "send", prepared: reply.value, way: isByNetwork ? "network" : "file" });
  }

  return (
    <Dialog title="Ta tillbaka det som levererats?" onClose={onClose}>
      <ul className="deliver-dialog-list">
        <li>
          {isByNetwork
            ? `${round.receiver.name} får besked direkt, och räknar inte era ${many} i omgången.`
            : `Ni får en fil att lämna till ${round.receiver.name}. När den är framme räknas inte era ${many} i omgången.`}
        </li>
        <li>Det som redan är publicerat ändras inte. Ta kontakt med mottagaren om det behövs.</li>
        <li>Era {many} påverkas inte. Ni kan leverera igen när ni vill.</li>
        <li>Det som lämnades står kvar här, så att ni kan se vad det var.</li>
      </ul>
      <Sentences title="Det gick inte att ta tillbaka" sentences={sentences} />
      <div className="row">
        <Button onPress={() => void takeBack()}>Ta tillbaka</Button>
        <Button kind="secondary" onPress={onClose}>
          Avbryt
        </Button>
      </div>
    </Dialog>
  );
}
