import type { CampaignUnit } from "./campaign.ts";

/** What is told while a campaign runs: never answers, never anybody's own number. */
export type Participation = CampaignUnit & {
  readonly meetings: number;
  readonly asked: number;
  readonly notAsked: number;
  /** Days with at least one meeting noted, of the working days so far. */
  readonly days: number;
  readonly workingDays: number;
};
