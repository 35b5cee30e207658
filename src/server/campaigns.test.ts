import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { campaignOf, givenCampaign, note } from "./testing/given-campaign.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { StartView } from "./wire.ts";
import type { CampaignList, CampaignView } from "./wire-of-screening.ts";

let store: TestStore;
let given: GivenApp;
let coordinator: SignedIn;
let manager: SignedIn;
let worker: SignedIn;
let reader: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const unit of ["here", "there", "third", "fourth"]) await given.givenUnit("9001", unit);
  await given.givenUnit("9002", "elsewhere");
  const person = { municipality: "9001" } as const;
  coordinator = await given.givenPerson({ ...person, name: "Leila", role: "coordinator" });
  manager = await given.givenPerson({ ...person, name: "Mona", role: "unitManager", unit: "here" });
  worker = await given.givenPerson({ ...person, name: "Anna", role: "caseWorker", unit: "here" });
  reader = await given.givenPerson({ ...person, name: "Rut", role: "committeeReader" });
});
after(() => store.close());

async function view(by: SignedIn, id: string): Promise<CampaignView> {
  return bodyOf(await by.request(`GET /api/campaigns/${id}`));
}

async function refused(id: string, units: readonly string[], change: object, by = coordinator) {
  const before = await store.within(municipalityCode("9001"), (tx) => tx.screening.campaigns());
  const response = await by.request(`PUT /api/campaigns/${id}`, campaignOf(units, change));
  assert.ok(response.status >= 400 && response.status < 500, String(response.status));
  const codes = await problemsOf(response);
  const after = await store.within(municipalityCode("9001"), (tx) => tx.screening.campaigns());
  assert.deepEqual(after, before);
  return codes;
}

test("a campaign is planned by those who lead, and read by all who read the figures", async () => {
  const planned = await givenCampaign(manager, "november-26", ["here", "there"]);
  assert.equal(planned.revision, 1);
  assert.equal(planned.state, "running");
  assert.equal(planned.changedBy, "Mona");
  assert.equal(planned.mayPlan, true);
  assert.equal(planned.mayClose, false);
  assert.equal(planned.textPack, null);
  assert.deepEqual(planned.units, [{ id: "here", name: "here" }]);
  assert.equal(planned.codebook.id, "fokusmanad-2026");
  assert.ok(planned.guideParts.length > 3 && planned.preparation.length > 3);
  const read = await view(reader, "november-26");
  assert.deepEqual(read, { ...planned, units: [], mayPlan: false });
  const both = await view(coordinator, "november-26");
  assert.deepEqual(
    both.units.map(({ id }) => id),
    ["here", "there"],
  );
  for (const by of [worker, reader]) {
    const response = await by.request("PUT /api/campaigns/another-one", campaignOf(["third"]));
    assert.equal(response.status, 404);
  }
});

test("sent once more after a lost answer it is the same; of two who change it the second is told", async () => {
  const sent = { revision: 1, goals: "Alla, varje gång." };
  const first = await givenCampaign(coordinator, "november-26", ["here", "there"], sent);
  assert.equal(first.revision, 2);
  const again = await givenCampaign(coordinator, "november-26", ["here", "there"], sent);
  assert.deepEqual(again, first);
  const late = { revision: 1, goals: "Något annat." };
  assert.deepEqual(await refused("november-26", ["here", "there"], late, manager), [
    "campaign-changed-meanwhile",
  ]);
  for (const revision of [0, 2, 7]) {
    const by = revision === 2 ? manager : coordinator;
    const change = {
      revision,
      goals: "Alla, varje gång.",
      ...(revision === 2 ? { name: "" } : {}),
    };
    const codes = await refused("november-26", ["here", "there"], change, by);
    const expected = revision === 2 ? "campaign-name-needed" : "campaign-changed-meanwhile";
    assert.deepEqual(codes, [expected], String(revision));
  }
  assert.deepEqual(await refused("of-nothing", ["third"], { revision: 1 }), ["campaign-unknown"]);
});

test("what cannot be is refused in words, and nothing is planned", async () => {
  assert.deepEqual(await refused("december-26", ["here", "third"], {}), ["campaign-overlaps"]);
  assert.deepEqual(await refused("december-26", [], {}), ["campaign-no-units"]);
  assert.deepEqual(await refused("december-26", ["elsewhere"], {}), ["campaign-unit-unknown"]);
  assert.deepEqual(await refused("december-26", ["third"], { lastDay: "2026-10-01" }), [
    "campaign-days-reversed",
  ]);
  const pack = { instrument: { kind: "text-pack", pack: "none" } };
  assert.deepEqual(await refused("december-26", ["third"], pack), ["campaign-text-pack-unknown"]);
  const freda = { instrument: { kind: "freda-short", version: " " } };
  assert.deepEqual(await refused("december-26", ["third"], freda), ["campaign-version-needed"]);
  assert.deepEqual(await refused("december-26", ["third"], { round: "2026" }), [
    "campaign-round-unknown",
  ]);
  assert.deepEqual(await refused("short", ["third"], {}), ["malformed-request"]);
});

