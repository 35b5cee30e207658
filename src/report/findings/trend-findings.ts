import { type InternalTable, intervalOf, seriesSignals } from "#disclosure";
import { notAnswered } from "../option-label.ts";
import { leastForSeries, leastForShares, leastForSolid } from "../small-numbers.ts";
import type { Proportion, Time } from "../words/findings/told-findings.ts";
import { type About, certaintyIn, questionOf, type Telling } from "./about.ts";
import { type Crossed, crossedOf } from "./crossed.ts";
import type { Draft, OpenQuestion, Point } from "./findings.ts";
import { missingIn, sureOfShare } from "./reserves.ts";
import { timeOf } from "./times.ts";

type Step = Proportion & {
  readonly time: Time;
  readonly code: number;
  readonly column: Crossed["counts"]["columns"][number];
};

/**
 * A share along time: whether any step stands out more than chance gives, and whether the level has
 * shifted. Only what came after the last break that cannot be bridged is looked at.
 */
export function trendFindings(table: InternalTable, telling: Telling): Draft {
  const crossed = crossedOf(table, telling);
  const { about, counts, measure } = crossed;
  const { words, title, counted } = about;
  const { series } = words;
  const [dimension] = measure.columns;
  if (dimension?.kind !== "time" || measure.columns.length !== 1) {
    throw new Error(`no series: ${table.specification.id}`);
  }
  const cut = counts.breaks.findLast(({ kind }) => kind !== "recoded")?.at ?? 0;
  const all = stepsOf(crossed, dimension.step);
  // Steps without cases at either end are no part of the series.
  const steps = trimmed(all.filter(({ code }) => code >= cut));
  const times = steps.map(({ time }) => time);
  const total = together(steps);
  const broken = breaksOf(crossed, dimension.step);
  const missing = missingOf(crossed, steps);
  if (total.total === 0) {
    return {
      title,
      points: [{ weight: "message", sentences: [words.messages.nothing(title, counted)] }],
      howSure: broken,
      missing,
      questions: [{ about: "few", text: words.talk.few(counted) }],
    };
  }
  const small = steps.filter((step) => step.total > 0 && step.total < leastForShares).length;
  const reserves = [...broken, ...(small > 0 ? [series.smallSteps(small, times)] : [])];
  const breakQuestion = askBreak(crossed);
  const filled = filledIn(steps).length;
  if (filled < leastForSeries) {
    const message = series.tooShort(title, total, times, counted, leastForSeries);
    return {
      title,
      points: [{ weight: "message", sentences: [message] }, ...latestOf(about, steps)],
      howSure: [...sureOfShare(about, total, intervalOf(total)), ...reserves],
      missing,
      questions: [...breakQuestion, { about: "anything", text: words.talk.recognise }],
    };
  }
  const found = signalsOf(about, steps, total, times, counts.breaks);
  const isSteady = found.points.length === 0;
  // `p-chart.md`: with ten cases a quarter only a great change shows.
  const isThin = total.total / filled < leastForSolid;
  return {
    title,
    points: [
      ...(isSteady
        ? [
            {
              weight: "message",
              sentences: [series.steady(title, total, times, counted)],
            } as const,
          ]
        : found.points),
      ...latestOf(about, steps),
    ],
    howSure: [
      ...(isSteady ? sureOfShare(about, total, intervalOf(total)) : found.howSure),
      ...(isThin ? [series.onlyGreatChanges(counted, times)] : []),
      ...reserves,
    ],
    missing,
    questions: [
      ...breakQuestion,
      ...found.questions,
      ...(isSteady ? [{ about: "no-difference", text: series.askSteady } as const] : []),
    ],
  };
}

function filledIn(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ total }) => total > 0);
}

/** The last break that cannot be bridged is what the series begins with; else the last of all. */
function askBreak({ about, counts }: Crossed): readonly OpenQuestion[] {
  const cut = counts.breaks.findLast(({ kind }) => kind !== "recoded") ?? counts.breaks.at(-1);
  return cut ? [{ about: "break", text: about.words.series.askBreak(cut.kind) }] : [];
}

function stepsOf(crossed: Crossed, step: Time["step"]): readonly Step[] {
  return crossed.counts.columns.flatMap((column) => {
    const [code] = column.codes;
    if (code === undefined || code === null) return [];
    return [{ ...crossed.shareIn(column), time: timeOf(code, step), code, column }];
  });
}

function trimmed(steps: readonly Step[]): readonly Step[] {
  const isFilled = ({ total }: Step) => total > 0;
  return steps.slice(Math.max(0, steps.findIndex(isFilled)), steps.findLastIndex(isFilled) + 1);
}

