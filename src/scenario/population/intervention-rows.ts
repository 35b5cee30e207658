import { addDays, daysBetween, type Randomness } from "#kernel";
import { between } from "../draw.ts";
import type { LifeLine } from "../life-line.ts";
import { latest, workdayUntil } from "../workday.ts";
import type { WrittenRow } from "../written-case.ts";
import { codesOfSet, hasBit, type Plan } from "./plan.ts";

/** V18: decided, or service. */
const [decision, service] = [1, 2];

/** V17 and V18, begun about when the support begins; one of them, the first, goes on until it ends. */
export function interventionRows(
  plan: Plan,
  at: number,
  { startedOn, beganOn, endedOn }: LifeLine,
  randomness: Randomness,
): readonly WrittenRow[] {
  const days = Math.max(1, daysBetween(beganOn, endedOn));
  return codesOfSet(plan.interventions[at] ?? 0).map((type, index) => {
    const form = hasBit(plan.decided[at], type) ? decision : service;
    const start = latest(startedOn, workdayUntil(addDays(beganOn, -randomness.below(6))));
    const lasts = between(randomness, Math.ceil(days / 3), days);
    const end = index === 0 ? endedOn : workdayUntil(addDays(beganOn, lasts));
    return { group: "intervention", phase: "during", fields: { type, form, start, end } };
  });
}
