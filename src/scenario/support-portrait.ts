import { addDays, daysBetween, type IsoDate, type Randomness } from "#kernel";
import type { ClientPortrait } from "./client-portrait.ts";
import { between, drawCode, drawSet, happens, type Shares } from "./draw.ts";
import type { LifeLine } from "./life-line.ts";
import { common } from "./targets.ts";
import { latest, workdayUntil } from "./workday.ts";
import type { WrittenAnswers, WrittenRow } from "./written-case.ts";

/** What was assessed and done, and how it went: risk, support, outcome. */
export type SupportPortrait = {
  readonly answers: WrittenAnswers;
  readonly rows: readonly WrittenRow[];
};

const noAssessment = 8;
const notAssessed = 98;
const housing = [4, 8, 9];
const economy = 7;
const notAlone = 11;

/** A standardised method has four levels, of which the fourth is acute. */
const lowest = 1;
const highest = 4;

export function drawSupport(
  randomness: Randomness,
  client: ClientPortrait,
  line: LifeLine,
): SupportPortrait {
  const draw = (shares: Shares) => drawCode(randomness, shares);
  const given = draw(common.interventionGiven);
  const interventions = given === 1 ? drawInterventions(randomness, client, line) : [];
  const partners = drawSet(randomness, common.collaboration);
  const { rows: risk, answers: riskChange } = drawRisk(randomness, client, line);
  const goal = draw(given === 1 ? client.profile.goalAttained : common.goalWithoutSupport);
  const attained = goal as keyof typeof common.closure;
  return {
    rows: [...risk, ...interventions],
    answers: {
      V16: given,
      ...(given === 1 ? { V19: partners.length > 0 ? partners : notAlone } : {}),
      V21: draw(common.closure[attained]),
      V22: goal,
      V23: draw(common.change[attained]),
      ...riskChange,
    },
  };
}

function drawInterventions(
  randomness: Randomness,
  { profile }: ClientPortrait,
  { startedOn, beganOn, endedOn }: LifeLine,
): readonly WrittenRow[] {
  const drawn = drawSet(randomness, profile.interventions);
  const types = drawn.length > 0 ? drawn : [drawCode(randomness, profile.interventions)];
  const days = Math.max(1, daysBetween(beganOn, endedOn));
  return types.map((type, index) => {
    const percent = housing.includes(type)
      ? common.decided.housing
      : type === economy
        ? common.decided.economy
        : common.decided.other;
    const start = latest(startedOn, workdayUntil(addDays(beganOn, -randomness.below(6))));
    const lasts = between(randomness, Math.ceil(days / 3), days);
    // One of them, the first, goes on until the support ends.
    const end = index === 0 ? endedOn : workdayUntil(addDays(beganOn, lasts));
    const form = happens(randomness, percent) ? 1 : 2;
    return { group: "intervention", phase: "during", fields: { type, form, start, end } };
  });
}

/** The same method again, and hardly ever another level: «metoderna fångar inte förändring». */
function drawRisk(
  randomness: Randomness,
  { profile, severity }: ClientPortrait,
  { assessedOn, beganOn, endedOn }: LifeLine,
): { readonly rows: readonly WrittenRow[]; readonly answers: WrittenAnswers } {
  const method = drawCode(randomness, profile.riskMethod);
  if (method === noAssessment) {
    const row = { group: "riskAssessment", phase: "before", fields: { method } } as const;
    return { rows: [row], answers: { V25: drawCode(randomness, common.riskChangeUnassessed) } };
  }
  const level = drawCode(randomness, common.riskLevel[severity as keyof typeof common.riskLevel]);
  const rows = [assessment("before", method, assessedOn, level)];
  if (happens(randomness, common.assessedAgain.during)) {
    const half = Math.floor(Math.max(0, daysBetween(beganOn, endedOn)) / 2);
    const day = workdayUntil(addDays(beganOn, half));
    rows.push(assessment("during", method, day, stepFrom(randomness, level)));
  }
  if (!happens(randomness, common.assessedAgain.after)) {
    return { rows, answers: { V25: drawCode(randomness, common.riskChangeUnassessed) } };
  }
  const again = stepFrom(randomness, level);
  rows.push(assessment("after", method, endedOn, again));
  const isComparable = level !== notAssessed && again !== notAssessed;
  const change = again < level ? 1 : again > level ? 3 : 2;
  return { rows, answers: { V25: isComparable ? change : notAssessed } };
}

function assessment(
  phase: WrittenRow["phase"],
  method: number,
  date: IsoDate,
  level: number,
): WrittenRow {
  return { group: "riskAssessment", phase, fields: { method, date, level } };
}

function stepFrom(randomness: Randomness, level: number): number {
  if (level === notAssessed) return level;
  const step = drawCode(randomness, common.riskStep);
  return Math.min(highest, Math.max(lowest, level + step));
}
