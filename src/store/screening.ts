import { screeningCampaignsOf } from "./screening-campaigns.ts";
import { screeningChecklistsOf } from "./screening-checklists.ts";
import { screeningConfidenceOf } from "./screening-confidence.ts";
import { screeningDaysOf } from "./screening-days.ts";
import { screeningObstaclesOf } from "./screening-obstacles.ts";
import { screeningReceiptsOf } from "./screening-receipts.ts";
import { screeningResultsOf } from "./screening-results.ts";
import { screeningSettlingOf } from "./screening-settling.ts";
import { screeningSumsOf } from "./screening-sums.ts";
import { screeningTalliesOf } from "./screening-tallies.ts";
import { screeningTextPacksOf } from "./screening-text-packs.ts";
import type { Tenant } from "./tenant.ts";

/** Campaigns of asking about violence: what is planned, what was counted, and what came of it. */
export function screeningOf(tenant: Tenant) {
  return {
    ...screeningCampaignsOf(tenant),
    ...screeningTalliesOf(tenant),
    ...screeningSumsOf(tenant),
    ...screeningDaysOf(tenant),
    ...screeningSettlingOf(tenant),
    ...screeningReceiptsOf(tenant),
    ...screeningConfidenceOf(tenant),
    ...screeningObstaclesOf(tenant),
    ...screeningChecklistsOf(tenant),
    ...screeningTextPacksOf(tenant),
    ...screeningResultsOf(tenant),
  };
}
