/** «Alltid fråga vid nybesök» through its half-years: noted, closed and told one after the other. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { campaignOf, givenCampaign, newReceipt, note } from "./testing/given-campaign.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { StartView } from "./wire.ts";
import type {
  CampaignList,
  CampaignResultsView,
  CampaignView,
  UnitCampaignResultsView,
} from "./wire-of-screening.ts";

const municipality = "9001";
const name = "Alltid vid nybesök";
const units = ["ifo", "bistand", "hemtjanst"];
const [spring, autumn] = [
  "Alltid vid nybesök, första halvåret 2026",
  "Alltid vid nybesök, andra halvåret 2026",
];

let store: TestStore;
let given: GivenApp;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const unit of units) await given.givenUnit(municipality, unit);
  given.clock.set("2026-02-01T08:00:00Z");
  await givenCampaign(await coordinator(), "rutinen-26", units, {
    ...{ name, routine: "goes-on", firstDay: "2026-02-02", lastDay: "2026-06-30" },
  });
});
after(() => store.close());

/** Signed in anew, at the clock's time. */
const coordinator = () => given.givenPerson({ name: "Leila", municipality, role: "coordinator" });
const worker = (unit: string) =>
  given.givenPerson({ name: `Anna ${unit}`, municipality, role: "caseWorker", unit });

const viewed = async (by: SignedIn, id: string) =>
  bodyOf<CampaignView>(await by.request(`GET /api/campaigns/${id}`));

async function enter(id: string, unit: string, day: string, asked: number): Promise<void> {
  const lines = [
    { combination: "F04=1;F06=3", count: asked },
    { combination: "F04=1;F06=2;F09=1", count: 12 },
    { combination: "F04=2;F05=1", count: 30 },
  ];
  const forms = lines.reduce((sum, { count }) => sum + count, 0);
  const pile = { receipt: newReceipt(), unit, day, number: "1", forms, lines };
  const entered = await (await worker(unit)).request(`POST /api/campaigns/${id}/piles`, pile);
  assert.equal(entered.status, 200, await entered.text());
}

async function nextOf(id: string): Promise<string> {
  const { next } = await viewed(await coordinator(), id);
  assert.ok(next);
  return next.id;
}

test("its first half-year is like a campaign: noted in, and nothing of the answers told", async () => {
  given.clock.set("2026-06-20T08:00:00Z");
  for (const unit of units) await enter("rutinen-26", unit, "2026-06-18", 60);
  const view = await viewed(await coordinator(), "rutinen-26");
  assert.deepEqual([view.state, view.routine, view.next], ["running", "goes-on", null]);
  assert.deepEqual(view.openDays, { from: "2026-02-02", through: "2026-06-20" });
  const early = await (await coordinator()).request("POST /api/campaigns/rutinen-26/closing", {});
  assert.deepEqual(await problemsOf(early), ["campaign-not-over"]);
});

test("the day after its last one the next is there, once, whoever and however many look", async () => {
  given.clock.set("2026-07-01T08:00:00Z");
  const lookers = await Promise.all([worker("ifo"), worker("bistand"), coordinator()]);
  const lists = await Promise.all(
    [...lookers, ...lookers].map(async (by) =>
      bodyOf<CampaignList>(await by.request("GET /api/campaigns")),
    ),
  );
  for (const { campaigns } of lists) {
    assert.deepEqual(
      campaigns.map(({ firstDay, lastDay, state }) => [firstDay, lastDay, state]),
      [
        ["2026-07-01", "2026-12-31", "running"],
        ["2026-02-02", "2026-06-30", "over"],
      ],
    );
  }
  const id = await nextOf("rutinen-26");
  const { before: earlier, next, participation, revision } = await viewed(await coordinator(), id);
  assert.deepEqual([earlier, next, revision], [{ id: "rutinen-26", title: spring }, null, 1]);
  assert.deepEqual(
    participation.map(({ unit, meetings }) => [unit, meetings]),
    units.map((unit) => [unit, 0]),
  );
  const logged = await store.within(municipalityCode(municipality), async (tx) =>
    (await tx.audit.list(0, 100_000)).filter(
      ({ action, details }) => action === "campaign.planned" && details.campaign === id,
    ),
  );
  assert.deepEqual(
    logged.map(({ account, details }) => [account, details.from, details.through]),
    [[null, "2026-07-01", "2026-12-31"]],
  );
});

