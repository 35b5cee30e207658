import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { campaignOf, givenCampaign, newReceipt } from "./testing/given-campaign.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type {
  ChecklistView,
  ConfidenceView,
  ObstaclesView,
  TextPackList,
} from "./wire-of-screening.ts";

/** What surrounds the noting: how confident the staff is, obstacles, checklists and texts. */
let store: TestStore;
let given: GivenApp;
let coordinator: SignedIn;
let manager: SignedIn;
let worker: SignedIn;
let stranger: SignedIn;
const campaign = "november-26";

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  for (const unit of ["here", "there"]) await given.givenUnit("9001", unit);
  const person = { municipality: "9001" } as const;
  coordinator = await given.givenPerson({ ...person, name: "Leila", role: "coordinator" });
  manager = await given.givenPerson({ ...person, name: "Mona", role: "unitManager", unit: "here" });
  worker = await given.givenPerson({ ...person, name: "Anna", role: "caseWorker", unit: "here" });
  stranger = await given.givenPerson({ ...person, name: "Siv", role: "caseWorker", unit: "there" });
  const days = { firstDay: "2026-11-01", lastDay: "2026-11-30" };
  await givenCampaign(coordinator, campaign, ["here"], days);
});
after(() => store.close());

const confidence = `/api/campaigns/${campaign}/confidence`;

async function answer(by: SignedIn, change: object = {}): Promise<Response> {
  const body = { receipt: newReceipt(), moment: "before", answer: [2, 3, 4], ...change };
  return by.request(`POST ${confidence}`, body);
}

function ofBefore(told: ConfidenceView) {
  return told.moments.find(({ moment }) => moment === "before");
}

test("an answer is counted once, and of those who belong to a unit that takes part", async () => {
  const receipt = newReceipt();
  const sent = await Promise.all([1, 2, 3].map(() => answer(worker, { receipt })));
  for (const each of sent) assert.equal(each.status, 200);
  const told = await bodyOf<ConfidenceView>(await worker.request(`GET ${confidence}`));
  assert.equal(told.questions.length, 3);
  assert.deepEqual(ofBefore(told), { moment: "before", isOpen: true, answers: 1, means: null });
  const other = await answer(worker, { receipt, answer: [5, 5, 5] });
  assert.deepEqual(await problemsOf(other), ["receipt-used-otherwise"]);
  assert.deepEqual(await problemsOf(await answer(stranger)), ["confidence-not-yours"]);
  assert.deepEqual(await problemsOf(await answer(worker, { moment: "after" })), [
    "confidence-closed",
  ]);
  assert.deepEqual(await problemsOf(await answer(worker, { answer: [1, 2] })), [
    "confidence-incomplete",
  ]);
  const after = await bodyOf<ConfidenceView>(await worker.request(`GET ${confidence}`));
  assert.equal(ofBefore(after)?.answers, 1);
});

test("means are told of five or more, and not while another answer would show in them", async () => {
  for (const chosen of [1, 2, 3, 4]) {
    const told = await bodyOf<ConfidenceView>(await answer(worker, { answer: [chosen, 3, 5] }));
    assert.equal(ofBefore(told)?.means, null);
  }
  const open = await bodyOf<ConfidenceView>(await worker.request(`GET ${confidence}`));
  assert.deepEqual(ofBefore(open), { moment: "before", isOpen: true, answers: 5, means: null });
  given.clock.set("2026-11-08T08:00:00Z");
  const again = { municipality: "9001", name: "Rut", role: "committeeReader" } as const;
  const reader = await given.givenPerson(again);
  const told = await bodyOf<ConfidenceView>(await reader.request(`GET ${confidence}`));
  assert.deepEqual(ofBefore(told)?.means, [2.4, 3, 4.8]);
  assert.equal(ofBefore(told)?.isOpen, false);
  given.clock.set("2026-11-02T08:00:00Z");
});

const wished = {
  revision: 0,
  obstacle: 1,
  intention: "En kvart längre för nybesök.",
  responsible: "enhetschef",
  dueOn: "2027-01-15",
  outcome: "",
  state: "planned",
  carriedFrom: null,
};

