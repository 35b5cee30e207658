import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Role } from "#access";
import { addDays, swedishDay, systemClock } from "#kernel";
import type { Campaign, CampaignId, TalliedDay } from "#screening";
import { type GivenDemo, granviken } from "./given-demo.ts";

/** One that goes on today in all of Granviken's units, with nothing noted in it. */
export async function givenOpenCampaign(demo: GivenDemo, id: CampaignId): Promise<CampaignId> {
  const at = systemClock.now();
  const today = swedishDay(at);
  await demo.store.within(granviken, async (tx) => {
    const units = await tx.units.list();
    const campaign: Campaign = {
      id,
      revision: 1,
      name: "Fokusmånad på prov",
      firstDay: addDays(today, -9),
      lastDay: addDays(today, 20),
      units: units.map(({ id: unit }) => ({ unit, kind: 1, expected: null })),
      instrument: { kind: "own" },
      contacts: "Samordnaren",
      goals: "",
      guide: "",
      routine: null,
      follows: null,
      round: null,
      tellsReceiver: false,
      closedAt: null,
      by: demo.account("coordinator").account,
      at,
    };
    assert.equal((await tx.screening.saveCampaign(campaign)).kind, "saved");
  });
  return id;
}

export async function talliesOf(demo: GivenDemo, id: CampaignId): Promise<readonly TalliedDay[]> {
  return demo.store.within(granviken, (tx) => tx.screening.tallies(id));
}

/** How many meetings are counted by now, by how they were noted, whichever the unit and the day. */
export async function countsOf(demo: GivenDemo, id: CampaignId) {
  const counts: { [combination: string]: number } = {};
  for (const { combination, count } of await talliesOf(demo, id)) {
    counts[combination] = (counts[combination] ?? 0) + count;
  }
  return counts;
}

export async function closeCampaign(demo: GivenDemo, id: CampaignId): Promise<void> {
  await demo.store.within(granviken, (tx) => tx.screening.closeCampaign(id, systemClock.now()));
}

/** Without the page of signing in. */
export async function enterAs(page: Page, demo: GivenDemo, role: Role): Promise<void> {
  const { account, municipality } = demo.account(role);
  const response = await page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
}
