import type { IsoDate } from "#kernel";
import type { Refusal } from "#server";

/** A meeting as it is sent; the receipt is known to this page alone. */
export type NotedMeeting = {
  readonly receipt: string;
  /** Whose window it is: never sent while somebody else is signed in. */
  readonly account: string | undefined;
  readonly campaign: string;
  readonly unit: string;
  readonly day: IsoDate;
  readonly combination: string;
};

/**
 * What waits to be sent, in the order in which it was done, one at a time. In memory alone. Pure: network
 * and timers belong to `tally-sending.ts`.
 */
export type TallyQueue = {
  readonly waiting: readonly TallyEntry[];
  /** Whether the first of `waiting` is on its way. */
  readonly isSending: boolean;
  readonly trouble: TallyTrouble | undefined;
  readonly refused: readonly RefusedTally[];
  /** What the server said of the latest that it took. */
  readonly latest: { readonly receipt: string; readonly ofTheDay: number } | undefined;
};

export type TallyEntry = {
  readonly kind: "note" | "undo";
  readonly meeting: NotedMeeting;
  /** Was sent, and nobody knows whether it came. */
  readonly isTried: boolean;
};

type TallyTrouble =
  | { readonly kind: "no-contact"; readonly attempts: number; readonly isFull: boolean }
  | { readonly kind: "signed-out" };

export type RefusedTally = {
  readonly kind: TallyEntry["kind"];
  readonly meeting: NotedMeeting;
  readonly problems: Refusal["problems"];
};

export type TallyEvent =
  | { readonly kind: "noted"; readonly meeting: NotedMeeting }
  | { readonly kind: "undone"; readonly meeting: NotedMeeting }
  | { readonly kind: "sending" }
  | { readonly kind: "sent"; readonly ofTheDay: number }
  | { readonly kind: "refused"; readonly problems: Refusal["problems"] }
  | { readonly kind: "lost-contact"; readonly isFull: boolean }
  | { readonly kind: "signed-out" }
  | { readonly kind: "signed-in" }
  | { readonly kind: "refusal-read"; readonly receipt: string };

export const emptyTallyQueue: TallyQueue = {
  waiting: [],
  isSending: false,
  trouble: undefined,
  refused: [],
  latest: undefined,
};

export function advanceTally(queue: TallyQueue, event: TallyEvent): TallyQueue {
  switch (event.kind) {
    case "noted":
      return withEntry(queue, { kind: "note", meeting: event.meeting, isTried: false });
    case "undone":
      return undo(queue, event.meeting);
    case "sending":
      return { ...queue, isSending: true };
    case "sent":
      return sent(queue, event.ofTheDay);
    case "refused":
      return refuse(queue, event.problems);
    case "lost-contact":
      return loseContact(queue, event.isFull);
    case "signed-out":
      return { ...tried(queue), isSending: false, trouble: { kind: "signed-out" } };
    case "signed-in":
      return { ...queue, trouble: undefined };
    case "refusal-read":
      return { ...queue, refused: queue.refused.filter((each) => !isOf(each, event.receipt)) };
  }
}

/** Meetings that are not counted yet, and will be. */
export function waitingMeetings({ waiting }: TallyQueue): number {
  return waiting.filter(
    ({ kind, meeting: { receipt } }) =>
      kind === "note" && !waiting.some((each) => each.kind === "undo" && isOf(each, receipt)),
  ).length;
}

export function isWaiting({ waiting }: TallyQueue, { receipt }: NotedMeeting): boolean {
  return waiting.some((each) => isOf(each, receipt));
}

export function isRefused({ refused }: TallyQueue, { receipt }: NotedMeeting): boolean {
  return refused.some((each) => isOf(each, receipt));
}

/**
 * What has not left the page is simply gone. What was sent, and may have come, is taken back by its
 * receipt: the server knows it also where the meeting itself never came.
 */
function undo(queue: TallyQueue, meeting: NotedMeeting): TallyQueue {
  const { receipt } = meeting;
  const entry: TallyEntry = { kind: "undo", meeting, isTried: false };
  const index = queue.waiting.findIndex((each) => isOf(each, receipt));
  const found = queue.waiting[index];
  if (queue.refused.some((each) => isOf(each, receipt))) {
    return { ...queue, refused: queue.refused.filter((each) => !isOf(each, receipt)) };
  }
  if (!found) return withEntry(queue, entry);
  if (found.kind === "undo") return queue;
  if (queue.isSending && index === 0) {
    return { ...queue, waiting: [found, entry, ...queue.waiting.slice(1)] };
  }
  const instead = found.isTried ? [entry] : [];
  return { ...queue, waiting: queue.waiting.toSpliced(index, 1, ...instead) };
}

function sent(queue: TallyQueue, ofTheDay: number): TallyQueue {
  const [head, ...waiting] = queue.waiting;
  const latest = head ? { receipt: head.meeting.receipt, ofTheDay } : queue.latest;
  return { ...queue, waiting, latest, isSending: false, trouble: undefined };
}

/** What is taken back and was never there is taken back. */
function refuse(queue: TallyQueue, problems: Refusal["problems"]): TallyQueue {
  const [head, ...rest] = queue.waiting;
  if (!head) return queue;
  const { kind, meeting } = head;
  const waiting = kind === "note" ? rest.filter((each) => !isOf(each, meeting.receipt)) : rest;
  const isTakenBack = waiting.length < rest.length;
  const wasNeverThere = problems.some(({ code }) => code === "meeting-not-noted");
  const next = { ...queue, waiting, isSending: false, trouble: undefined };
  if (isTakenBack || (kind === "undo" && wasNeverThere)) return next;
  return { ...next, refused: [...queue.refused, { kind, meeting, problems }] };
}

function loseContact(queue: TallyQueue, isFull: boolean): TallyQueue {
  const before = queue.trouble?.kind === "no-contact" ? queue.trouble.attempts : 0;
  const [head, next, ...rest] = tried(queue).waiting;
  // Taken back while it was on its way: it is enough that the server hears of that.
  const isTakenBack = next?.kind === "undo" && isOf(next, head?.meeting.receipt);
  const waiting = [head, next].filter((each) => each !== undefined).slice(isTakenBack ? 1 : 0);
  return {
    ...queue,
    waiting: [...waiting, ...rest],
    isSending: false,
    trouble: { kind: "no-contact", attempts: before + 1, isFull },
  };
}

function tried(queue: TallyQueue): TallyQueue {
  const [head, ...rest] = queue.waiting;
  return head ? { ...queue, waiting: [{ ...head, isTried: true }, ...rest] } : queue;
}

function withEntry(queue: TallyQueue, entry: TallyEntry): TallyQueue {
  return { ...queue, waiting: [...queue.waiting, entry] };
}

function isOf({ meeting }: Pick<TallyEntry, "meeting">, receipt: string | undefined): boolean {
  return meeting.receipt === receipt;
}