test("yesterday is noted in the half-year that was, and today in the one that is", async () => {
  const id = await nextOf("rutinen-26");
  const anna = await worker("ifo");
  assert.equal((await note(anna, "rutinen-26", { unit: "ifo", day: "2026-06-30" })).ofTheDay, 1);
  assert.equal((await note(anna, id, { unit: "ifo", day: "2026-07-01" })).ofTheDay, 1);
  for (const [campaign, day] of [
    ["rutinen-26", "2026-07-01"],
    [id, "2026-06-30"],
  ]) {
    const body = { receipt: newReceipt(), unit: "ifo", day, combination: "F04=1;F06=3" };
    const refused = await anna.request(`POST /api/campaigns/${campaign}/meetings`, body);
    assert.deepEqual(await problemsOf(refused), ["meeting-day-closed"]);
  }
});

test("whoever plans is told that it is over, and closes it while the next one goes on", async () => {
  given.clock.set("2026-07-10T08:00:00Z");
  const by = await coordinator();
  const { todo, more } = await bodyOf<StartView>(await by.request("GET /api/start"));
  assert.deepEqual(
    [...todo, ...more].filter(({ kind }) => kind === "campaign"),
    [
      {
        kind: "campaign",
        caseCode: null,
        sentence: `${spring} är slut: avsluta när alla möten är inlagda`,
        path: "/fokusmanad/rutinen-26/resultat",
      },
    ],
  );
  const closed = await bodyOf<CampaignView>(
    await by.request("POST /api/campaigns/rutinen-26/closing", {}),
  );
  assert.deepEqual([closed.state, closed.next?.title], ["closed", autumn]);
  const told = await bodyOf<CampaignResultsView>(
    await by.request("GET /api/campaigns/rutinen-26/results"),
  );
  assert.deepEqual([told.campaign.name, told.meetings, told.before], [spring, 307, null]);
  const own = await bodyOf<UnitCampaignResultsView>(
    await (await worker("ifo")).request("GET /api/units/ifo/campaigns/rutinen-26/results"),
  );
  assert.equal(own.meetings, 103);
  const still = await by.request(`GET /api/campaigns/${await nextOf("rutinen-26")}/results`);
  assert.deepEqual(await problemsOf(still), ["campaign-results-not-yet"]);
});

test("half-year stands beside half-year; a month in between stands beside months alone", async () => {
  const id = await nextOf("rutinen-26");
  given.clock.set("2026-10-20T08:00:00Z");
  await givenCampaign(await coordinator(), "oktober-26", units, {
    ...{ name: "Fokusmånad oktober", firstDay: "2026-10-01", lastDay: "2026-10-31" },
  });
  for (const unit of units) await enter("oktober-26", unit, "2026-10-19", 40);
  given.clock.set("2026-11-05T08:00:00Z");
  const month = await (await coordinator()).request("POST /api/campaigns/oktober-26/closing", {});
  assert.equal(month.status, 200);
  given.clock.set("2026-12-20T08:00:00Z");
  for (const unit of units) await enter(id, unit, "2026-12-18", 80);
  given.clock.set("2027-01-05T08:00:00Z");
  const by = await coordinator();
  assert.equal((await by.request(`POST /api/campaigns/${id}/closing`, {})).status, 200);
  const resultsOf = async (campaign: string) =>
    bodyOf<CampaignResultsView>(await by.request(`GET /api/campaigns/${campaign}/results`));
  const told = await resultsOf(id);
  assert.deepEqual([told.campaign.name, told.meetings], [autumn, 367]);
  assert.deepEqual(told.before, { id: "rutinen-26", name: spring });
  assert.equal((await resultsOf("oktober-26")).before, null);
});

