import assert from "node:assert/strict";
import { unitId } from "#kernel";
import type { CampaignToSave } from "../requests-of-screening.ts";
import type { CampaignView, MeetingNoted } from "../wire-of-screening.ts";
import type { SignedIn } from "./given-app.ts";

/** Meetings as they are noted. */
export const [askedNo, askedYes, notAsked] = [
  "F04=1;F06=3",
  "F04=1;F06=1;F09=2",
  "F04=2;F05=1+4",
] as const;

export type CampaignWish = { readonly [Field in keyof CampaignToSave]?: unknown };

/** The month around the tests' clock, of these units. */
export function campaignOf(units: readonly string[], change: CampaignWish = {}) {
  return {
    revision: 0,
    name: "Fokusmånad november",
    firstDay: "2026-10-26",
    lastDay: "2026-11-25",
    routine: null,
    units: units.map((unit) => ({ unit: unitId(unit), kind: 1, expected: 40 })),
    instrument: { kind: "own" },
    contacts: "Samordnaren, 063-12 34",
    goals: "Alla får frågan.",
    guide: "",
    round: null,
    tellsReceiver: false,
    ...change,
  };
}

/** Planned by somebody who may. */
export async function givenCampaign(
  planner: SignedIn,
  id: string,
  units: readonly string[],
  change: CampaignWish = {},
): Promise<CampaignView> {
  const planned = await planner.request(`PUT /api/campaigns/${id}`, campaignOf(units, change));
  const text = await planned.text();
  assert.equal(planned.status, 200, text);
  return JSON.parse(text) as CampaignView;
}

type MeetingWish = {
  readonly unit: string;
  readonly receipt?: string;
  readonly day?: string;
  readonly combination?: string;
};

let drawn = 0;

/** A new one each time, as pages draw them. */
export function newReceipt(): string {
  return `receipt-${String(drawn++).padStart(20, "0")}`;
}

/** As the page sends it: without a key that names the request. */
export function meetingOf({ unit, ...wish }: MeetingWish) {
  return { receipt: newReceipt(), unit, day: "2026-11-02", combination: askedNo, ...wish };
}

export async function note(
  by: SignedIn,
  campaign: string,
  wish: MeetingWish,
): Promise<MeetingNoted> {
  const noted = await by.request(`POST /api/campaigns/${campaign}/meetings`, meetingOf(wish));
  const text = await noted.text();
  assert.equal(noted.status, 200, text);
  return JSON.parse(text) as MeetingNoted;
}