test("of two that overlap and are planned at once only one comes to be", async () => {
  const answers = await Promise.all(
    ["at-once-1", "at-once-2", "at-once-3"].map((id) =>
      coordinator.request(`PUT /api/campaigns/${id}`, campaignOf(["fourth"])),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422, 422]);
});

test("once it has begun neither a unit nor a day that has been can be taken out of it", async () => {
  await note(worker, "november-26", { unit: "here", day: "2026-10-26" });
  const revision = 2;
  for (const change of [{ firstDay: "2026-10-27" }, { lastDay: "2026-11-01" }]) {
    const codes = await refused("november-26", ["here", "there"], { revision, ...change });
    assert.deepEqual(codes, ["campaign-has-begun"]);
  }
  assert.deepEqual(await refused("november-26", ["there"], { revision }), ["campaign-has-begun"]);
  const more = await givenCampaign(coordinator, "november-26", ["here", "there", "third"], {
    revision,
  });
  assert.equal(more.participation.length, 3);
});

test("the running ones come first, then the latest; each with the units that are hers", async () => {
  await givenCampaign(coordinator, "next-year", ["here"], {
    firstDay: "2027-11-01",
    lastDay: "2027-11-30",
  });
  await givenCampaign(coordinator, "last-year", ["here"], {
    firstDay: "2025-11-01",
    lastDay: "2025-11-30",
  });
  const told = await bodyOf<CampaignList>(await worker.request("GET /api/campaigns"));
  assert.deepEqual(
    told.campaigns
      .filter(({ id }) => !id.startsWith("at-once"))
      .map(({ id, state }) => [id, state]),
    [
      ["november-26", "running"],
      ["next-year", "planned"],
      ["last-year", "over"],
    ],
  );
  assert.deepEqual(told.campaigns.at(-1)?.units, [{ id: "here", name: "here" }]);
  assert.equal(told.mayPlan, false);
  assert.ok(told.unitKinds.some(({ label }) => label === "Hemtjänst"));
  const over = await view(manager, "last-year");
  assert.equal(over.mayClose, true);
  assert.equal(over.openDays, null);
});

test("another municipality's campaign does not exist", async () => {
  const elsewhere = { municipality: "9002", name: "Cia", role: "coordinator" } as const;
  const stranger = await given.givenPerson(elsewhere);
  const none = await bodyOf<CampaignList>(await stranger.request("GET /api/campaigns"));
  assert.deepEqual(none.campaigns, []);
  for (const path of ["november-26", "november-26/confidence", "november-26/obstacles"]) {
    const response = await stranger.request(`GET /api/campaigns/${path}`);
    assert.equal(response.status, 404);
    assert.deepEqual(await problemsOf(response), ["campaign-unknown"]);
  }
});

test("Start tells of the one that runs, to those who may note in it", async () => {
  const lines = async (by: SignedIn) => {
    const { todo, more } = await bodyOf<StartView>(await by.request("GET /api/start"));
    return [...todo, ...more].filter(({ kind }) => kind === "campaign");
  };
  assert.deepEqual(await lines(worker), [
    {
      kind: "campaign",
      caseCode: null,
      sentence: "Fokusmånad november pågår: notera dina möten",
      path: "/fokusmanad/november-26/notera",
    },
  ]);
  assert.deepEqual(await lines(reader), []);
  const person = { municipality: "9001", role: "caseWorker" } as const;
  await given.givenUnit("9001", "outside");
  assert.deepEqual(
    await lines(await given.givenPerson({ ...person, name: "Siv", unit: "outside" })),
    [],
  );
});

test("who planned and who changed stands in the log", async () => {
  const told = await store.within(municipalityCode("9001"), async (tx) => {
    const lines = await tx.audit.list(0, 100_000);
    return lines
      .filter(({ details }) => details.campaign === "november-26")
      .map(({ action, account }) => [action, account]);
  });
  assert.deepEqual(told.toReversed(), [
    ["campaign.planned", manager.account],
    ["campaign.changed", coordinator.account],
    ["campaign.changed", coordinator.account],
  ]);
});
