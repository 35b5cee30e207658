import type { AccountId, Instant, IsoDate } from "#kernel";
import type { CampaignId } from "./campaign.ts";

/** «Vad gör vi åt det?»: what stood in the way, and what is done about it; carried into the next campaign. */
export type ObstacleAction = {
  readonly id: string;
  readonly revision: number;
  readonly campaign: CampaignId;
  /** Of the meeting codebook's `whyNotAsked`. */
  readonly obstacle: number;
  readonly intention: string;
  /** A post («enhetschef»). */
  readonly responsible: string;
  readonly dueOn: IsoDate | null;
  readonly outcome: string;
  readonly state: "planned" | "done" | "dropped";
  /** The earlier campaign's action that it carries on; `null`: a new one. */
  readonly carriedFrom: string | null;
  readonly by: AccountId;
  readonly at: Instant;
};
