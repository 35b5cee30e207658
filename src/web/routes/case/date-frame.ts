import { type Answers, addressKey, type Item, type Question } from "#codebook";
import { addDays, type IsoDate, swedishDay } from "#kernel";
import type { CaseView } from "#server";
import type { DateFrame } from "../../keyboard/typed-date.ts";

/** Registered so long after its start, a case is told of afterwards: today is no guide to its days. */
const afterwards = 180;

/** As long after its start, what happens in a case is most often registered the day it happens. */
const justBegun = 7;

type FramedCase = Pick<CaseView, "startedOn" | "marks" | "sheet">;

/** The question that a day is typed in, and the row that it is a field of. */
export type AskedDay = { readonly question: Question; readonly row: Item | undefined };

/** How a day without a year is read in this case, at a question of its own or of one of its rows. */
export function dateFrame(
  { startedOn, marks, sheet }: FramedCase,
  today: IsoDate,
  asked?: AskedDay,
): DateFrame {
  const earlier = earlierDay(asked);
  const notBefore = earlier ?? startedOn;
  if (firstAnswerOn(marks, today) <= addDays(startedOn, afterwards)) return { today, notBefore };
  const near = earlier ?? latest(startedOn, daysIn(sheet, asked));
  return { today, near, notBefore };
}

/**
 * Whether an empty field and Enter mean today: only where a day must be given, in a case that has just
 * begun. Elsewhere Enter at an empty field goes on, and answers nothing.
 */
export function isTodayLikely(
  { startedOn }: FramedCase,
  { required }: Question,
  today: IsoDate,
): boolean {
  return required && today <= addDays(startedOn, justBegun);
}

/** The day that this one cannot come before, such as the start of what it ends. */
function earlierDay(asked: AskedDay | undefined): IsoDate | undefined {
  const field = asked?.question.dateLimits?.notBefore;
  const value = field === undefined ? undefined : asked?.row?.answers[field];
  return value?.kind === "date" ? value.date : undefined;
}

function firstAnswerOn(marks: FramedCase["marks"], today: IsoDate): IsoDate {
  const days = Object.values(marks).map(({ at }) => swedishDay(at));
  return days.reduce((first, day) => (day < first ? day : first), today);
}

/** All days answered in the case but the one that is being answered. */
function daysIn(sheet: FramedCase["sheet"], asked: AskedDay | undefined): readonly IsoDate[] {
  const own = asked && addressOf(asked.question, asked.row);
  const ofCase = datesOf(sheet.answers, undefined);
  return [...ofCase, ...sheet.items.flatMap((item) => datesOf(item.answers, item))]
    .filter(({ at }) => at !== own)
    .map(({ date }) => date);
}

function datesOf(answers: Answers, item: Item | undefined) {
  return Object.entries(answers).flatMap(([variable, value]) =>
    value.kind === "date"
      ? [{ at: addressKey(item ? { variable, item: item.id } : { variable }), date: value.date }]
      : [],
  );
}

function addressOf({ id }: Question, row: Item | undefined): string {
  return addressKey(row ? { variable: id, item: row.id } : { variable: id });
}

function latest(first: IsoDate, days: readonly IsoDate[]): IsoDate {
  return days.reduce((last, day) => (day > last ? day : last), first);
}