async function putObstacle(id: string, change: object = {}, of = campaign, by = coordinator) {
  return by.request(`PUT /api/campaigns/${of}/obstacles/${id}`, { ...wished, ...change });
}

test("an action is written once, by those who lead, and read by all", async () => {
  const sent = await Promise.all([putObstacle("first-one"), putObstacle("first-one")]);
  for (const each of sent) assert.equal(each.status, 200);
  const told = await bodyOf<ObstaclesView>(
    await worker.request(`GET /api/campaigns/${campaign}/obstacles`),
  );
  assert.equal(told.mayChange, false);
  assert.equal(told.actions.length, 1);
  const [action] = told.actions;
  assert.equal(action?.revision, 1);
  assert.equal(action?.changedBy, "Leila");
  assert.match(action?.obstacle.label ?? "", /\p{L}{3}/u);
  const changed = { revision: 1, state: "done", outcome: "Det gick bra." };
  const done = await bodyOf<ObstaclesView>(await putObstacle("first-one", changed));
  assert.equal(done.actions[0]?.state, "done");
  const late = await putObstacle(
    "first-one",
    { revision: 1, intention: "Annat." },
    campaign,
    manager,
  );
  assert.deepEqual(await problemsOf(late), ["obstacle-changed-meanwhile"]);
  assert.equal((await putObstacle("second-one", {}, campaign, worker)).status, 404);
});

test("what cannot be is refused in words, and nothing is written", async () => {
  for (const [change, code] of [
    [{ obstacle: 95 }, "obstacle-unknown"],
    [{ intention: " " }, "obstacle-empty"],
    [{ responsible: "" }, "obstacle-responsible-needed"],
    [{ carriedFrom: "none" }, "malformed-request"],
    [{ carriedFrom: "first-one" }, "malformed-request"],
    [{ revision: 3 }, "malformed-request"],
  ] as const) {
    assert.deepEqual(await problemsOf(await putObstacle("another-one", change)), [code]);
  }
  assert.deepEqual(await problemsOf(await putObstacle("another-one", {}, "none")), [
    "campaign-unknown",
  ]);
  const told = await bodyOf<ObstaclesView>(
    await coordinator.request(`GET /api/campaigns/${campaign}/obstacles`),
  );
  assert.equal(told.actions.length, 1);
});

test("what was planned last time waits to be carried on, and no longer when it is", async () => {
  const days = { firstDay: "2027-03-01", lastDay: "2027-03-31", name: "Fokusmånad mars" };
  await givenCampaign(coordinator, "march-27", ["here"], days);
  await putObstacle("still-planned", { intention: "Boka egna rum." });
  const path = "GET /api/campaigns/march-27/obstacles";
  const before = await bodyOf<ObstaclesView>(await manager.request(path));
  assert.equal(before.mayChange, true);
  assert.deepEqual(
    before.earlier.map(({ id }) => id),
    ["still-planned"],
  );
  assert.deepEqual(before.actions, []);
  const carried = { intention: "Boka egna rum.", carriedFrom: "still-planned", dueOn: null };
  const after = await bodyOf<ObstaclesView>(await putObstacle("carried-on", carried, "march-27"));
  assert.deepEqual(after.earlier, []);
  assert.deepEqual(
    after.actions.map(({ carriedFrom }) => carriedFrom),
    ["still-planned"],
  );
});

const checklist = "/api/units/here/checklist";

test("a unit has our steps until it writes its own, and goes back to ours without", async () => {
  const ours = await bodyOf<ChecklistView>(await worker.request(`GET ${checklist}`));
  assert.equal(ours.isOwn, false);
  assert.equal(ours.mayChange, false);
  assert.ok(ours.steps.split("\n").length > 5);
  const own = { revision: 0, steps: "Lyssna.\nRing Mona.", contacts: "Mona 063-12 34" };
  const saved = await bodyOf<ChecklistView>(await manager.request(`PUT ${checklist}`, own));
  const { revision: _, ...words } = own;
  const unit = { id: "here", name: "here" };
  assert.deepEqual(saved, { unit, ...words, revision: 1, isOwn: true, mayChange: true });
  assert.deepEqual(await bodyOf(await manager.request(`PUT ${checklist}`, own)), saved);
  const late = await coordinator.request(`PUT ${checklist}`, own);
  assert.deepEqual(await problemsOf(late), ["checklist-changed-meanwhile"]);
  const long = await manager.request(`PUT ${checklist}`, { ...own, steps: "x".repeat(6_000) });
  assert.deepEqual(await problemsOf(long), ["text-too-long"]);
  const back = { revision: 1, steps: "", contacts: own.contacts };
  const empty = await bodyOf<ChecklistView>(await manager.request(`PUT ${checklist}`, back));
  assert.deepEqual([empty.isOwn, empty.steps, empty.revision], [false, ours.steps, 2]);
  for (const by of [worker, stranger]) {
    assert.equal((await by.request(`PUT ${checklist}`, own)).status, 404);
  }
  assert.equal((await stranger.request(`GET ${checklist}`)).status, 404);
});

