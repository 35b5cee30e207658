import type { AnswerValue } from "#codebook";
import type { Instant } from "#kernel";
import type { CaseView, Refusal } from "#server";
import { type CaseChange, placeOf } from "./case-change.ts";

/**
 * What waits to be saved, in the order it was done. One at a time: a later answer may rest on an
 * earlier one (a question is asked because of it), so neither may overtake the other. Pure: time,
 * network and timers belong to `saving.ts`.
 */
export type SaveQueue = {
  readonly waiting: readonly SaveEntry[];
  /** Whether the first of `waiting` is on its way. */
  readonly isSending: boolean;
  readonly trouble: Trouble | undefined;
  readonly conflicts: readonly Conflict[];
  readonly refused: readonly RefusedEntry[];
  /** The cases as the server last told them, by code. */
  readonly cases: { readonly [code: string]: CaseView };
};

export type SaveEntry = {
  /** Sent with every try: the change is carried out once. */
  readonly key: string;
  /** Whose it is; never saved in anybody else's name. */
  readonly account?: string | undefined;
  readonly caseCode: string;
  readonly change: CaseChange;
};

export type Trouble =
  | {
      readonly kind: "no-contact";
      readonly attempts: number;
      /** There is contact, and no room on the server. */
      readonly isFull?: true;
    }
  | { readonly kind: "signed-out" };

/** Somebody else answered the same question meanwhile: a person must choose. */
export type Conflict = {
  readonly entry: SaveEntry & { readonly change: Extract<CaseChange, { kind: "answer" }> };
  readonly theirs: AnswerValue | null;
  readonly by: string;
  readonly at: Instant | undefined;
};

export type RefusedEntry = {
  readonly entry: SaveEntry;
  readonly problems: Refusal["problems"];
};

export type SaveEvent =
  | { readonly kind: "opened"; readonly view: CaseView }
  | { readonly kind: "changed"; readonly entry: SaveEntry }
  | { readonly kind: "sending" }
  | { readonly kind: "saved"; readonly view: CaseView }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "lost-contact"; readonly isFull?: boolean }
  | { readonly kind: "signed-out" }
  | { readonly kind: "signed-in" }
  /** The person chose; `key` is new, since keeping one's own answer is a new change. */
  | {
      readonly kind: "conflict-settled";
      readonly at: Place;
      readonly keep: "mine" | "theirs";
      readonly key: string;
    }
  | { readonly kind: "problem-read"; readonly at: Place }
  /** What stood in the way is gone: all that was refused in the case waits again, in its order. */
  | { readonly kind: "refused-again"; readonly caseCode: string; readonly newKey: () => string }
  | { readonly kind: "refused-dropped"; readonly caseCode: string };

/** One question, row or phase of one case. */
export type Place = { readonly caseCode: string; readonly place: string };

export const emptyQueue: SaveQueue = {
  waiting: [],
  isSending: false,
  trouble: undefined,
  conflicts: [],
  refused: [],
  cases: {},
};

export function hasUnsaved(queue: SaveQueue): boolean {
  return queue.waiting.length > 0 || queue.conflicts.length > 0;
}

export function advance(queue: SaveQueue, event: SaveEvent): SaveQueue {
  switch (event.kind) {
    case "opened":
      return { ...queue, cases: withCase(queue, event.view) };
    case "changed":
      return add(queue, event.entry);
    case "sending":
      return { ...queue, isSending: true };
    case "saved":
      return saved(queue, event.view);
    case "refused":
      return refuse(queue, event.refusal);
    case "lost-contact": {
      const before = queue.trouble?.kind === "no-contact" ? queue.trouble.attempts : 0;
      const full = event.isFull ? ({ isFull: true } as const) : {};
      const trouble: Trouble = { kind: "no-contact", attempts: before + 1, ...full };
      return { ...queue, isSending: false, trouble };
    }
    case "signed-out":
      return { ...queue, isSending: false, trouble: { kind: "signed-out" } };
    case "signed-in":
      return { ...queue, trouble: undefined };
    case "conflict-settled":
      return settle(queue, event);
    case "problem-read":
      return { ...queue, refused: queue.refused.filter(({ entry }) => !isAt(entry, event.at)) };
    case "refused-again": {
      const again = refusedIn(queue, event.caseCode).map(({ entry }) => ({
        ...entry,
        key: event.newKey(),
      }));
      return { ...withoutRefused(queue, event.caseCode), waiting: [...queue.waiting, ...again] };
    }
    case "refused-dropped":
      return withoutRefused(queue, event.caseCode);
  }
}

/** In the order in which it was done. */
export function refusedIn({ refused }: SaveQueue, caseCode: string): readonly RefusedEntry[] {
  return refused.filter(({ entry }) => entry.caseCode === caseCode);
}

