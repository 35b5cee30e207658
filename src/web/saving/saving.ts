import type { CaseView } from "#server";
import { isFull, isSignedOut, type Reply } from "../api/reply.ts";
import type { CaseChange } from "./case-change.ts";
import {
  advance,
  emptyQueue,
  type Place,
  type SaveEntry,
  type SaveEvent,
  type SaveQueue,
} from "./save-queue.ts";

/** What saving needs of the world; a test passes its own. */
export type SavingWorld = {
  readonly send: (entry: SaveEntry) => Promise<Reply<CaseView>>;
  readonly newKey: () => string;
  /** Who is at the keyboard. */
  readonly account?: () => string | undefined;
  /** Calls back after so many milliseconds, and gives the way to call it off. */
  readonly after: (milliseconds: number, callBack: () => void) => () => void;
};

/** Drives the queue: sends one change at a time, and tries again until each has had its answer. */
export type Saving = {
  readonly queue: () => SaveQueue;
  readonly subscribe: (listener: () => void) => () => void;
  readonly opened: (view: CaseView) => void;
  readonly change: (caseCode: string, change: CaseChange) => void;
  readonly settleConflict: (at: Place, keep: "mine" | "theirs") => void;
  readonly readProblem: (at: Place) => void;
  /** Tries again to save all that was refused in the case, after `first` has been carried out. */
  readonly saveRefused: (caseCode: string, first?: CaseChange) => void;
  readonly dropRefused: (caseCode: string) => void;
  readonly signedIn: () => void;
  /** The person, or the browser, says that it is worth trying now. */
  readonly retryNow: () => void;
};

const patience = [1, 2, 4, 8, 15, 30].map((seconds) => seconds * 1000);

export function createSaving({ send, newKey, account, after }: SavingWorld): Saving {
  let queue = emptyQueue;
  let cancelRetry: (() => void) | undefined;
  const listeners = new Set<() => void>();

  function dispatch(event: SaveEvent): void {
    queue = advance(queue, event);
    for (const listener of listeners) listener();
  }

  async function sendNext(): Promise<void> {
    const [head] = queue.waiting;
    if (!head || queue.isSending || queue.trouble?.kind === "signed-out") return;
    cancelRetry?.();
    cancelRetry = undefined;
    dispatch({ kind: "sending" });
    const reply = await send(head);
    if (reply.kind === "ok") dispatch({ kind: "saved", view: reply.value });
    else if (isSignedOut(reply)) dispatch({ kind: "signed-out" });
    else if (reply.kind === "refused") dispatch({ kind: "refused", refusal: reply.refusal });
    else return retryLater(isFull(reply));
    await sendNext();
  }

  function retryLater(isServerFull: boolean): void {
    dispatch({ kind: "lost-contact", isFull: isServerFull });
    const attempts = queue.trouble?.kind === "no-contact" ? queue.trouble.attempts : 1;
    const wait = patience[Math.min(attempts, patience.length) - 1] ?? 30_000;
    cancelRetry = after(wait, () => void sendNext());
  }

  function then(event: SaveEvent): void {
    dispatch(event);
    // While contact is lost only the timer tries, or the person: not every new answer.
    if (queue.trouble === undefined) void sendNext();
  }

  function entryOf(caseCode: string, change: CaseChange): SaveEntry {
    return { key: newKey(), account: account?.(), caseCode, change };
  }

  return {
    queue: () => queue,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    opened: (view) => dispatch({ kind: "opened", view }),
    change: (caseCode, change) => then({ kind: "changed", entry: entryOf(caseCode, change) }),
    settleConflict: (at, keep) => then({ kind: "conflict-settled", at, keep, key: newKey() }),
    readProblem: (at) => dispatch({ kind: "problem-read", at }),
    saveRefused: (caseCode, first) => {
      if (first) dispatch({ kind: "changed", entry: entryOf(caseCode, first) });
      then({ kind: "refused-again", caseCode, newKey });
    },
    dropRefused: (caseCode) => dispatch({ kind: "refused-dropped", caseCode }),
    signedIn: () => then({ kind: "signed-in" }),
    retryNow: () => void sendNext(),
  };
}