test("it is ended in the half-year that goes on; nobody looks for a year, and nothing follows", async () => {
  const second = await nextOf("rutinen-26");
  const third = await nextOf(second);
  const by = await coordinator();
  const plan = campaignOf(units, { name });
  const days = { firstDay: "2026-07-01", lastDay: "2026-12-31", revision: 1, routine: "ends" };
  const refused = await by.request(`PUT /api/campaigns/${second}`, { ...plan, ...days });
  assert.deepEqual(await problemsOf(refused), ["campaign-closed"]);
  const spring = { firstDay: "2027-01-01", lastDay: "2027-03-31", revision: 1, routine: "ends" };
  const ended = await by.request(`PUT /api/campaigns/${third}`, { ...plan, ...spring });
  assert.equal((await bodyOf<CampaignView>(ended)).routine, "ends");
  given.clock.set("2028-05-01T08:00:00Z");
  const late = await viewed(await coordinator(), third);
  assert.deepEqual([late.state, late.next], ["over", null]);
});

test("after a long time that nobody looked, all half-years are there", async () => {
  given.clock.set("2028-05-01T08:00:00Z");
  await givenCampaign(await coordinator(), "lange-sen", ["ifo"], {
    ...{ name: "Hos oss", routine: "goes-on", firstDay: "2028-05-01", lastDay: "2028-06-30" },
  });
  given.clock.set("2029-08-01T08:00:00Z");
  const { campaigns } = await bodyOf<CampaignList>(
    await (await coordinator()).request("GET /api/campaigns"),
  );
  assert.deepEqual(
    campaigns.filter((each) => each.name === "Hos oss").map(({ firstDay }) => firstDay),
    ["2029-07-01", "2029-01-01", "2028-07-01", "2028-05-01"],
  );
});

test("where a month runs, a routine is not offered to note in, and says where it is noted", async () => {
  await givenCampaign(await coordinator(), "rutinen-30", ["bistand", "hemtjanst"], {
    ...{ name: "Bredvid", routine: "goes-on", firstDay: "2030-02-01", lastDay: "2030-06-30" },
  });
  await givenCampaign(await coordinator(), "mars-2030", ["bistand"], {
    ...{ name: "Fokusmånad mars", firstDay: "2030-03-01", lastDay: "2030-03-31" },
  });
  const offered = async (by: SignedIn, id: string) => {
    const { units: noted, givesWay } = await viewed(by, id);
    const { campaigns } = await bodyOf<CampaignList>(await by.request("GET /api/campaigns"));
    assert.deepEqual(campaigns.find((each) => each.id === id)?.units, noted);
    return { units: noted.map((unit) => unit.id), givesWay };
  };
  given.clock.set("2030-02-28T08:00:00Z");
  assert.deepEqual(await offered(await worker("bistand"), "rutinen-30"), {
    units: ["bistand"],
    givesWay: [],
  });
  given.clock.set("2030-03-04T08:00:00Z");
  const inMonth = { id: "mars-2030", title: "Fokusmånad mars" };
  const told = (await offered(await worker("bistand"), "rutinen-30")).givesWay;
  assert.deepEqual(
    told.map(({ id, title }) => ({ id, title })),
    [inMonth],
  );
  assert.deepEqual(await offered(await worker("bistand"), "rutinen-30"), {
    units: [],
    givesWay: told,
  });
  const list = await (await worker("bistand")).request("GET /api/campaigns");
  const [first, second] = (await bodyOf<CampaignList>(list)).campaigns;
  assert.deepEqual([first?.id, second?.id], ["mars-2030", "rutinen-30"]);
  assert.deepEqual(await offered(await coordinator(), "rutinen-30"), {
    units: ["hemtjanst"],
    givesWay: told,
  });
  for (const [unit, id] of [
    ["bistand", "mars-2030"],
    ["hemtjanst", "rutinen-30"],
  ] as const) {
    assert.deepEqual(await offered(await worker(unit), id), { units: [unit], givesWay: [] });
  }
  given.clock.set("2030-04-01T08:00:00Z");
  assert.deepEqual(await offered(await worker("bistand"), "rutinen-30"), {
    units: ["bistand"],
    givesWay: [],
  });
});
