import type { Codebook } from "#codebook";
import type { AccountId, IsoDate, MunicipalityCode, Randomness, UnitId } from "#kernel";
import { allot, allotKinds } from "./allot.ts";
import { between, pick, shuffled } from "./draw.ts";
import { drawCase } from "./plausible-case.ts";
import { type PlayedCase, registerSheet } from "./register-sheet.ts";
import { lifeStages, surveyStates } from "./targets.ts";
import type { WrittenAnswers, WrittenCase } from "./written-case.ts";

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

/**
 * A unit's cases, one after another. Stages and survey answers are met by quota; what the cases hold
 * is drawn.
 */
export function* unitCases(
  caseload: UnitCaseload,
  randomness: Randomness,
  takenCodes: Set<string>,
): Generator<PlayedCase> {
  const { municipality, unit, codebook, count, workers, keyedInBy, today } = caseload;
  if (count === 0) return;
  const stages = shuffled(randomness, allotKinds(count, lifeStages));
  const closed = stages.filter((stage) => stage === "closed").length;
  const fates = [...shuffled(randomness, allotKinds(closed, surveyStates))];
  const loads = allot(
    count,
    workers.map(() => 1),
  );
  const owners = shuffled(
    randomness,
    workers.flatMap((worker, index) => Array.from({ length: loads[index] ?? 0 }, () => worker)),
  );
  for (const [index, stage] of stages.entries()) {
    const survey = stage === "closed" ? (fates.pop() ?? "not-yet-offered") : "not-yet-offered";
    const drawn = drawCase(randomness, { stage, survey, keyedInBy }, today);
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

/** A municipality's own questions, whose names hold its namespace: answered by chance alone. */
function localAnswers(
  randomness: Randomness,
  { variables }: Codebook,
  { completed }: WrittenCase,
): WrittenAnswers {
  const local = variables.filter(
    ({ id, phase, options, condition }) =>
      id.includes(".") && options.length > 0 && !condition && completed.includes(phase),
  );
  return Object.fromEntries(local.map(({ id, options }) => [id, pick(randomness, options).code]));
}
