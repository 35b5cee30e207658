import { swedishTime } from "#kernel";
import { Notice } from "../../../ui/Notice.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { surveyModeNames } from "../../../words/case-words.ts";
import type { Waiting } from "./use-waiting-survey.ts";

type Props = {
  readonly waiting: Waiting;
  /** Left out for those who only read. */
  readonly onTakeBack?: () => void;
};

/** The client can answer now, and until when. What lets her in cannot be shown again. */
export function WaitingNote({ waiting, onTakeBack }: Props) {
  const { mode, expiresAt, isOpened } = waiting;
  return (
    <Notice
      tone="calm"
      title={`Väntar på svar ${surveyModeNames[mode]} till ${swedishTime(expiresAt)}.`}
    >
      <p>
        {isOpened
          ? "Klienten har öppnat enkäten. Här syns när svaren har kommit."
          : "Klienten har inte öppnat enkäten än. Har koden kommit bort: ta tillbaka, och erbjud igen."}
      </p>
      {onTakeBack && <QuietButton onPress={onTakeBack}>Ta tillbaka</QuietButton>}
    </Notice>
  );
}
