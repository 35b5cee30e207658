import { notOfferedReasons as reasons } from "#registration";
import { countsOf, type Shares } from "../quota.ts";
import { notOfferedReasons } from "../targets/lives.ts";
import * as targets from "../targets/profiles.ts";
import type { Cases, Deal } from "./deal.ts";
import { dealSurveyWays } from "./deal-survey-ways.ts";
import { nowAndLater, type Plan, reach, surveyCodes } from "./plan.ts";

const shareOfReason: Shares = Object.fromEntries(
  reasons.map((reason, index) => [index, notOfferedReasons[reason]]),
);

/** In percent, by what becomes of it. */
export type SurveyShares = { readonly [state in keyof typeof surveyCodes]?: number };

/** What becomes of the survey, and what the clients answer. */
export function dealSurveys(
  deal: Deal,
  plan: Plan,
  { now, later }: { readonly now: SurveyShares; readonly later: SurveyShares },
): void {
  const [closed, open] = nowAndLater(plan, reach.closed) as readonly [Cases, Cases];
  deal.over(plan.survey, closed, byCode(now));
  deal.over(plan.survey, open, byCode(later));
  for (const cases of [closed, open]) {
    const notOffered = cases.filter((at) => plan.survey[at] === surveyCodes["not-offered"]);
    deal.over(plan.notOfferedReason, notOffered, shareOfReason);
    dealAnswers(
      deal,
      plan,
      cases.filter((at) => plan.survey[at] === surveyCodes.answered),
    );
  }
  dealSurveyWays(plan, [closed, open]);
}

function dealAnswers(deal: Deal, plan: Plan, answered: Cases): void {
  deal.over(plan.clientChange, answered, targets.clientChange);
  const { overall, byChange } = targets.importance;
  const groups = Object.entries(byChange).map(([change, shares]) => {
    const cases = answered.filter((at) => plan.clientChange[at] === Number(change));
    return { cases, counts: countsOf(cases.length, shares) };
  });
  deal.byGroup(plan.importance, answered, countsOf(answered.length, overall), groups);
  deal.over(plan.participation, answered, targets.participation);
  deal.over(plan.coping, answered, targets.coping);
}

function byCode(shares: SurveyShares): Shares {
  const states = Object.keys(shares) as (keyof SurveyShares)[];
  return Object.fromEntries(states.map((state) => [surveyCodes[state], shares[state] ?? 0]));
}
