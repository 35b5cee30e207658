import { addressKey, type Codebook } from "#codebook";
import { daysBetween, type Instant, type IsoDate, swedishDay } from "#kernel";
import type { CaseRecord } from "#registration";

/** Days within which what has happened should be registered. */
export const goalDays = 14;

/** Days back that timeliness is told for: how it is now, and not how it once was. */
export const recentDays = 365;

export const timedEvents = ["started", "assessed", "closed"] as const;
export type TimedEvent = (typeof timedEvents)[number];

/** Days from what happened until it was registered. */
export type Timeliness = {
  readonly event: TimedEvent;
  /** How many were registered lately: cases, or assessments. */
  readonly events: number;
  /** `null`: none. Half days where two are in the middle. */
  readonly medianDays: number | null;
  readonly withinGoal: number;
};

export type TimelinessCount = {
  /** @param startedAt when the case's first revision was made. */
  readonly add: (record: CaseRecord, codebook: Codebook, startedAt: Instant) => void;
  readonly result: () => readonly Timeliness[];
};

/** Counts what was registered in the year before `today`. */
export function countTimeliness(today: IsoDate): TimelinessCount {
  const waited = { started: [], assessed: [], closed: [] } as { [event in TimedEvent]: number[] };

  function note(event: TimedEvent, happened: IsoDate, registeredAt: Instant): void {
    const registered = swedishDay(registeredAt);
    if (daysBetween(registered, today) > recentDays) return;
    waited[event].push(Math.max(0, daysBetween(happened, registered)));
  }

  return {
    add(record, codebook, startedAt) {
      note("started", record.startedOn, startedAt);
      for (const { date, at } of assessmentsIn(record, codebook)) note("assessed", date, at);
      const { closedOn, completed } = record;
      if (closedOn && completed.after) note("closed", closedOn, completed.after.at);
    },
    result: () =>
      timedEvents.map((event) => {
        const days = waited[event];
        const withinGoal = days.filter((each) => each <= goalDays).length;
        return { event, events: days.length, medianDays: median(days), withinGoal };
      }),
  };
}

/** Days of the rows whose level is followed over time, each with when it was written down. */
function assessmentsIn({ sheet, marks }: CaseRecord, { groups }: Codebook) {
  return groups.flatMap(({ id: group, reassess }) => {
    if (!reassess) return [];
    return sheet.items
      .filter((item) => item.group === group)
      .flatMap(({ id, answers }) => {
        const value = Object.hasOwn(answers, reassess.date) ? answers[reassess.date] : undefined;
        const mark = marks[addressKey({ variable: reassess.date, item: id })];
        return value?.kind === "date" && mark ? [{ date: value.date, at: mark.at }] : [];
      });
  });
}

function median(numbers: readonly number[]): number | null {
  const inOrder = numbers.toSorted((one, other) => one - other);
  const upper = inOrder[Math.floor(inOrder.length / 2)];
  const lower = inOrder[Math.ceil(inOrder.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
