import { Button } from "../../ui/Button.tsx";
import type { TallyQueue } from "./tally-queue.ts";
import { isRefused, isWaiting } from "./tally-queue.ts";
import type { LastMeeting } from "./use-last-meeting.ts";

type Props = {
  readonly last: LastMeeting | undefined;
  readonly queue: TallyQueue;
  readonly onUndo: () => void;
};

/** The latest meeting in words, and the way to take it back; read aloud when it comes. Nothing of one refused. */
export function JustNoted({ last, queue, onUndo }: Props) {
  const told = last && !isRefused(queue, last.meeting) ? last : undefined;
  return (
    <div className="tally-last" role="status">
      {told && <Told last={told} queue={queue} />}
      {told && !told.isUndone && (
        <Button kind="secondary" shortcut="U" onPress={onUndo}>
          Ångra
        </Button>
      )}
    </div>
  );
}

function Told({ last, queue }: { readonly last: LastMeeting; readonly queue: TallyQueue }) {
  const { meeting, words, isUndone } = last;
  const waits = queue.trouble !== undefined && isWaiting(queue, meeting);
  if (isUndone) {
    return (
      <p>
        <strong>Ångrat.</strong>{" "}
        {waits ? "Mötet tas bort när kontakten är tillbaka." : "Mötet är borttaget."}
      </p>
    );
  }
  return (
    <p>
      <strong>Noterat.</strong> {words.join(" ")}
      {waits && " Sparas när kontakten är tillbaka."}
      {queue.latest?.receipt === meeting.receipt && (
        <span className="soft"> {ofTheDayInWords(queue.latest.ofTheDay)}</span>
      )}
    </p>
  );
}

function ofTheDayInWords(count: number): string {
  return count === 1
    ? "Det är enhetens första möte den dagen."
    : `Enheten har noterat ${count} möten den dagen.`;
}
