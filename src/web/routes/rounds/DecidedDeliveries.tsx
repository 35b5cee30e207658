import type { IncomingView } from "#server";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { DeliveryCard } from "./DeliveryCard.tsx";

type Props = {
  readonly deliveries: readonly IncomingView[];
  /** Left out: it is published, and stays so. */
  readonly onUndo?: (delivery: IncomingView) => void;
};

const words: Readonly<Partial<Record<IncomingView["state"], string>>> = {
  accepted: "Godkänd",
  declined: "Inte godkänd",
  replaced: "Ersatt av en senare",
};

/** Folded: what a person has decided, and the way to decide anew. */
export function DecidedDeliveries({ deliveries, onUndo }: Props) {
  if (deliveries.length === 0) return null;
  return (
    <details className="not-printed">
      <summary>Beslutade leveranser ({deliveries.length})</summary>
      <div className="stack wide-stack">
        {deliveries.map((delivery) => {
          const { id, state, decided, participant } = delivery;
          return (
            <DeliveryCard key={id} delivery={delivery}>
              <p className="row">
                <span>
                  <strong>{words[state]}</strong>
                  {decided && ` av ${decided.by}, ${exactMoment(decided.at)}`}
                </span>
                {onUndo && state !== "replaced" && (
                  <QuietButton
                    onPress={() => onUndo(delivery)}
                    label={`Ångra beslutet om ${participant?.name ?? "leveransen"}`}
                  >
                    Ångra beslutet
                  </QuietButton>
                )}
              </p>
            </DeliveryCard>
          );
        })}
      </div>
    </details>
  );
}
