import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isoDate, municipalityCode } from "#kernel";
import type { TalliedDay } from "#screening";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import {
  askedNo,
  askedYes,
  givenCampaign,
  meetingOf,
  newReceipt,
  notAsked,
  note,
} from "./testing/given-campaign.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { CampaignView, MeetingNoted } from "./wire-of-screening.ts";

const own = municipalityCode("9001");
let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let samir: SignedIn;
let stranger: SignedIn;
let planner: SignedIn;
let units = 0;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  planner = await given.givenPerson({ name: "Leila", municipality: "9001", role: "coordinator" });
});
after(() => store.close());

/** A unit of its own with two who meet people there, in a campaign of its own. */
async function begun(change: Parameters<typeof givenCampaign>[3] = {}): Promise<string> {
  given.clock.set("2026-11-02T08:00:00Z");
  const unit = `unit-${units++}`;
  await given.givenUnit("9001", unit);
  await given.givenUnit("9001", `${unit}-beside`);
  const person = (name: string, at = unit) =>
    given.givenPerson({ name, municipality: "9001", role: "caseWorker", unit: at });
  [anna, samir] = [await person("Anna"), await person("Samir")];
  stranger = await person("Siv", `${unit}-beside`);
  await givenCampaign(planner, `campaign-${unit}`, [unit], change);
  return unit;
}

function at(unit: string, rest = "meetings"): string {
  return `POST /api/campaigns/campaign-${unit}/${rest}`;
}

async function tallies(unit: string): Promise<readonly TalliedDay[]> {
  return store.within(own, (tx) => tx.screening.tallies(`campaign-${unit}`));
}

async function countsIn(unit: string): Promise<{ readonly [combination: string]: number }> {
  const told = await tallies(unit);
  return Object.fromEntries(told.map(({ combination, count }) => [combination, count]));
}

async function refused(by: SignedIn, unit: string, body: object, rest = "meetings") {
  const before = await tallies(unit);
  const response = await by.request(at(unit, rest), body);
  assert.ok(response.status >= 400 && response.status < 500, String(response.status));
  const codes = await problemsOf(response);
  assert.deepEqual(await tallies(unit), before);
  return codes;
}

test("a meeting that is sent three times at once, and once more, is counted once", async () => {
  const unit = await begun();
  const meeting = meetingOf({ unit });
  const sent = await Promise.all(
    [1, 2, 3].map(async () => bodyOf<MeetingNoted>(await anna.request(at(unit), meeting))),
  );
  assert.deepEqual(sent.map(({ outcome }) => outcome).toSorted(), ["again", "again", "noted"]);
  const late = await bodyOf<MeetingNoted>(await samir.request(at(unit), meeting));
  assert.deepEqual(late, { outcome: "again", ofTheDay: 1 });
  assert.deepEqual(await tallies(unit), [
    { unit, day: "2026-11-02", combination: askedNo, count: 1 },
  ]);
});

