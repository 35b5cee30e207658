import assert from "node:assert/strict";
import {
  type AccountId,
  addDays,
  instantOn,
  isoDate,
  type MunicipalityCode,
  type UnitId,
} from "#kernel";
import type { Campaign, Combination } from "#screening";
import type { Store } from "#store";
import { closeCampaign } from "../screening/close-campaign.ts";
import { campaignOf } from "./given-campaign.ts";

export type GivenMeetings = {
  readonly municipality: MunicipalityCode;
  readonly id: string;
  readonly by: AccountId;
  /** In November of this one; the tests' own if none is given. */
  readonly year?: number;
  /** So many meetings of a unit were noted like this, on the first day. */
  readonly meetings: readonly {
    readonly unit: UnitId;
    readonly combination: Combination;
    readonly count: number;
  }[];
};

/** A campaign with what its units have noted, as many as a test needs. */
export async function givenMeetings(
  store: Store,
  { municipality, id, by, year = 2026, meetings }: GivenMeetings,
): Promise<Campaign> {
  const units = [...new Set(meetings.map(({ unit }) => unit))];
  const { revision: _, ...plan } = campaignOf(units);
  const firstDay = isoDate(`${year}-11-01`);
  const campaign = {
    ...plan,
    ...{ name: `Fokusmånad ${year}`, firstDay, lastDay: isoDate(`${year}-11-25`) },
    ...{ routine: null, follows: null },
    units: units.map((unit, at) => ({ unit, kind: (at % 3) + 1, expected: null })),
    ...{ id, revision: 1, closedAt: null, by, at: instantOn(firstDay, 0) },
  } as Campaign;
  await store.within(municipality, async ({ screening }) => {
    assert.equal((await screening.saveCampaign(campaign)).kind, "saved");
    const receipt = { key: id, content: id, day: firstDay, isPile: false };
    const rows = meetings.map((each) => ({ ...each, day: firstDay }));
    assert.equal(await screening.note(id, rows, receipt), "noted");
  });
  return campaign;
}

/** Closed on the day after its last. */
export async function givenClosing(
  store: Store,
  municipality: MunicipalityCode,
  { id, by, lastDay }: Campaign,
): Promise<void> {
  const at = instantOn(addDays(lastDay, 1), 36_000);
  assert.deepEqual(await closeCampaign(store, { municipality, campaign: id, by, at }), []);
}
