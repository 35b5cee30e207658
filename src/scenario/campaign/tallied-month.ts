import type { Answers } from "#codebook";
import { addDays, type IsoDate, type Randomness, type UnitId } from "#kernel";
import { combinationOf, type TalliedDay } from "#screening";
import { happens, pick, shuffled } from "../draw.ts";
import { countsOf, entriesOf, type Shares } from "../quota.ts";
import { workdayFrom } from "../workday.ts";

/** A unit's month of asking, as its shares are to come out. */
export type UnitMonth = {
  readonly unit: UnitId;
  /** An option of the meeting codebook's kind of unit. */
  readonly kind: number;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly meetings: number;
  /** Of a hundred meetings. */
  readonly asked: number;
  /** Of a hundred who were asked: now, earlier, and those who did not want to answer. */
  readonly answers: { readonly now: number; readonly earlier: number; readonly silent: number };
};

const needsAssessment = 2;

/** Lack of time first, as the focus month in Jämtland found; with older people a partner is there more often. */
const reasons: Shares = { 1: 38, 2: 22, 3: 14, 4: 9, 5: 8, 6: 5, 7: 4 };
const reasonsWithOlder: Shares = { 1: 24, 2: 20, 3: 30, 4: 2, 5: 8, 6: 12, 7: 4 };

/** What was done, as codes that stand together. */
const done: readonly (readonly number[])[] = [[1], [1, 2], [1, 2], [1, 3], [2], [2, 4], [4], [5]];
const sexes = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2];
const ages = { younger: [1, 1, 2, 2, 2, 3, 3], older: [3, 4, 4, 4] } as const;

/**
 * So many meetings of a month were noted like this on each day. Whether one was asked, why not, and what was
 * answered come out as the shares say; what was done, the optional questions and the day are drawn.
 */
export function talliedMonth(month: UnitMonth, randomness: Randomness): readonly TalliedDay[] {
  const days = workdaysIn(month);
  const counts = new Map<string, TalliedDay>();
  for (const answers of meetingsOf(month, randomness)) {
    const day = pick(randomness, days);
    const combination = combinationOf(answers);
    const key = `${day} ${combination}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { unit: month.unit, day, combination, count });
  }
  return [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

function meetingsOf(month: UnitMonth, randomness: Randomness): readonly Answers[] {
  const { kind, meetings, asked, answers } = month;
  const isOlder = kind === needsAssessment;
  const { now, earlier, silent } = answers;
  const no = 100 - now - earlier - silent;
  const isAsked = countsOf(meetings, { 1: asked, 2: 100 - asked });
  const given = listOf(countsOf(isAsked[1] ?? 0, { 1: now, 2: earlier, 3: no, 4: silent }));
  const why = listOf(countsOf(isAsked[2] ?? 0, isOlder ? reasonsWithOlder : reasons));
  const noted = [
    ...shuffled(randomness, given).map((code) => askedAnswers(code, randomness)),
    ...shuffled(randomness, why).map((code) => whyNot(code, randomness)),
  ];
  return noted.map((each) => ({
    ...each,
    ...(happens(randomness, 75) ? { F07: one(pick(randomness, sexes)) } : {}),
    ...(happens(randomness, 70)
      ? { F08: one(pick(randomness, isOlder ? ages.older : ages.younger)) }
      : {}),
  }));
}

function askedAnswers(code: number, randomness: Randomness): Answers {
  const answers: Answers = { F04: one(1), F06: one(code) };
  return code <= 2 ? { ...answers, F09: several(pick(randomness, done)) } : answers;
}

function whyNot(code: number, randomness: Randomness): Answers {
  const another = happens(randomness, 12) ? [(code % 6) + 1] : [];
  return { F04: one(2), F05: several([code, ...another]) };
}

function one(code: number) {
  return several([code]);
}

function several(codes: readonly number[]) {
  return { kind: "codes", codes: [...new Set(codes)].sort((a, b) => a - b) } as const;
}

function listOf(counts: Shares): readonly number[] {
  return entriesOf(counts).flatMap(([code, count]) => new Array<number>(count).fill(code));
}

function workdaysIn({ firstDay, lastDay }: UnitMonth): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    if (workdayFrom(day) === day) days.push(day);
  }
  // Of a stretch that is a weekend alone its first day.
  return days.length > 0 ? days : [firstDay];
}
