import { useRef, useState } from "react";
import type { CampaignView, ObstacleActionView, ObstaclesView } from "#server";
import { Button } from "../../../ui/Button.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { ObstacleLine } from "./ObstacleLine.tsx";
import {
  carriedObstacle,
  newObstacle,
  type ObstacleForm,
  openedObstacle,
} from "./obstacle-form.ts";
import { WriteObstacle } from "./WriteObstacle.tsx";
import "./obstacles.css";

type Props = { readonly campaign: CampaignView; readonly first: ObstaclesView };

/** «Vad gör vi åt det?»: what stood in the way of asking, and who does what about it until the next time. */
export function Obstacles({ campaign, first }: Props) {
  const [view, setView] = useState(first);
  const [open, setOpen] = useState<ObstacleForm | null>(null);
  const [told, setTold] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const { actions, earlier, mayChange } = view;
  const isNew = open !== null && !actions.some(({ id }) => id === open.id);

  function edit(form: ObstacleForm): void {
    setTold("");
    setOpen(form);
  }

  /** The fields that had focus are gone. */
  function close(now?: ObstaclesView, words = ""): void {
    if (now) setView(now);
    setTold(words);
    setOpen(null);
    heading.current?.focus();
  }

  const write = open && (
    <WriteObstacle key={open.id} first={open} campaign={campaign} onDone={close} />
  );
  return (
    <section aria-labelledby="hinder" className="campaign-part obstacles">
      <h2 id="hinder" tabIndex={-1} ref={heading}>
        Vad gör vi åt det?
      </h2>
      <p>Hinder och åtgärder: det som stod i vägen för att fråga, och vad ni ändrar.</p>
      {mayChange && earlier.length > 0 && (
        <Earlier actions={earlier} onCarry={(action) => edit(carriedObstacle(action))} />
      )}
      {actions.length === 0 && !isNew && (
        <p className="soft">
          Här kommer det att stå vad ni gör åt det som hindrade.
          {!mayChange && " Samordnaren eller en enhetschef skriver."}
        </p>
      )}
      {actions.length > 0 && (
        <ul className="campaign-list">
          {actions.map((action) => (
            <li key={action.id}>
              {open?.id === action.id ? (
                write
              ) : (
                <ObstacleLine
                  action={action}
                  onEdit={mayChange ? () => edit(openedObstacle(action)) : undefined}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isNew && write}
      {mayChange && (
        <div className="row not-printed">
          {!isNew && (
            <Button kind="secondary" onPress={() => edit(newObstacle())}>
              Ny åtgärd
            </Button>
          )}
          <p role="status">{told}</p>
        </div>
      )}
    </section>
  );
}

type EarlierProps = {
  readonly actions: readonly ObstacleActionView[];
  readonly onCarry: (action: ObstacleActionView) => void;
};

/** Of the campaign before: what was planned then, and has not been carried on yet. */
function Earlier({ actions, onCarry }: EarlierProps) {
  return (
    <div className="card campaign-part not-printed">
      <h3>Från förra gången</h3>
      <ul className="campaign-list">
        {actions.map((action) => (
          <li key={action.id}>
            <ObstacleLine action={action} />
            <p>
              <QuietButton label={`Ta med: ${action.intention}`} onPress={() => onCarry(action)}>
                Ta med i den här
              </QuietButton>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
