import type { MadeDeliveryView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { AskAgain } from "./AskAgain.tsx";
import { useDeliver } from "./deliver-context.ts";
import { countInWords, standingOf } from "./deliver-words.ts";
import { StepHeading } from "./StepHeading.tsx";

/** What was sent, when, and what the receiver says of it. Fits on paper. */
export function Receipt({ delivery }: { readonly delivery: MadeDeliveryView }) {
  const { round, goTo } = useDeliver();
  const { sequence, cases, sent, sha256, isWithdrawal, receipt } = delivery;
  const isOut = receipt?.state === "refused" || receipt?.state === "declined";
  return (
    <section aria-labelledby="kvitto" className="deliver-step deliver-receipt">
      <StepHeading id="kvitto">
        {isOut ? "Leveransen räknas inte" : isWithdrawal ? "Tillbakataget" : "Skickat"}
      </StepHeading>
      <div role="status">
        {standingOf(delivery).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <dl className="deliver-facts">
        <div>
          <dt>Omgång</dt>
          <dd>{round.round.name}</dd>
        </div>
        <div>
          <dt>Mottagare</dt>
          <dd>{round.receiver.name}</dd>
        </div>
        <div>
          <dt>Leverans</dt>
          <dd>
            {sequence}, {isWithdrawal ? "tar tillbaka" : countInWords(cases, round.codebook.counts)}
          </dd>
        </div>
        {sent && (
          <div>
            <dt>Skickat</dt>
            <dd>
              {exactMoment(sent.at)}, {sent.by}
            </dd>
          </div>
        )}
        <div>
          <dt>Kontrollsumma</dt>
          <dd className="deliver-sum">{sha256}</dd>
        </div>
      </dl>
      <div className="row not-printed">
        {round.receiver.address !== null && <AskAgain delivery={delivery} />}
        <Button kind="secondary" onPress={() => window.print()}>
          Skriv ut kvittot
        </Button>
        <QuietButton onPress={() => goTo({ step: "check" })}>Till kontrollen</QuietButton>
      </div>
    </section>
  );
}
