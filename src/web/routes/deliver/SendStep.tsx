import { useEffect, useEffectEvent, useState } from "react";
import type { MadeDeliveryView, PreparedView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { deliveriesOf } from "./deliver-address.ts";
import { useDeliver } from "./deliver-context.ts";
import { FileTaken } from "./FileTaken.tsx";
import { Receipt } from "./Receipt.tsx";
import { Sentences } from "./Sentences.tsx";
import { StepHeading } from "./StepHeading.tsx";
import { useAct } from "./use-act.ts";
import { useTakeFile } from "./use-take-file.ts";

type Props = { readonly prepared: PreparedView; readonly way: "network" | "file" };

/** On its way as soon as it is opened, and then how it went. A second try sends the same thing again. */
export function SendStep({ prepared, way }: Props) {
  return way === "network" ? <ByNetwork prepared={prepared} /> : <AsFile prepared={prepared} />;
}

type Sending = { readonly prepared: PreparedView };

/** Milliseconds: a large delivery by a slow line, and the receiver's own check of it. */
const patience = 180_000;

function ByNetwork({ prepared }: Sending) {
  const { round, goTo, refresh } = useDeliver();
  const { act, isBusy, sentences } = useAct();
  const [sent, setSent] = useState<MadeDeliveryView>();
  const { sequence } = prepared.delivery;

  async function send(): Promise<void> {
    const path = `${deliveriesOf(round.round.id)}/${sequence}/sending`;
    const reply = await act<MadeDeliveryView>({ method: "POST", path, patience });
    if (reply?.kind !== "ok") return;
    setSent(reply.value);
    await refresh();
  }
  const sendFirst = useEffectEvent(() => void send());
  useEffect(() => sendFirst(), []);

  if (sent) return <Receipt delivery={latestOf(round.deliveries, sent)} />;
  return (
    <section aria-labelledby="skicka" className="deliver-step">
      <StepHeading id="skicka">{isBusy ? "Skickar …" : "Skicka"}</StepHeading>
      {isBusy && <p>Det tar oftast några sekunder. Stäng inte sidan.</p>}
      <Sentences title="Leveransen kom inte fram" sentences={sentences} />
      {!isBusy && sentences.length > 0 && (
        <>
          <p>
            Det är säkert att försöka igen: samma leverans räknas en gång. Kommer den inte fram, ta
            filen och lämna den till mottagaren på ett annat sätt.
          </p>
          <div className="row">
            <Button onPress={() => void send()}>Försök igen</Button>
            <Button kind="secondary" onPress={() => goTo({ step: "send", prepared, way: "file" })}>
              Ta filen i stället
            </Button>
            <QuietButton onPress={() => goTo({ step: "check" })}>
              Tillbaka till kontrollen
            </QuietButton>
          </div>
        </>
      )}
    </section>
  );
}

/** As the server tells it now, once it does. */
function latestOf(deliveries: readonly MadeDeliveryView[], sent: MadeDeliveryView) {
  const found = deliveries.find(({ sequence }) => sequence === sent.sequence);
  return found?.sent ? found : sent;
}

function AsFile({ prepared }: Sending) {
  const { goTo, refresh } = useDeliver();
  const { take, isBusy, sentences } = useTakeFile();
  const [name, setName] = useState<string>();

  async function takeFile(): Promise<void> {
    const taken = await take(prepared.delivery.sequence);
    if (taken === undefined) return;
    setName(taken);
    await refresh();
  }
  const takeFirst = useEffectEvent(() => void takeFile());
  useEffect(() => takeFirst(), []);

  return (
    <section aria-labelledby="ta-filen" className="deliver-step">
      <StepHeading id="ta-filen">
        {name === undefined ? "Filen förbereds …" : "Filen är hämtad"}
      </StepHeading>
      <Sentences title="Filen gick inte att göra" sentences={sentences} />
      {name !== undefined && <FileTaken name={name} />}
      <div className="row not-printed">
        <Button kind="secondary" onPress={() => void takeFile()} isDisabled={isBusy}>
          {name === undefined ? "Försök igen" : "Ta filen igen"}
        </Button>
        <QuietButton onPress={() => goTo({ step: "check" })}>Tillbaka till kontrollen</QuietButton>
      </div>
    </section>
  );
}
