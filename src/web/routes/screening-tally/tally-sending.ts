import type { MeetingNoted } from "#server";
import { isFull, isSignedOut, type Reply } from "../../api/reply.ts";
import {
  advanceTally,
  emptyTallyQueue,
  type NotedMeeting,
  type TallyEntry,
  type TallyEvent,
  type TallyQueue,
} from "./tally-queue.ts";

/** What sending needs of the world; a test passes its own. */
type TallyWorld = {
  readonly send: (entry: TallyEntry) => Promise<Reply<MeetingNoted>>;
  /** Calls back after so many milliseconds, and gives the way to call it off. */
  readonly after: (milliseconds: number, callBack: () => void) => () => void;
};

/** Drives the queue: one meeting at a time, again and again until each has had its answer. */
export type TallySending = {
  readonly queue: () => TallyQueue;
  readonly subscribe: (listener: () => void) => () => void;
  readonly note: (meeting: NotedMeeting) => void;
  readonly undo: (meeting: NotedMeeting) => void;
  readonly readRefusal: (receipt: string) => void;
  readonly signedIn: () => void;
  /** The person, or the browser, says that it is worth trying now. */
  readonly retryNow: () => void;
};

const patience = [1, 2, 4, 8, 15, 30].map((seconds) => seconds * 1000);

export function createTallySending({ send, after }: TallyWorld): TallySending {
  let queue = emptyTallyQueue;
  let cancelRetry: (() => void) | undefined;
  const listeners = new Set<() => void>();

  function dispatch(event: TallyEvent): void {
    queue = advanceTally(queue, event);
    for (const listener of listeners) listener();
  }

  async function sendNext(): Promise<void> {
    const [head] = queue.waiting;
    if (!head || queue.isSending || queue.trouble?.kind === "signed-out") return;
    cancelRetry?.();
    cancelRetry = undefined;
    dispatch({ kind: "sending" });
    const reply = await send(head);
    if (reply.kind === "ok") dispatch({ kind: "sent", ofTheDay: reply.value.ofTheDay });
    else if (isSignedOut(reply)) dispatch({ kind: "signed-out" });
    else if (reply.kind === "refused" && reply.status !== 429) {
      dispatch({ kind: "refused", problems: reply.refusal.problems });
    } else return retryLater(isFull(reply));
    await sendNext();
  }

  function retryLater(isServerFull: boolean): void {
    dispatch({ kind: "lost-contact", isFull: isServerFull });
    const attempts = queue.trouble?.kind === "no-contact" ? queue.trouble.attempts : 1;
    const wait = patience[Math.min(attempts, patience.length) - 1] ?? 30_000;
    cancelRetry = after(wait, () => void sendNext());
  }

  function then(event: TallyEvent): void {
    dispatch(event);
    // While contact is lost only the timer tries, or the person: not every new meeting.
    if (queue.trouble === undefined) void sendNext();
  }

  return {
    queue: () => queue,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    note: (meeting) => then({ kind: "noted", meeting }),
    undo: (meeting) => then({ kind: "undone", meeting }),
    readRefusal: (receipt) => dispatch({ kind: "refusal-read", receipt }),
    signedIn: () => then({ kind: "signed-in" }),
    retryNow: () => void sendNext(),
  };
}