const pack = {
  name: "Våra frågor",
  version: "1",
  licence: "Egna ord",
  introduction: "Vi frågar alla.",
  questions: ["Har någon gjort dig illa?"],
};

async function load(change: object = {}, by = coordinator): Promise<Response> {
  return by.request("POST /api/text-packs", { text: JSON.stringify({ ...pack, ...change }) });
}

test("a text pack is loaded, used and removed when nothing uses it", async () => {
  const loaded = await bodyOf<TextPackList>(await load());
  assert.equal(loaded.mayLoad, true);
  const [{ id = "", ...words } = {}] = loaded.packs;
  assert.deepEqual(words, pack);
  // The same one anew: its words, under its id.
  const anew = await bodyOf<TextPackList>(await load({ introduction: "Alla får frågan." }));
  assert.deepEqual(anew.packs, [{ id, ...pack, introduction: "Alla får frågan." }]);
  const days = { firstDay: "2027-05-01", lastDay: "2027-05-31" };
  const using = { ...days, instrument: { kind: "text-pack", pack: id } };
  const planned = await givenCampaign(coordinator, "with-a-pack", ["here"], using);
  assert.equal(planned.textPack?.introduction, "Alla får frågan.");
  const used = await coordinator.request(`DELETE /api/text-packs/${id}`);
  assert.deepEqual(await problemsOf(used), ["text-pack-in-use"]);
  const own = campaignOf(["here"], { ...days, revision: 1 });
  await bodyOf(await coordinator.request("PUT /api/campaigns/with-a-pack", own));
  const removed = await bodyOf<TextPackList>(
    await coordinator.request(`DELETE /api/text-packs/${id}`),
  );
  assert.deepEqual(removed.packs, []);
  const again = await coordinator.request(`DELETE /api/text-packs/${id}`);
  assert.deepEqual(await bodyOf(again), removed);
});

test("what is no plain text is no text pack, and nothing is loaded", async () => {
  const wrong = async (change: object) => problemsOf(await load(change));
  assert.deepEqual(await wrong({ introduction: "Vi <b>frågar</b> alla." }), [
    "text-pack-with-markup",
  ]);
  assert.deepEqual(await wrong({ licence: "" }), ["text-pack-without-licence"]);
  assert.deepEqual(await wrong({ questions: [] }), ["text-pack-malformed"]);
  const file = await coordinator.request("POST /api/text-packs", { text: "x".repeat(150_000) });
  assert.deepEqual(await problemsOf(file), ["text-too-long"]);
  assert.equal((await load({}, worker)).status, 404);
  const told = await bodyOf<TextPackList>(await worker.request("GET /api/text-packs"));
  assert.deepEqual(told, { packs: [], mayLoad: false });
});

test("what was written stands in the log, and what was answered does not", async () => {
  const actions = await store.within(municipalityCode("9001"), async (tx) => {
    const lines = await tx.audit.list(0, 100_000);
    return new Set(lines.map(({ action }) => action));
  });
  for (const each of [
    ...["obstacle.added", "obstacle.changed", "checklist.written"],
    ...["text-pack.loaded", "text-pack.removed", "campaign.planned", "campaign.changed"],
  ]) {
    assert.ok(actions.has(each), each);
  }
  assert.deepEqual(
    [...actions].filter((each) => each.includes("confidence")),
    [],
  );
});