test("many at once are all counted, and each is told how many there are of the day", async () => {
  const unit = await begun();
  const combinations = [askedNo, askedYes, notAsked, askedNo];
  const told = await Promise.all(
    [...combinations, ...combinations].map((combination, index) =>
      note(index % 2 === 0 ? anna : samir, `campaign-${unit}`, { unit, combination }),
    ),
  );
  assert.deepEqual(told.map(({ ofTheDay }) => ofTheDay).toSorted(), [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.deepEqual(await countsIn(unit), { [askedNo]: 4, [askedYes]: 2, [notAsked]: 2 });
});

test("a receipt that comes with something else is refused, and nothing is counted", async () => {
  const unit = await begun();
  const meeting = meetingOf({ unit });
  await anna.request(at(unit), meeting);
  for (const other of [{ combination: askedYes }, { day: "2026-11-01" }]) {
    const codes = await refused(anna, unit, { ...meeting, ...other });
    assert.deepEqual(codes, ["receipt-used-otherwise"]);
  }
  assert.deepEqual(await countsIn(unit), { [askedNo]: 1 });
});

test("a meeting is taken back once, by its receipt and its answers together", async () => {
  const unit = await begun();
  const meeting = meetingOf({ unit });
  await anna.request(at(unit), meeting);
  await note(samir, `campaign-${unit}`, { unit, combination: askedYes });
  const undo = "meetings/undo";
  for (const wrong of [{ combination: askedYes }, { day: "2026-11-01" }, { receipt: newReceipt() }])
    assert.deepEqual(await refused(anna, unit, { ...meeting, ...wrong }, undo), [
      "meeting-not-noted",
    ]);
  const first = await bodyOf<MeetingNoted>(await anna.request(at(unit, undo), meeting));
  assert.deepEqual(first, { outcome: "undone", ofTheDay: 1 });
  const second = await bodyOf<MeetingNoted>(await anna.request(at(unit, undo), meeting));
  assert.deepEqual(second, { outcome: "again", ofTheDay: 1 });
  // And a late repeat of the first sending does not bring it back.
  const late = await bodyOf<MeetingNoted>(await anna.request(at(unit), meeting));
  assert.deepEqual(late, { outcome: "again", ofTheDay: 1 });
  assert.deepEqual(await countsIn(unit), { [askedYes]: 1 });
});

test("taken back before it came, it is not counted when it comes, of whatever day it is", async () => {
  const unit = await begun();
  const meeting = meetingOf({ unit, day: "2026-10-26" });
  assert.deepEqual(await refused(anna, unit, meeting, "meetings/undo"), ["meeting-not-noted"]);
  // Whoever looks forgets the receipts of days that are long past.
  await anna.request(`GET /api/campaigns/campaign-${unit}`);
  const late = await bodyOf<MeetingNoted>(await anna.request(at(unit), meeting));
  assert.deepEqual(late, { outcome: "again", ofTheDay: 0 });
});

test("what cannot be noted is refused in words, and nothing is counted", async () => {
  const unit = await begun();
  await note(anna, `campaign-${unit}`, { unit });
  const wrong = async (change: object, by = anna) =>
    refused(by, unit, { ...meetingOf({ unit }), ...change });
  for (const day of ["2026-10-25", "2026-11-03", "2027-01-01"]) {
    assert.deepEqual(await wrong({ day }), ["meeting-day-closed"], day);
  }
  for (const combination of ["F04=1", "F04=2;F06=3", "F03=1;F04=1;F06=3", "F06=3;F04=1", "x"]) {
    const codes = await wrong({ combination });
    assert.deepEqual([...new Set(codes)], ["combination-unknown"], combination);
  }
  assert.deepEqual(await wrong({ unit: `${unit}-beside` }, stranger), ["campaign-unit-not-in"]);
  assert.deepEqual(await wrong({}, stranger), ["campaign-unit-not-yours"]);
  assert.deepEqual(await wrong({ unit: "nowhere" }), ["campaign-unit-not-yours"]);
  assert.deepEqual(await wrong({ receipt: "short" }), ["malformed-request"]);
  assert.deepEqual(await wrong({ account: "anna" }), ["malformed-request"]);
  const nowhere = await anna.request("POST /api/campaigns/none/meetings", meetingOf({ unit }));
  assert.deepEqual(await problemsOf(nowhere), ["campaign-unknown"]);
  for (const route of ["meetings", "meetings/undo"]) {
    const codes = await refused(stranger, unit, meetingOf({ unit }), route);
    assert.deepEqual(codes, ["campaign-unit-not-yours"]);
  }
});

test("those who lead may note too; a role in the whole municipality holds in every unit", async () => {
  const unit = await begun();
  const manager = { name: "Mona", municipality: "9001", role: "unitManager", unit } as const;
  for (const person of [planner, await given.givenPerson(manager)]) {
    assert.equal((await note(person, `campaign-${unit}`, { unit })).outcome, "noted");
  }
  const reader = { name: "Rut", municipality: "9001", role: "analyst" } as const;
  const refusedToRead = await (await given.givenPerson(reader)).request(at(unit), {});
  assert.equal(refusedToRead.status, 404);
});

test("through the days of grace the campaign's own days are open; then none is, nor when it is closed", async () => {
  const unit = await begun({ lastDay: "2026-11-10" });
  given.clock.set("2026-11-02T09:00:00Z");
  const late = async (day: string) =>
    refused(await again("Anna", unit), unit, meetingOf({ unit, day }));
  given.clock.set("2026-11-24T09:00:00Z");
  assert.deepEqual(await late("2026-11-11"), ["meeting-day-closed"]);
  const told = await note(await again("Anna", unit), `campaign-${unit}`, {
    unit,
    day: "2026-11-10",
  });
  assert.equal(told.outcome, "noted");
  given.clock.set("2026-11-25T09:00:00Z");
  assert.deepEqual(await late("2026-11-10"), ["campaign-not-open"]);
  given.clock.set("2026-11-12T09:00:00Z");
  await store.within(own, (tx) =>
    tx.screening.closeCampaign(`campaign-${unit}`, given.clock.now()),
  );
  assert.deepEqual(await late("2026-11-10"), ["campaign-closed"]);
  const codes = await refused(
    await again("Anna", unit),
    unit,
    meetingOf({ unit }),
    "meetings/undo",
  );
  assert.deepEqual(codes, ["campaign-closed"]);
});

/** Signed in anew, at the clock's time. */
async function again(name: string, unit: string): Promise<SignedIn> {
  return given.givenPerson({ name, municipality: "9001", role: "caseWorker", unit });
}

test("a routine gives way: a day that a month has is noted there", async () => {
  const unit = await begun({ firstDay: "2026-11-02" });
  const days = { firstDay: "2026-10-01", lastDay: "2026-12-31" };
  const routine = { ...days, routine: "goes-on", name: "Alltid vid nybesök" };
  await givenCampaign(planner, `routine-${unit}`, [unit], routine);
  const noted = await note(anna, `routine-${unit}`, { unit, day: "2026-11-01" });
  assert.equal(noted.outcome, "noted");
  const sent = await anna.request(
    `POST /api/campaigns/routine-${unit}/meetings`,
    meetingOf({ unit }),
  );
  const body = (await sent.clone().json()) as { problems: readonly { sentence: string }[] };
  assert.deepEqual(await problemsOf(sent), ["meeting-day-of-another"]);
  assert.match(body.problems[0]?.sentence ?? "", /hör enheten till «Fokusmånad november»/);
});

const lines = [
  { combination: askedNo, count: 7 },
  { combination: askedYes, count: 2 },
  { combination: notAsked, count: 3 },
];

function pileOf(unit: string, change: object = {}) {
  return {
    ...{ receipt: newReceipt(), unit, day: "2026-11-02", number: "7", forms: 12 },
    lines,
    ...change,
  };
}

test("a pile of paper forms is entered whole, and once", async () => {
  const unit = await begun();
  const pile = pileOf(unit);
  const entered = await bodyOf<MeetingNoted>(await anna.request(at(unit, "piles"), pile));
  assert.deepEqual(entered, { outcome: "noted", ofTheDay: 12 });
  const again = await bodyOf<MeetingNoted>(await samir.request(at(unit, "piles"), pile));
  assert.deepEqual(again, { outcome: "again", ofTheDay: 12 });
  for (const other of [{}, { forms: 7, lines: lines.slice(0, 1) }, { day: "2026-11-01" }]) {
    const codes = await refused(samir, unit, pileOf(unit, other), "piles");
    assert.deepEqual(codes, ["pile-entered-before"]);
  }
  const next = await bodyOf<MeetingNoted>(
    await anna.request(at(unit, "piles"), pileOf(unit, { number: "8" })),
  );
  assert.equal(next.ofTheDay, 24);
  assert.deepEqual(await countsIn(unit), { [askedNo]: 14, [askedYes]: 4, [notAsked]: 6 });
});

test("of a pile that does not add up nothing is entered", async () => {
  const unit = await begun();
  const wrong = async (change: object) => refused(anna, unit, pileOf(unit, change), "piles");
  assert.deepEqual(await wrong({ forms: 11 }), ["pile-sum-differs"]);
  assert.deepEqual(await wrong({ forms: 0 }), ["pile-empty"]);
  assert.deepEqual(await wrong({ forms: 2_001 }), ["pile-too-large"]);
  assert.deepEqual(await wrong({ number: " " }), ["pile-number-needed"]);
  const [first = { combination: askedNo, count: 7 }] = lines;
  assert.deepEqual(await wrong({ forms: 14, lines: [first, first] }), ["pile-line-doubled"]);
  const none = { combination: askedNo, count: 0 };
  assert.deepEqual(await wrong({ lines: [none] }), ["pile-count-impossible"]);
  assert.deepEqual(await wrong({ day: "2026-11-03" }), ["meeting-day-closed"]);
  // And the number is still free.
  const entered = await bodyOf<MeetingNoted>(await anna.request(at(unit, "piles"), pileOf(unit)));
  assert.equal(entered.outcome, "noted");
});

test("a pile in which every form is another fits into a request", async () => {
  const unit = await begun();
  const odd = Array.from({ length: 2_000 }, () => ({ combination: "x".repeat(60), count: 1 }));
  const response = await anna.request(
    at(unit, "piles"),
    pileOf(unit, { forms: 2_000, lines: odd }),
  );
  assert.ok((await problemsOf(response)).includes("combination-unknown"));
});

test("participation says how many there are, as soon as they are, and of each unit alone", async () => {
  const unit = await begun();
  const look = async () =>
    bodyOf<CampaignView>(await anna.request(`GET /api/campaigns/campaign-${unit}`));
  assert.deepEqual(
    (await look()).participation.map(({ meetings, days }) => [meetings, days]),
    [[0, 0]],
  );
  let sum = 0;
  for (const [index, combination] of [askedNo, notAsked, askedYes, askedNo].entries()) {
    const day = index === 3 ? "2026-10-30" : "2026-11-02";
    await note(index % 2 === 0 ? anna : samir, `campaign-${unit}`, { unit, combination, day });
    const [told] = (await look()).participation;
    assert.equal(told?.meetings, ++sum);
    assert.equal((told?.asked ?? 0) + (told?.notAsked ?? 0), sum);
  }
  await anna.request(at(unit, "piles"), pileOf(unit, { day: "2026-10-27" }));
  const view = await look();
  assert.deepEqual(view.participation, [
    {
      ...{ unit, name: unit, kind: 1, expected: 40 },
      ...{ meetings: 16, asked: 12, notAsked: 4, days: 3, workingDays: 6 },
    },
  ]);
  // Nothing of what was answered but whether it was asked.
  assert.ok(!JSON.stringify({ ...view, codebook: null }).includes("F06"));
  assert.deepEqual(view.openDays, { from: isoDate("2026-10-26"), through: isoDate("2026-11-02") });
});