/** The chain of the steps that are looked at; what an earlier codebook asked otherwise is told apart. */
function missingOf({ about, counts }: Crossed, steps: readonly Step[]): readonly string[] {
  const sum = (count: (step: Step) => number) =>
    steps.reduce((total, step) => total + count(step), 0);
  const base = {
    eligible: sum(({ column }) => column.base.eligible),
    asked: sum(({ column }) => column.base.asked),
    answered: sum(({ column }) => column.base.answered),
    valid: sum(({ column }) => column.base.valid),
  };
  const unknown = sum(({ column }) =>
    counts.rows.reduce((total, { code, isMissing }, index) => {
      const isUnknown = isMissing && code !== notAnswered;
      return total + (isUnknown ? (column.counts[index] ?? 0) : 0);
    }, 0),
  );
  return missingIn(about, base, unknown);
}

function together(steps: readonly Step[]): Proportion {
  return steps.reduce<Proportion>(
    (sum, { count, total }) => ({ count: sum.count + count, total: sum.total + total }),
    { count: 0, total: 0 },
  );
}

function latestOf({ words }: About, steps: readonly Step[]): readonly Point[] {
  const latest = steps.at(-1);
  return latest ? [{ weight: "detail", sentences: [words.series.latest(latest)] }] : [];
}

type Signalled = Pick<Draft, "points" | "howSure" | "questions">;

/** One step beyond its limits, the latest of them, and eight in a row on one side. */
function signalsOf(
  about: About,
  steps: readonly Step[],
  total: Proportion,
  times: readonly Time[],
  breaks: Crossed["counts"]["breaks"],
): Signalled {
  const signals = seriesSignals(steps);
  const outside = signals.findLast(({ kind }) => kind === "outside-limits");
  const shift = signals.findLast(({ kind }) => kind === "shift");
  const point = outside && steps[outside.last];
  const apart = point ? apartOf(about, point, total, times) : null;
  const shifted = shift ? shiftOf(about, steps, total, shift, breaks) : null;
  return {
    points: [...(apart?.points ?? []), ...(shifted?.points ?? [])],
    howSure: [...(apart?.howSure ?? []), ...(shifted?.howSure ?? [])],
    questions: (apart ?? shifted)?.questions ?? [],
  };
}

function apartOf(about: About, point: Step, total: Proportion, times: readonly Time[]): Signalled {
  const { words, title, counted } = about;
  return {
    points: [
      { weight: "differs", sentences: [words.series.apart(title, point, total, times, counted)] },
    ],
    howSure: sureOfSteps(about, [point]),
    questions: [{ about: "difference", text: words.series.askPoint(point.time) }],
  };
}

/** The run beside the rest, mostly what came before it. */
function shiftOf(
  about: About,
  steps: readonly Step[],
  total: Proportion,
  { first, last }: { readonly first: number; readonly last: number },
  breaks: Crossed["counts"]["breaks"],
): Signalled {
  const { words, title, counted } = about;
  const inRun = filledIn(steps.slice(first, last + 1));
  const [before, after] = [filledIn(steps.slice(0, first)), filledIn(steps.slice(last + 1))];
  const [start, end] = [inRun[0], inRun.at(-1)];
  if (!start || !end) throw new Error("a shift is of steps with cases");
  const outside = [...before, ...after];
  const run = { ...together(inRun), steps: inRun.length, first: start.time, last: end.time };
  const rest = {
    ...together(outside),
    steps: outside.length,
    side: after.length === 0 ? "before" : before.length === 0 ? "after" : "around",
  } as const;
  const isAtBreak = breaks.some(({ at }) => at === start.code);
  const sentence = words.series.shifted(title, run, rest, total, counted, isAtBreak);
  return {
    points: [{ weight: "differs", sentences: [sentence] }],
    howSure: sureOfSteps(about, inRun),
    // Where the answers are converted the break has been asked about already.
    questions: isAtBreak ? [] : [{ about: "difference", text: words.series.askPoint(start.time) }],
  };
}

function sureOfSteps(about: About, steps: readonly Step[]): readonly string[] {
  const told = together(steps);
  const limits = intervalOf(told);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!limits || !first || !last || told.total < leastForShares) return [];
  const isUnsure = certaintyIn(about, told.total) === "uncertain";
  return [about.words.series.interval(first.time, last.time, limits, isUnsure)];
}

function breaksOf({ about, counts }: Crossed, step: Time["step"]): readonly string[] {
  const { words, codebook, language } = about;
  return counts.breaks.map(({ at, variable, group, kind }) => {
    const label = questionOf(codebook, variable, group).question.label[language];
    const say = {
      recoded: words.series.recoded,
      incomparable: words.series.incomparable,
      "not-asked-before": words.series.notAskedBefore,
    }[kind];
    return say(label, timeOf(at, step));
  });
}
