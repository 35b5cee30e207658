import { systemClock } from "#kernel";
import type { ObstacleActionView } from "#server";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { dayInWords, momentInWords } from "../../../words/calendar.ts";
import { obstacleStateInWords } from "./state-words.ts";

type Props = {
  readonly action: ObstacleActionView;
  /** Left out: she only reads. */
  readonly onEdit?: (() => void) | undefined;
};

/** What stood in the way, what is done about it, by which post, and what came of it. */
export function ObstacleLine({ action, onEdit }: Props) {
  const { obstacle, intention, responsible, dueOn, outcome, state, changedBy, changedAt } = action;
  return (
    <>
      <p className="soft">
        {obstacle.label} · {obstacleStateInWords(state)}
      </p>
      <p className="written-lines obstacle-intention">{intention}</p>
      <p className="soft">
        Ansvar: {responsible}.{dueOn && ` Klart senast ${dayInWords(dueOn)}.`}
        {action.carriedFrom && " Fortsätter från förra gången."}
      </p>
      {outcome !== "" && (
        <p className="written-lines">
          <strong>Vad det blev av det: </strong>
          {outcome}
        </p>
      )}
      <p className="soft">
        {changedBy} skrev {momentInWords(changedAt, systemClock.now())}.
      </p>
      {onEdit && (
        <p className="not-printed">
          <QuietButton label={`Ändra: ${intention}`} onPress={onEdit}>
            Ändra
          </QuietButton>
        </p>
      )}
    </>
  );
}
