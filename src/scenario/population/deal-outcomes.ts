import { countsOf } from "../quota.ts";
import * as targets from "../targets/profiles.ts";
import type { Cases, Deal } from "./deal.ts";
import { nowAndLater, type Plan, reach } from "./plan.ts";

/** How it went, as the worker sees it: «efter». */
export function dealOutcomes(deal: Deal, plan: Plan): void {
  for (const cases of nowAndLater(plan, reach.closed)) {
    dealGoal(deal, plan, cases);
    deal.within(plan.closure, cases, plan.goal, targets.closure);
    deal.within(plan.change, cases, plan.goal, targets.change);
    const assessed = cases.filter((at) => plan.riskMethod[at] !== 8);
    deal.over(plan.assessedAgain.after, assessed, targets.assessedAgain.after);
    deal.over(plan.riskChangeUnassessed, cases, targets.riskChangeUnassessed);
  }
}

function dealGoal(deal: Deal, plan: Plan, cases: Cases): void {
  const isSupported = (at: number) => plan.interventionGiven[at] === 1;
  const unsupported = cases.filter((at) => !isSupported(at));
  const honour = cases.filter((at) => isSupported(at) && plan.honour[at] === 2);
  const { overall, unsupported: without, honour: honourGoal } = targets.goal;
  deal.byGroup(plan.goal, cases, countsOf(cases.length, overall), [
    { cases: unsupported, counts: countsOf(unsupported.length, without) },
    { cases: honour, counts: countsOf(honour.length, honourGoal) },
  ]);
}