function withoutRefused(queue: SaveQueue, caseCode: string): SaveQueue {
  return { ...queue, refused: queue.refused.filter(({ entry }) => entry.caseCode !== caseCode) };
}

function add(queue: SaveQueue, entry: SaveEntry): SaveQueue {
  const refused = queue.refused.filter((each) => !isSamePlace(each.entry, entry));
  // While a conflict stands open, answering again only changes what «my answer» is.
  const { change } = entry;
  if (change.kind === "answer" && queue.conflicts.some((each) => isSamePlace(each.entry, entry))) {
    const conflicts = queue.conflicts.map((each) =>
      isSamePlace(each.entry, entry) ? { ...each, entry: { ...entry, change } } : each,
    );
    return { ...queue, conflicts, refused };
  }
  const last = queue.waiting.at(-1);
  // A try whose reply was lost may have been carried out: it is sent again before anything else.
  const isTried = queue.isSending || queue.trouble?.kind === "no-contact";
  const isLastOnItsWay = isTried && queue.waiting.length === 1;
  // Only the very last may be replaced: an answer in between may rest on the earlier one.
  const replaces =
    last !== undefined && !isLastOnItsWay && change.kind === "answer" && isSamePlace(last, entry);
  const kept = replaces ? queue.waiting.slice(0, -1) : queue.waiting;
  return { ...queue, waiting: [...kept, entry], refused };
}

function saved(queue: SaveQueue, view: CaseView): SaveQueue {
  const [head, ...rest] = queue.waiting;
  const waiting = head ? rest.map((entry) => rebased(entry, head, view)) : rest;
  return { ...queue, waiting, isSending: false, trouble: undefined, cases: withCase(queue, view) };
}

/** The same person's next answer to the same question rests on the one just saved. */
function rebased(entry: SaveEntry, head: SaveEntry, view: CaseView): SaveEntry {
  if (entry.change.kind !== "answer" || !isSamePlace(entry, head)) return entry;
  const basedOn = view.marks[placeOf(entry.change)]?.revision ?? 0;
  return { ...entry, change: { ...entry.change, basedOn } };
}

function refuse(queue: SaveQueue, refusal: Refusal): SaveQueue {
  const [head, ...rest] = queue.waiting;
  if (!head) return queue;
  const next = { ...queue, isSending: false, trouble: undefined };
  const cases = refusal.case ? withCase(queue, refusal.case) : queue.cases;
  const changedMeanwhile = refusal.problems.some(({ code }) => code === "changed-meanwhile");
  if (!changedMeanwhile || !refusal.case || head.change.kind !== "answer") {
    const refused = [...queue.refused, { entry: head, problems: refusal.problems }];
    return { ...next, waiting: rest, refused, cases };
  }
  const same = rest.filter((entry) => isSamePlace(entry, head)).at(-1) ?? head;
  const mine = same.change.kind === "answer" ? same.change : head.change;
  const place = placeOf(head.change);
  const mark = refusal.case.marks[place];
  const conflict: Conflict = {
    entry: { ...same, change: mine },
    theirs: answerAt(refusal.case, head.change) ?? null,
    by: mark?.by ?? "En kollega",
    at: mark?.at,
  };
  const waiting = rest.filter((entry) => !isSamePlace(entry, head));
  return { ...next, waiting, cases, conflicts: [...queue.conflicts, conflict] };
}

function settle(
  queue: SaveQueue,
  { at, keep, key }: Extract<SaveEvent, { kind: "conflict-settled" }>,
): SaveQueue {
  const conflict = queue.conflicts.find(({ entry }) => isAt(entry, at));
  if (!conflict) return queue;
  const without = { ...queue, conflicts: queue.conflicts.filter((each) => each !== conflict) };
  if (keep === "theirs") return without;
  const { entry } = conflict;
  const basedOn = queue.cases[entry.caseCode]?.marks[at.place]?.revision ?? 0;
  return add(without, { ...entry, key, change: { ...entry.change, basedOn } });
}

/** An older telling of a case never replaces a newer one. */
function withCase(queue: SaveQueue, view: CaseView): SaveQueue["cases"] {
  const known = queue.cases[view.code];
  return known && known.revision > view.revision
    ? queue.cases
    : { ...queue.cases, [view.code]: view };
}

function answerAt(view: CaseView, { address }: Extract<CaseChange, { kind: "answer" }>) {
  if (address.item === undefined) return view.sheet.answers[address.variable];
  const row = view.sheet.items.find((item) => item.id === address.item);
  return row?.answers[address.variable];
}

function isSamePlace(a: SaveEntry, b: SaveEntry): boolean {
  return isAt(a, { caseCode: b.caseCode, place: placeOf(b.change) });
}

export function isAt(entry: SaveEntry, { caseCode, place }: Place): boolean {
  return entry.caseCode === caseCode && placeOf(entry.change) === place;
}
