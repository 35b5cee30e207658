import type { IncomingView } from "#server";
import { Button } from "../../ui/Button.tsx";

type Props = {
  readonly delivery: IncomingView;
  readonly isBusy: boolean;
  readonly onDecide: (state: "accepted" | "declined") => void;
};

/** A person decides; nothing is decided beforehand. */
export function DecisionButtons({ delivery, isBusy, onDecide }: Props) {
  const whose = <span className="aloud">, {delivery.participant?.name}</span>;
  return (
    <div className="row">
      <Button isDisabled={isBusy} onPress={() => onDecide("accepted")}>
        Godkänn{whose}
      </Button>
      <Button kind="secondary" isDisabled={isBusy} onPress={() => onDecide("declined")}>
        Godkänn inte{whose}
      </Button>
    </div>
  );
}
