import type { Codebook } from "#codebook";
import type { AccountId, IsoDate, MunicipalityCode, Randomness, UnitId } from "#kernel";
import { allot, allotKinds } from "./allot.ts";
import { between, pick, shuffled } from "./draw.ts";
import { localAnswers } from "./local-answers.ts";
import { drawCase } from "./plausible-case.ts";
import { dealPlan } from "./population/deal-plan.ts";
import { reach } from "./population/plan.ts";
import { type PlayedCase, registerSheet } from "./register-sheet.ts";
import { settledSurveys, stagesToday, surveyStates } from "./targets/lives.ts";

export type UnitCaseload = {
  readonly municipality: MunicipalityCode;
  readonly unit: UnitId;
  readonly codebook: Codebook;
  readonly count: number;
  readonly workers: readonly AccountId[];
  /** Keys in the clients' surveys. */
  readonly keyedInBy: AccountId;
  readonly today: IsoDate;
};

const whyOpened = [
  "Kollegan är sjuk och klienten ringde i dag",
  "Vikarierar under semestern",
  "Klienten kom på besök utan tid",
];

/** The phase that a stage has come to the end of, or in «under» is still in the middle of. */
const reachOf = {
  fresh: reach.background,
  before: reach.background,
  during: reach.during,
  closing: reach.during,
  stale: reach.during,
  closed: reach.closed,
} as const;

/** A unit's cases, one after another; stages and answers are met by quota, days are drawn. */
export function* unitCases(
  caseload: UnitCaseload,
  randomness: Randomness,
  takenCodes: Set<string>,
): Generator<PlayedCase> {
  const { municipality, unit, codebook, count, workers, keyedInBy, today } = caseload;
  if (count === 0) return;
  const stages = shuffled(randomness, allotKinds(count, stagesToday));
  const reached = Uint8Array.from(stages, (stage) => reachOf[stage]);
  const plan = dealPlan(randomness, reached, { now: surveyStates, later: settledSurveys });
  const loads = allot(
    count,
    workers.map(() => 1),
  );
  const owners = shuffled(
    randomness,
    workers.flatMap((worker, index) => Array.from({ length: loads[index] ?? 0 }, () => worker)),
  );
  for (const [index, stage] of stages.entries()) {
    const drawn = drawCase(randomness, { stage, plan, at: index, keyedInBy }, today);
    const worker = owners[index] as AccountId;
    const colleagues = workers.filter((each) => each !== worker);
    const opened =
      stage === "during" && colleagues.length > 0 && index % 2 === 0
        ? {
            openedBy: {
              account: pick(randomness, colleagues),
              on: drawn.satOn?.during ?? drawn.startedOn,
              reason: whyOpened[between(randomness, 0, 2)] ?? "",
            },
          }
        : {};
    const setting = { municipality, unit, worker, randomness, takenCodes };
    const answers = { ...drawn.answers, ...localAnswers(randomness, codebook, drawn) };
    yield registerSheet({ ...drawn, ...opened, answers }, codebook, setting);
  }
}
