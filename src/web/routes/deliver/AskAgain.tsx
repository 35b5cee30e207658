import { useState } from "react";
import type { MadeDeliveryView } from "#server";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { deliveriesOf } from "./deliver-address.ts";
import { useDeliver } from "./deliver-context.ts";
import { stateName } from "./deliver-words.ts";
import { Sentences } from "./Sentences.tsx";
import { useAct } from "./use-act.ts";

/** Asks the receiver anew how it stands with a delivery. */
export function AskAgain({ delivery }: { readonly delivery: MadeDeliveryView }) {
  const { round, refresh } = useDeliver();
  const { act, isBusy, sentences } = useAct();
  const [told, setTold] = useState<string>();

  async function askAgain(): Promise<void> {
    setTold(undefined);
    const path = `${deliveriesOf(round.round.id)}/${delivery.sequence}/receipt`;
    const reply = await act<MadeDeliveryView>({ method: "POST", path, patience: 60_000 });
    if (reply?.kind !== "ok") return;
    setTold(`Mottagaren svarar: ${stateName(reply.value).toLowerCase()}.`);
    await refresh();
  }

  return (
    <>
      <QuietButton
        onPress={() => void askAgain()}
        label={`Fråga igen om leverans ${delivery.sequence}`}
      >
        Fråga igen
      </QuietButton>
      <span role="status" className="soft">
        {isBusy ? "Frågar …" : told}
      </span>
      <Sentences title="Mottagaren svarade inte" sentences={sentences} />
    </>
  );
}
