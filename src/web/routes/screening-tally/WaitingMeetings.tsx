import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords } from "../../words/calendar.ts";
import type { RefusedTally, TallyQueue } from "./tally-queue.ts";
import { waitingSentence } from "./waiting-words.ts";

type Props = {
  readonly queue: TallyQueue;
  /** It has waited for so long that one wonders. */
  readonly isSlow: boolean;
  readonly onRetry: () => void;
  readonly onRead: (receipt: string) => void;
};

/** What has not been saved yet, and what could not be. */
export function WaitingMeetings({ queue, isSlow, onRetry, onRead }: Props) {
  const sentence = waitingSentence(queue, isSlow);
  return (
    <>
      <div role="status" className="tally-waiting">
        {sentence && (
          <Notice>
            <p>{sentence}</p>
            {queue.trouble?.kind === "no-contact" && (
              <QuietButton onPress={onRetry}>Försök nu</QuietButton>
            )}
          </Notice>
        )}
      </div>
      {queue.refused.map((refused) => (
        <Refused key={refused.meeting.receipt} refused={refused} onRead={onRead} />
      ))}
    </>
  );
}

type RefusedProps = { readonly refused: RefusedTally; readonly onRead: Props["onRead"] };

/** Which of them it is the day says; what was answered stands nowhere. */
function Refused({ refused: { kind, meeting, problems }, onRead }: RefusedProps) {
  const day = dayInWords(meeting.day);
  const title =
    kind === "note" ? `Ett möte den ${day} sparades inte.` : `Ett möte den ${day} togs inte bort.`;
  return (
    <Notice isUrgent title={title}>
      {[...new Set(problems.map(({ sentence }) => sentence))].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <QuietButton onPress={() => onRead(meeting.receipt)}>Ta bort</QuietButton>
    </Notice>
  );
}
