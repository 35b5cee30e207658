import type { PhaseId } from "#codebook";
import type { AccountId, IsoDate, Randomness } from "#kernel";
import { drawClient } from "./client-portrait.ts";
import { between, happens, pick } from "./draw.ts";
import { drawLifeLine, type LifeLine, type LifeStage } from "./life-line.ts";
import { drawSupport } from "./support-portrait.ts";
import { drawSurvey, type SurveyFate } from "./survey-portrait.ts";
import type { WrittenAnswers, WrittenCase } from "./written-case.ts";

/** What is decided beforehand of a case, so that a unit has the mixture it should have. */
export type Fate = {
  readonly stage: LifeStage;
  /** Of closed cases; open ones have not been offered the survey yet. */
  readonly survey: SurveyFate;
  /** Who keys in paper surveys. */
  readonly keyedInBy: AccountId;
};

const background = ["V01", "V02", "V03", "V04", "V05", "V06"];
const before = ["V07", "V08", "V09", "V10", "V11", "V12", "V13"];
const investigating = 6;

/** Draws a whole life and cuts it off where the case stands. */
export function drawCase(randomness: Randomness, fate: Fate, today: IsoDate): WrittenCase {
  const line = drawLifeLine(randomness, fate.stage, today);
  const client = drawClient(randomness, line.startedOn);
  const support = drawSupport(randomness, client, line);
  const whole: WrittenCase = {
    startedOn: line.startedOn,
    answers: { ...client.answers, ...support.answers },
    rows: support.rows,
    completed: ["background", "before", "during", "after"],
    closedOn: line.endedOn,
    satOn: {
      background: line.startedOn,
      before: line.assessedOn,
      during: line.beganOn,
      after: line.endedOn,
    },
  };
  const cut = cutOff(randomness, whole, fate.stage, line);
  const corrected = happens(randomness, 8) ? withSlip(randomness, cut) : cut;
  const survey = fate.stage === "closed" && drawSurvey(randomness, fate, line, today);
  return survey ? { ...corrected, survey } : corrected;
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

/** Somebody pressed the wrong key, saw it later and put it right. */
function withSlip(randomness: Randomness, written: WrittenCase): WrittenCase {
  const variable = pick(randomness, ["V05", "V06"]);
  const right = written.answers[variable];
  const firstWritten = right === 8 ? 1 : 8;
  if (right === undefined || !written.completed.includes("background")) return written;
  return { ...written, correction: { variable, firstWritten, reason: "Fel alternativ valdes" } };
}
