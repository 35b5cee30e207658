import type { PhaseId } from "#codebook";
import { type AccountId, addDays, type IsoDate, type Randomness } from "#kernel";
import { between, happens } from "./draw.ts";
import { drawLifeLine, type LifeLine, type LifeStage } from "./life-line.ts";
import type { Plan } from "./population/plan.ts";
import { surveyLife } from "./population/survey-life.ts";
import { wholeLife } from "./population/whole-life.ts";
import { withSlip } from "./slip.ts";
import { workdayUntil } from "./workday.ts";
import type { WrittenAnswers, WrittenCase } from "./written-case.ts";

/** What is decided beforehand of a case, so that a unit has the mixture it should have. */
export type Fate = {
  readonly stage: LifeStage;
  readonly plan: Plan;
  /** Its place in the plan. */
  readonly at: number;
  /** Who keys in paper surveys. */
  readonly keyedInBy: AccountId;
};

const background = ["V01", "V02", "V03", "V04", "V05", "V06"];
const before = ["V07", "V08", "V09", "V10", "V11", "V12", "V13"];
const investigating = 6;

/** A whole life with days of its own, cut off where the case stands. */
export function drawCase(randomness: Randomness, fate: Fate, today: IsoDate): WrittenCase {
  const { stage, plan, at, keyedInBy } = fate;
  const line = drawLifeLine(randomness, stage, today);
  const whole = wholeLife(plan, at, line, randomness);
  const written = withSlip(randomness, cutOff(randomness, whole, stage, line));
  if (stage !== "closed") return written;
  const times = { keyedInBy, last: workdayUntil(addDays(today, -1)) };
  const survey = surveyLife(plan, at, line, times, randomness);
  return survey ? { ...written, survey } : written;
}

function cutOff(
  randomness: Randomness,
  whole: WrittenCase,
  stage: LifeStage,
  { endedOn }: LifeLine,
): WrittenCase {
  if (stage === "closed") return whole;
  const { closedOn: _, ...open } = whole;
  const upTo = (names: readonly string[], completed: readonly PhaseId[]): WrittenCase => ({
    ...open,
    completed,
    answers: only(whole.answers, names),
    rows: whole.rows.filter(({ phase }) => completed.includes(phase)),
  });

  if (stage === "fresh") {
    const count = between(randomness, 3, background.length);
    return upTo(background.slice(0, count), count === background.length ? ["background"] : []);
  }
  if (stage === "before") {
    const count = between(randomness, 1, before.length - 1);
    const cut = upTo([...background, ...before.slice(0, count)], ["background"]);
    return { ...cut, satOn: { ...whole.satOn, before: endedOn } };
  }
  if (stage === "closing") {
    const cut = upTo([...background, ...before, "V16", "V19"], ["background", "before", "during"]);
    const isSupported = cut.rows.some(({ phase }) => phase === "during");
    return isSupported ? cut : { ...cut, satOn: { ...whole.satOn, during: endedOn } };
  }
  const cut = upTo([...background, ...before, "V16"], ["background", "before"]);
  const isInvestigated = happens(randomness, 15);
  const ongoing = isInvestigated ? [] : whole.rows.filter(({ phase }) => phase === "during");
  return {
    ...cut,
    answers: isInvestigated ? { ...cut.answers, V16: investigating } : cut.answers,
    rows: [...cut.rows, ...ongoing.map(withoutEnd)],
    satOn: { ...whole.satOn, during: endedOn },
  };
}

function withoutEnd(row: WrittenCase["rows"][number]): WrittenCase["rows"][number] {
  const { end: _, ...fields } = row.fields;
  return { ...row, fields };
}

function only(answers: WrittenAnswers, names: readonly string[]): WrittenAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}
