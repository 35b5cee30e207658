import assert from "node:assert/strict";
import { addDays, type IsoDate, swedishDay, systemClock, type UnitId } from "#kernel";
import type { Campaign, TalliedDay } from "#screening";
import { type GivenDemo, granviken } from "./given-demo.ts";

/** Granviken's, apart from those of the demo: by how far they have come. */
export type GivenCampaigns = {
  readonly planned: string;
  readonly running: string;
  readonly over: string;
  readonly closed: string;
};

const ids: GivenCampaigns = {
  planned: "given-planned",
  running: "given-running",
  over: "given-over",
  closed: "given-closed",
};

/** Answers, and in how many meetings of a unit each month. */
const answers = [
  ["F04=1;F06=3;F07=1;F08=2", 64],
  ["F04=1;F06=3;F07=2;F08=3", 41],
  ["F04=1;F06=2;F09=1+2;F07=1;F08=3", 17],
  ["F04=1;F06=1;F09=2+3;F07=1;F08=2", 12],
  ["F04=1;F06=4", 9],
  ["F04=2;F05=1", 26],
  ["F04=2;F05=2+3", 13],
  ["F04=2;F05=5", 7],
] as const;

/** One that is planned, one that goes on, one past its days, and one that is closed with one before it. */
export async function givenCampaigns(demo: GivenDemo): Promise<GivenCampaigns> {
  const today = swedishDay(systemClock.now());
  const earlier = "given-earlier";
  await plan(demo, ids.planned, "Fokusmånad till våren", [20, 50]);
  await plan(demo, ids.running, "Fokusmånad nu", [-12, 12]);
  await plan(demo, ids.over, "Fokusmånad i förra månaden", [-40, -13]);
  await plan(demo, ids.closed, "Fokusmånad i våras", [-230, -200]);
  await plan(demo, earlier, "Fokusmånad förra våren", [-590, -560]);
  await note(demo, ids.running, addDays(today, -3), 1);
  await note(demo, ids.over, addDays(today, -20), 2);
  await note(demo, ids.closed, addDays(today, -210), 5);
  await note(demo, earlier, addDays(today, -570), 3);
  for (const id of [earlier, ids.closed]) await close(demo, id);
  return ids;
}

type Days = readonly [first: number, last: number];

async function plan(demo: GivenDemo, id: string, name: string, days: Days): Promise<void> {
  const now = systemClock.now();
  const [firstDay, lastDay] = days.map((away) => addDays(swedishDay(now), away));
  assert.ok(firstDay && lastDay);
  await demo.store.within(granviken, async (tx) => {
    const campaign: Campaign = {
      id,
      revision: 1,
      name,
      firstDay,
      lastDay,
      units: (await unitsOf(demo)).map((unit, index) => ({
        unit,
        kind: index + 1,
        expected: 400,
      })),
      instrument: { kind: "freda-short", version: "2.0" },
      contacts: "Samordnaren i kommunen\nTelefon 010-123 45 67",
      goals: "Åtta av tio får frågan\nAlla vet vad de gör när någon berättar",
      guide: "Boka samtalsrum 2, som ligger avskilt.",
      routine: null,
      follows: null,
      round: null,
      tellsReceiver: false,
      closedAt: null,
      by: demo.account("coordinator").account,
      at: now,
    };
    assert.equal((await tx.screening.saveCampaign(campaign)).kind, "saved");
  });
}

async function unitsOf({ store }: GivenDemo): Promise<readonly UnitId[]> {
  const units = await store.within(granviken, (tx) => tx.units.list());
  return units.slice(0, 3).map(({ id }) => id);
}

async function note(demo: GivenDemo, id: string, day: IsoDate, times: number): Promise<void> {
  const units = await unitsOf(demo);
  const rows: readonly TalliedDay[] = units.flatMap((unit, index) =>
    answers.map(([combination, count]) => ({
      unit,
      day,
      combination,
      count: (count + index * 3) * times,
    })),
  );
  const receipt = { key: `${id} key`, content: `${id} content`, day, isPile: false };
  await demo.store.within(granviken, async ({ screening }) => {
    assert.equal(await screening.note(id, rows, receipt), "noted");
  });
}

/** As a coordinator does it. */
async function close(demo: GivenDemo, id: string): Promise<void> {
  const { browser, origin } = demo;
  const context = await browser.newContext({
    baseURL: origin,
    extraHTTPHeaders: { Origin: origin },
  });
  const { account, municipality } = demo.account("coordinator");
  const data = { account, municipality: municipality.code };
  const signedIn = await context.request.post("/api/demo-session", { data });
  assert.equal(signedIn.status(), 201);
  const closed = await context.request.post(`/api/campaigns/${id}/closing`, {
    timeout: 120_000,
  });
  assert.equal(closed.status(), 200, await closed.text());
  await context.close();
}
