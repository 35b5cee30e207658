import { capitalised, numberInWords } from "#kernel";
import { type TallyQueue, waitingMeetings } from "./tally-queue.ts";

/** Nothing while all is well. */
export function waitingSentence(queue: TallyQueue, isSlow: boolean): string | undefined {
  const { trouble } = queue;
  if (queue.waiting.length === 0 || (!trouble && !isSlow)) return undefined;
  const waiting = waitingInWords(waitingMeetings(queue));
  if (!trouble) return waiting;
  if (trouble.kind === "signed-out") return `Du är utloggad. ${waiting}`;
  if (trouble.isFull) {
    return `Servern är full. ${waiting} Säg till den som sköter driften.`;
  }
  return `Vi fick ingen kontakt. ${waiting} Stäng inte sidan. Du kan fortsätta att notera.`;
}

function waitingInWords(count: number): string {
  if (count === 0) return "Det du ångrade väntar på att tas bort.";
  if (count === 1) return "Ett möte väntar på att sparas.";
  return `${capitalised(numberInWords(count))} möten väntar på att sparas.`;
}
