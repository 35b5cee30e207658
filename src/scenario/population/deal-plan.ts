import type { Randomness } from "#kernel";
import { dealing } from "./deal.ts";
import { dealClients } from "./deal-clients.ts";
import { dealOutcomes } from "./deal-outcomes.ts";
import { dealSupport } from "./deal-support.ts";
import { dealSurveys, type SurveyShares } from "./deal-surveys.ts";
import { emptyPlan, type Plan } from "./plan.ts";

/**
 * What every case answers, met by quota over those that have come so far when they are counted, and by
 * quotas of their own over those that come there later.
 * @param reached by case: a number of `reach`.
 * @param surveys what becomes of the survey in closed cases now, and in those that close later.
 */
export function dealPlan(
  randomness: Randomness,
  reached: Uint8Array,
  surveys: { readonly now: SurveyShares; readonly later: SurveyShares },
): Plan {
  const deal = dealing(randomness);
  const plan = emptyPlan(reached);
  dealClients(deal, plan);
  dealSupport(deal, plan);
  dealOutcomes(deal, plan);
  dealSurveys(deal, plan, surveys);
  return plan;
}
