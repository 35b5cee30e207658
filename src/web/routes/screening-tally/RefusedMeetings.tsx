import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords } from "../../words/calendar.ts";
import type { RefusedTally } from "./tally-queue.ts";

type Props = {
  readonly refused: readonly RefusedTally[];
  readonly onRead: (receipt: string) => void;
};

/** What could not be saved, or taken back: each stands until it is read. */
export function RefusedMeetings({ refused, onRead }: Props) {
  return refused.map((each) => (
    <Refused key={each.meeting.receipt} refused={each} onRead={onRead} />
  ));
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
