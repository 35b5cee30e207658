import { addDays, daysBetween } from "#kernel";
import type { LifeLine } from "../life-line.ts";
import { latest, workdayUntil } from "../workday.ts";
import type { WrittenRow } from "../written-case.ts";
import { codesOfPair, type Plan } from "./plan.ts";

const noAssessment = 8;
const notAssessed = 98;

/** A standardised method has four levels, of which the fourth is acute. */
const [lowest, highest] = [1, 4];

/** The same method again, and hardly ever another level: «metoderna fångar inte förändring». */
export function riskRows(plan: Plan, at: number, line: LifeLine): readonly WrittenRow[] {
  const methods = codesOfPair(plan.riskMethod[at] ?? 0);
  const [method = noAssessment] = methods;
  if (method === noAssessment) {
    return [{ group: "riskAssessment", phase: "before", fields: { method } }];
  }
  const { assessedOn, beganOn, registeredOn, closedOn } = line;
  const level = plan.riskLevel[at] ?? notAssessed;
  const half = Math.floor(Math.max(0, daysBetween(beganOn, registeredOn)) / 2);
  const meanwhile = latest(beganOn, workdayUntil(addDays(beganOn, half)));
  return [
    ...methods.map((each) => assessment("before", each, assessedOn, level)),
    ...levelAgain(plan, at, "during").map((again) =>
      assessment("during", method, meanwhile, again),
    ),
    ...levelAgain(plan, at, "after").map((again) => assessment("after", method, closedOn, again)),
  ];
}

/** V25: follows from the levels where the risk was assessed at both ends. */
export function riskChange(plan: Plan, at: number): number {
  const [again] = levelAgain(plan, at, "after");
  if (again === undefined) return plan.riskChangeUnassessed[at] ?? 0;
  const level = plan.riskLevel[at] ?? notAssessed;
  if (level === notAssessed || again === notAssessed) return notAssessed;
  return again < level ? 1 : again > level ? 3 : 2;
}

/** None where it was not assessed again. */
function levelAgain(plan: Plan, at: number, phase: "during" | "after"): readonly number[] {
  const again = plan.assessedAgain[phase][at] ?? 0;
  const level = plan.riskLevel[at] ?? notAssessed;
  if (again < 2) return [];
  const step = again === 3 ? -1 : again === 4 ? 1 : 0;
  return [level === notAssessed ? level : Math.min(highest, Math.max(lowest, level + step))];
}

function assessment(
  phase: WrittenRow["phase"],
  method: number,
  date: LifeLine["assessedOn"],
  level: number,
): WrittenRow {
  return { group: "riskAssessment", phase, fields: { method, date, level } };
}
