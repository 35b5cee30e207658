import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import type { TallyQueue } from "./tally-queue.ts";
import { waitingSentence } from "./waiting-words.ts";

type Props = {
  readonly queue: TallyQueue;
  /** It has waited for so long that one wonders. */
  readonly isSlow: boolean;
  readonly onRetry: () => void;
};

/** What has not been saved yet. */
export function WaitingMeetings({ queue, isSlow, onRetry }: Props) {
  const sentence = waitingSentence(queue, isSlow);
  return (
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
  );
}
