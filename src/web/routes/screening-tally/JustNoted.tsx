import { Button } from "../../ui/Button.tsx";
import type { TallyQueue } from "./tally-queue.ts";
import { isWaiting } from "./tally-queue.ts";
import type { LastMeeting } from "./use-last-meeting.ts";

type Props = {
  readonly last: LastMeeting | undefined;
  readonly queue: TallyQueue;
  readonly onUndo: () => void;
};

/** The latest meeting in words, and the way to take it back; read aloud when it comes. */
export function JustNoted({ last, queue, onUndo }: Props) {
  return (
    <div className="tally-last" role="status">
      {last && <Told last={last} queue={queue} />}
      {last && !last.isUndone && (
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
