import type { Shares } from "../quota.ts";
import * as targets from "../targets/profiles.ts";
import type { Cases, Deal } from "./deal.ts";
import { dealInterventions } from "./deal-interventions.ts";
import { nowAndLater, type Plan, reach } from "./plan.ts";

/** What was given, with whom, and whether risk was assessed again meanwhile: «under». */
export function dealSupport(deal: Deal, plan: Plan): void {
  for (const cases of nowAndLater(plan, reach.during)) {
    deal.over(plan.interventionGiven, cases, targets.interventionGiven);
    const supported = cases.filter((at) => plan.interventionGiven[at] === 1);
    dealInterventions(deal, plan, supported);
    dealEach(deal, plan.collaboration, supported, targets.collaboration);
    const assessed = cases.filter((at) => plan.riskMethod[at] !== 8);
    deal.over(plan.assessedAgain.during, assessed, targets.assessedAgain.during);
  }
}

function dealEach(deal: Deal, column: Uint16Array, cases: Cases, shares: Shares): void {
  for (const [code, percent] of Object.entries(shares)) {
    deal.bit(column, cases, Number(code), percent);
  }
}
