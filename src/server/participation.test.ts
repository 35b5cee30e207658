import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Note, publicKeyText, type RoundInvitation, signNote } from "#delivery";
import {
  addDays,
  addSeconds,
  instant,
  instantOn,
  isoDate,
  type JsonValue,
  municipalityCode,
} from "#kernel";
import { meetingCodebook } from "#screening";
import { openTestStore, type TestStore } from "#store/testing";
import { listen } from "./listen.ts";
import { tellParticipation } from "./screening/tell-participation.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { campaignOf, givenCampaign, notAsked, note } from "./testing/given-campaign.ts";
import { bodyOf } from "./testing/given-team.ts";
import type { Refusal } from "./wire.ts";
import type { ParticipantView, RoundView } from "./wire-of-rounds.ts";

const round = "fokus-2026";
/** As the tests' clock begins. */
const start = instant("2026-11-02T08:00:00Z");
const path = `/api/rounds/${round}`;

let store: TestStore;
let given: GivenApp;
let county: SignedIn;
let leader: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo" });
  const person = { name: "Marika", municipality: "0000", role: "nationalAnalyst" } as const;
  county = await given.givenPerson(person);
  const { id, version } = meetingCodebook();
  await asks(round, { id, version }, "counts");
  leader = await takingPart(given, "9001");
});
after(() => store.close());

async function asks(id: string, codebook: object, level: string): Promise<void> {
  const asked = {
    ...{ id, name: "Fokusmånaden", from: "2026-10-26", through: "2026-11-25" },
    ...{ cutOff: "2026-12-31T12:00:00.000Z", codebook, level, interimDays: [] },
    ...{ legalBasis: "10 kap. 28 § OSL.", purpose: "Länets fokusmånad." },
  };
  await bodyOf(await county.request("POST /api/rounds", asked));
  const participants = ["9001", "9002"].map((code) => ({ code, name: code, county: "91" }));
  await bodyOf(await county.request(`POST /api/rounds/${id}/participants`, { participants }));
}

/** A coordinator, with a unit, of a municipality that has agreed. */
async function takingPart(
  at: GivenApp,
  code: string,
  address: string | null = null,
): Promise<SignedIn> {
  const signedIn = await at.givenPerson({ name: "Leila", role: "coordinator", municipality: code });
  await at.givenUnit(code, `unit-${code}`);
  const asked = await bodyOf<RoundInvitation>(await county.request(`GET ${path}/invitation`));
  const invitation = { ...asked, receiver: { ...asked.receiver, address } };
  await at.services.store.within(municipalityCode(code), ({ agreements }) =>
    agreements.insert({
      ...{ round, invitation: invitation as unknown as JsonValue, level: "counts" },
      ...{ decidedBy: "socialchef", decidedOn: isoDate("2026-01-02"), reference: "SN 1" },
      ...{ by: signedIn.account, at: at.clock.now() },
    }),
  );
  return signedIn;
}

async function told(code: string): Promise<ParticipantView["participation"]> {
  const { participants } = await bodyOf<RoundView>(await county.request(`GET ${path}`));
  return participants.find((each) => each.code === code)?.participation ?? null;
}

async function noteMany(by: SignedIn, campaign: string, unit: string): Promise<void> {
  for (let each = 0; each < 23; each++) {
    await note(by, campaign, { unit, ...(each < 4 ? { combination: notAsked } : {}) });
  }
}

test("the county sees whole tens of whoever lets it, and nothing before the program has told", async () => {
  const units = ["unit-9001"];
  await givenCampaign(leader, "november-26", units, { round, tellsReceiver: true });
  await noteMany(leader, "november-26", "unit-9001");
  assert.equal(await told("9001"), null);
  await tellParticipation(given.services);
  const at = given.clock.now();
  const seen = { day: "2026-11-02", units: 1, noted: 1, expected: 40, meetings: 20, at };
  assert.deepEqual(await told("9001"), seen);
  assert.equal(await told("9002"), null);
  // Three more change nothing that is told.
  for (let each = 0; each < 3; each++) {
    await note(leader, "november-26", { unit: "unit-9001", combination: notAsked });
  }
  given.clock.set(addSeconds(start, 60));
  await tellParticipation(given.services);
  assert.deepEqual(await told("9001"), { ...seen, at: given.clock.now() });
});

test("whoever does not let it see is not told of, and of no round nobody can be", async () => {
  const before = await told("9001");
  await givenCampaign(leader, "november-26", ["unit-9001"], {
    ...{ round, tellsReceiver: false, revision: 1 },
  });
  given.clock.set(addSeconds(start, 120));
  await tellParticipation(given.services);
  assert.deepEqual(await told("9001"), before);
  const wish = campaignOf(["unit-9001"], { tellsReceiver: true, firstDay: "2026-11-26" });
  const refused = await leader.request("PUT /api/campaigns/december-26", {
    ...{ ...wish, lastDay: "2026-12-20" },
  });
  const { problems } = (await refused.json()) as Refusal;
  assert.deepEqual(
    problems.map(({ code, at }) => [code, at]),
    [["campaign-tells-nobody", "tellsReceiver"]],
  );
});

