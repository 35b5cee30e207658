import { useState } from "react";
import type { IncomingView } from "#server";
import { genitive } from "../../words/counting.ts";
import { DecidedDeliveries } from "./DecidedDeliveries.tsx";
import { DecisionButtons } from "./DecisionButtons.tsx";
import { DeliveryCard } from "./DeliveryCard.tsx";
import { FromStick } from "./FromStick.tsx";
import { focusStepHeading } from "./focus-step-heading.ts";
import { isFinal } from "./next-step.ts";
import { Quarantine } from "./Quarantine.tsx";
import { useChange, useRound } from "./round-context.ts";
import { countOf } from "./round-words.ts";
import { Sentences } from "./Sentences.tsx";

type Decision = "accepted" | "declined" | "waiting";

const done: Readonly<Record<Decision, string>> = {
  accepted: "är godkänd",
  declined: "är inte godkänd",
  waiting: "väntar på beslut igen",
};

/** What has come in: what waits for a person first, then what is decided, and what was refused. */
export function DeliveriesStep() {
  const { view } = useRound();
  const { isBusy, problems, change } = useChange();
  const [told, setTold] = useState<string>();
  const inState = (...states: readonly IncomingView["state"][]) =>
    view.deliveries.filter(({ state }) => states.includes(state));
  const waiting = inState("waiting");
  const isOpen = view.endedAt === null && !isFinal(view);

  async function decide(delivery: IncomingView, state: Decision): Promise<void> {
    setTold(undefined);
    const rest = `/deliveries/${encodeURIComponent(delivery.id)}/decision`;
    if (!(await change("POST", rest, { body: { state } }))) return;
    const { participant } = delivery;
    const whose = participant ? `${genitive(participant.name)} leverans` : "Leveransen";
    setTold(`${whose} ${done[state]}.`);
    focusStepHeading();
  }

  return (
    <section className="round-step" aria-labelledby="leveranser">
      <h2 id="leveranser" tabIndex={-1}>
        Leveranser
      </h2>
      <p role="status">{told}</p>
      <Sentences sentences={problems} />
      {view.deliveries.length === 0 && (
        <p className="soft">
          Här kommer leveranserna när kommunerna skickar dem, eller när du läser in en fil. Inget
          räknas innan du har godkänt det.
        </p>
      )}
      {waiting.length > 0 && (
        <section className="stack wide-stack" aria-labelledby="vantar">
          <h3 id="vantar">{countOf(waiting.length, "väntar", "väntar")} på beslut</h3>
          {waiting.map((delivery) => (
            <DeliveryCard key={delivery.id} delivery={delivery}>
              <DecisionButtons
                isBusy={isBusy}
                delivery={delivery}
                onDecide={(state) => void decide(delivery, state)}
              />
            </DeliveryCard>
          ))}
        </section>
      )}
      <DecidedDeliveries
        deliveries={inState("accepted", "declined", "replaced")}
        {...(isFinal(view)
          ? {}
          : { onUndo: (delivery: IncomingView) => void decide(delivery, "waiting") })}
      />
      <Quarantine deliveries={inState("quarantined")} />
      {isOpen && <FromStick />}
    </section>
  );
}
