import { useState } from "react";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords, exactMoment } from "../../words/calendar.ts";
import { ChangeAgreement } from "./ChangeAgreement.tsx";
import { useDeliver } from "./deliver-context.ts";
import { levelName } from "./deliver-words.ts";
import { InvitationFacts } from "./InvitationFacts.tsx";

/** What was agreed on, by whom, and the way to let less leave. */
export function AgreementPart() {
  const { round, mayDeliver } = useDeliver();
  const [isChanging, setChanging] = useState(false);
  const { level, decidedBy, decidedOn, reference, endedAt } = round.agreement;
  return (
    <section aria-labelledby="overenskommelsen" className="deliver-agreement not-printed">
      <h2 id="overenskommelsen">Överenskommelsen</h2>
      <p>
        <strong>{levelName(level, round.codebook)}.</strong> Beslutat av {decidedBy} den{" "}
        {dayInWords(decidedOn)}, {reference}. {endedAt && `Avslutad ${exactMoment(endedAt)}.`}
      </p>
      <details>
        <summary>Det som mottagaren har bett om</summary>
        <InvitationFacts invitation={round} />
      </details>
      {mayDeliver && (
        <QuietButton onPress={() => setChanging(true)}>
          {endedAt ? "Börja leverera igen …" : "Begränsa eller avsluta …"}
        </QuietButton>
      )}
      {isChanging && <ChangeAgreement onClose={() => setChanging(false)} />}
    </section>
  );
}
