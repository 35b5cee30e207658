import { type IsoDate, type Randomness, yearOf } from "#kernel";
import { between } from "../draw.ts";
import type { LifeLine } from "../life-line.ts";
import type { WrittenAnswers, WrittenCase } from "../written-case.ts";
import { interventionRows } from "./intervention-rows.ts";
import { codesOfPair, codesOfSet, type Plan } from "./plan.ts";
import { riskChange, riskRows } from "./risk-rows.ts";

/** V02 by band: the youngest and the oldest. */
const ageBands: readonly (readonly [number, number])[] = [
  [18, 24],
  [25, 34],
  [35, 44],
  [45, 64],
  [65, 84],
];

/** V19: nobody else was involved. */
const notAlone = 11;

/** A case from start to closing, with its days; what is planned in codes stays as planned. */
export function wholeLife(
  plan: Plan,
  at: number,
  line: LifeLine,
  randomness: Randomness,
): WrittenCase {
  const { startedOn, assessedOn, registeredOn, closedOn } = line;
  return {
    startedOn,
    answers: {
      ...background(plan, at, startedOn, randomness),
      ...before(plan, at),
      ...support(plan, at),
      V21: plan.closure[at] ?? 0,
      V22: plan.goal[at] ?? 0,
      V23: plan.change[at] ?? 0,
      V25: riskChange(plan, at),
    },
    rows: [...riskRows(plan, at, line), ...interventionRows(plan, at, line, randomness)],
    completed: ["background", "before", "during", "after"],
    closedOn,
    satOn: { background: startedOn, before: assessedOn, during: registeredOn, after: closedOn },
  };
}

function background(
  plan: Plan,
  at: number,
  startedOn: IsoDate,
  randomness: Randomness,
): WrittenAnswers {
  const [youngest, oldest] = ageBands[(plan.ageBand[at] ?? 0) - 1] ?? [18, 84];
  return {
    V01: plan.sex[at] ?? 0,
    V02: yearOf(startedOn) - between(randomness, youngest, oldest),
    V03: plan.birthBackground[at] ?? 0,
    V04: plan.children[at] ?? 0,
    V05: plan.income[at] ?? 0,
    V06: plan.referral[at] ?? 0,
  };
}

function before(plan: Plan, at: number): WrittenAnswers {
  const relations = codesOfPair(plan.perpetrator[at] ?? 0);
  const hasLeft = plan.hasLeft[at];
  const childExperienced = plan.childExperienced[at];
  const bodily = codesOfPair(plan.bodilyViolence[at] ?? 0);
  const others = codesOfSet(plan.otherViolence[at] ?? 0);
  return {
    V07: relations[0] === 99 ? 99 : relations,
    ...(hasLeft ? { V08: hasLeft } : {}),
    V09: [...bodily, ...others],
    V10: plan.severity[at] ?? 0,
    V11: plan.honour[at] ?? 0,
    ...(childExperienced ? { V12: childExperienced } : {}),
    V13: plan.policeReport[at] ?? 0,
  };
}

function support(plan: Plan, at: number): WrittenAnswers {
  const given = plan.interventionGiven[at] ?? 0;
  const partners = codesOfSet(plan.collaboration[at] ?? 0);
  if (given !== 1) return { V16: given };
  return { V16: given, V19: partners.length > 0 ? partners : notAlone };
}