test("between two places a signed note says the same; without contact the next telling does", async () => {
  const elsewhere = await openTestStore();
  const place = givenApp(elsewhere, { kind: "demo" });
  const listening = await listen(given.app, { port: 0, mayMove: false });
  assert.ok(listening.kind === "done");
  const { port, close } = listening.value;
  const far = await takingPart(place, "9002", `http://127.0.0.1:${port}`);
  await givenCampaign(far, "november-26", ["unit-9002"], { round, tellsReceiver: true });
  await noteMany(far, "november-26", "unit-9002");
  try {
    place.clock.set(given.clock.now());
    // The receiver does not know the key yet.
    await tellParticipation(place.services);
    assert.equal(await told("9002"), null);
    const key = await place.services.keys.signingKey(municipalityCode("9002"));
    const change = { keys: [publicKeyText(key)], hasLeft: false };
    await bodyOf(await county.request(`PUT ${path}/participants/9002`, change));
    await tellParticipation(place.services);
    assert.equal((await told("9002"))?.meetings, 20);
    await bodyOf(
      await county.request(`PUT ${path}/participants/9002`, { ...change, hasLeft: true }),
    );
    assert.equal(await told("9002"), null);
    await tellParticipation(place.services);
    assert.equal(await told("9002"), null);
    await bodyOf(await county.request(`PUT ${path}/participants/9002`, change));
  } finally {
    await close();
  }
  await tellParticipation(place.services);
  await elsewhere.close();
});

const participation = {
  ...{ day: isoDate("2026-11-02"), units: 2, noted: 1, expected: null, meetings: 20 },
};

/** As another installation would send it, signed by 9001. */
async function post(about: object, id = round, later = 0): Promise<readonly string[]> {
  const key = await given.services.keys.signingKey(municipalityCode("9001"));
  await bodyOf(
    await county.request(`PUT /api/rounds/${id}/participants/9001`, {
      ...{ keys: [publicKeyText(key)], hasLeft: false },
    }),
  );
  const text = signNote(key, {
    ...{ receiver: municipalityCode("0000"), round: id },
    at: addSeconds(start, 120 + later),
    note: { kind: "participation", participation: { ...participation, ...about } } as Note,
  });
  const answer = await given.app.request(`http://127.0.0.1:3210/api/intake/0000/${id}/notes`, {
    ...{ method: "POST", body: text },
  });
  if (answer.status === 200) return [];
  return ((await answer.json()) as Refusal).problems.map(({ code }) => code);
}

test("a note says tens and no more: other numbers, other rounds and what is older are not taken", async () => {
  assert.deepEqual(await post({}, round, 20), []);
  assert.equal((await told("9001"))?.meetings, 20);
  for (const wrong of [
    { meetings: 23 },
    { meetings: -10 },
    { asked: 10 },
    { noted: 3 },
    { units: 0 },
    { units: 501 },
    { meetings: 1e9 },
    { meetings: 20.5 },
    { answers: { "F06=1": 3 } },
    { day: "2026-02-30" },
  ]) {
    assert.deepEqual(await post(wrong, round, 30), ["note-wrong"], JSON.stringify(wrong));
  }
  assert.deepEqual(await post({ meetings: 10 }, round, 10), []);
  assert.equal((await told("9001"))?.meetings, 20);
  const { id, version } = given.services.codebooks.common();
  await asks("om-arenden", { id, version }, "rows");
  assert.deepEqual(await post({}, "om-arenden"), ["note-round-of-cases"]);
  await bodyOf(await county.request(`POST ${path}/ending`, { ended: true }));
  assert.deepEqual(await post({ meetings: 40 }, round, 50), ["round-ended"]);
});

test("when the month is closed nothing more is told", async () => {
  const over = addDays(isoDate("2026-11-25"), 15);
  given.clock.set(instantOn(over, 30_000));
  leader = await given.givenSession(municipalityCode("9001"), leader.account);
  county = await given.givenSession(municipalityCode("0000"), county.account);
  const units = ["unit-9001"];
  await givenCampaign(leader, "november-26", units, { round, tellsReceiver: true, revision: 2 });
  await bodyOf(await leader.request("POST /api/campaigns/november-26/closing"));
  const before = await told("9001");
  await tellParticipation(given.services);
  assert.deepEqual(await told("9001"), before);
});
