import type { PreparedView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useDeliver } from "./deliver-context.ts";
import { StepHeading } from "./StepHeading.tsx";
import { WhatLeaves } from "./WhatLeaves.tsx";

/** All of it, before anything leaves; then one press. */
export function LeavesStep({ prepared }: { readonly prepared: PreparedView }) {
  const { round, goTo } = useDeliver();
  const { address, name } = round.receiver;
  const byNetwork = () => goTo({ step: "send", prepared, way: "network" });
  const asFile = () => goTo({ step: "send", prepared, way: "file" });
  return (
    <section aria-labelledby="vad-som-lamnar" className="deliver-step">
      <StepHeading id="vad-som-lamnar">Det här lämnar kommunen</StepHeading>
      <WhatLeaves told={prepared} round={round} />
      <div className="deliver-bar not-printed">
        {address === null ? (
          <Button onPress={asFile}>Ta filen</Button>
        ) : (
          <>
            <Button onPress={byNetwork}>Skicka</Button>
            <QuietButton onPress={asFile}>Ta filen i stället</QuietButton>
          </>
        )}
        <QuietButton onPress={() => goTo({ step: "check" })}>Tillbaka</QuietButton>
        <QuietButton onPress={() => window.print()}>Skriv ut</QuietButton>
        <span className="soft">
          {address === null
            ? `${name} tar emot filer, inte över nätet.`
            : `Till ${name}. Bara mottagaren kan öppna den.`}
        </span>
      </div>
    </section>
  );
}
