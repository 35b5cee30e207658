import type { Codebook } from "#codebook";
import { addDays, type Randomness } from "#kernel";
import { between } from "../draw.ts";
import { localAnswers } from "../local-answers.ts";
import { withSlip } from "../slip.ts";
import { workdayFrom } from "../workday.ts";
import type { WrittenCase } from "../written-case.ts";
import type { Plan } from "./plan.ts";
import { lastDay, type RoundStage, roundLine } from "./round-line.ts";
import { type SurveyTimes, surveyLife } from "./survey-life.ts";
import { wholeLife } from "./whole-life.ts";

/** Days after the cut-off, or after a later closing, by which the survey is settled. */
const leftoversAfter = [10, 90] as const;
const surveyTakes = 45;

/** A case of the round from its start to its closing and the client's answer. */
export function roundLife(
  plan: Plan,
  at: number,
  stage: RoundStage,
  { codebook, keyedInBy }: { readonly codebook: Codebook } & Pick<SurveyTimes, "keyedInBy">,
  randomness: Randomness,
): WrittenCase {
  const line = roundLine(randomness, stage);
  const written = withSlip(randomness, wholeLife(plan, at, line, randomness));
  const isClosed = stage === "closed";
  const last = isClosed ? lastDay : addDays(line.closedOn, surveyTakes);
  const leftovers = workdayFrom(addDays(lastDay, between(randomness, ...leftoversAfter)));
  const times = { keyedInBy, last, leftovers };
  const survey = surveyLife(plan, at, line, times, randomness);
  const answers = { ...written.answers, ...localAnswers(randomness, codebook, written) };
  return { ...written, answers, ...(survey ? { survey } : {}) };
}
