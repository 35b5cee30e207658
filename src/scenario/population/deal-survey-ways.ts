import { seededRandomness } from "#kernel";
import { surveyModes as modes, unansweredReasons as reasons } from "#registration";
import type { Shares } from "../quota.ts";
import { surveyModes, unansweredReasons } from "../targets/lives.ts";
import { type Cases, dealing } from "./deal.ts";
import { type Plan, surveyCodes } from "./plan.ts";

const shareOfMode: Shares = Object.fromEntries(
  modes.map((mode, index) => [index, surveyModes[mode]]),
);
const shareOfReason: Shares = {
  0: unansweredReasons.unsaid,
  ...Object.fromEntries(reasons.map((reason, index) => [index + 1, unansweredReasons[reason]])),
};

/**
 * The way in which each answer came, and why some that were asked for did not; by quota in each part. By a chance that comes from
 * the plan alone: no draw is taken from anything else, so nothing else of the world moves.
 */
export function dealSurveyWays(plan: Plan, parts: readonly Cases[]): void {
  const seed = plan.survey.reduce((sum, state) => (Math.imul(sum, 31) + state) >>> 0, 1);
  const deal = dealing(seededRandomness(seed));
  for (const cases of parts) {
    const those = (state: number) => cases.filter((at) => plan.survey[at] === state);
    deal.over(plan.surveyMode, those(surveyCodes.answered), shareOfMode);
    deal.over(plan.unanswered, those(surveyCodes.offered), shareOfReason);
  }
}
