import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { invitationText, type RoundInvitation } from "#delivery";
import { instant, isoDate, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { agreeTo, anInvitation, decided } from "./testing/given-invitation.ts";
import { bodyOf, problemsOf } from "./testing/given-team.ts";
import type { Refusal } from "./wire.ts";
import type { DeliveriesView, InvitationView } from "./wire-of-deliveries.ts";

const municipality = municipalityCode("9001");
let store: TestStore;
let given: GivenApp;
let leila: SignedIn;
let chief: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  leila = await given.givenPerson({ name: "Leila", municipality, role: "coordinator" });
  chief = await given.givenPerson({ name: "Chief", municipality, role: "unitManager" });
});
after(() => store.close());

async function invited(id: string, changes: Parameters<typeof anInvitation>[0] = {}) {
  const { invitation } = await anInvitation({ ...changes, round: { id, ...changes.round } });
  return invitation;
}

function roundIn(view: DeliveriesView, id: string) {
  return view.rounds.find(({ round }) => round.id === id) ?? assert.fail(`no round ${id}`);
}

async function view(person = leila): Promise<DeliveriesView> {
  return bodyOf(await person.request("GET /api/deliveries"));
}

async function refusedWith(response: Response): Promise<string> {
  const { problems } = (await response.json()) as Refusal;
  assert.ok(response.status >= 400 && response.status < 500, String(response.status));
  for (const { sentence } of problems) assert.match(sentence, /^[^{}]{20,}$/);
  return problems.map(({ code }) => code).join(" ");
}

test("what a receiver asks is read before anybody agrees, and nothing of it is kept", async () => {
  const invitation = await invited("lasa");
  const text = invitationText(invitation);
  const told: InvitationView = await bodyOf(await leila.request("POST /api/invitations", { text }));
  assert.equal(told.receiver.name, "Riket");
  assert.match(told.receiver.fingerprint, /^([0-9a-f]{4} ){5}[0-9a-f]{4}$/);
  assert.equal(told.codebook.label, "SU-Kvinnofrid 2021–2023");
  assert.deepEqual(told.round, invitation.round);
  assert.equal(told.legalBasis, invitation.legalBasis);
  assert.ok(!(await view()).rounds.some(({ round }) => round.id === "lasa"));
});

test("another key gives another fingerprint", async () => {
  const text = async (): Promise<string> => {
    const body = { text: invitationText(await invited("nyckel")) };
    const told: InvitationView = await bodyOf(await leila.request("POST /api/invitations", body));
    return told.receiver.fingerprint;
  };
  assert.notEqual(await text(), await text());
});

test("who agreed, on what ground and how much leaves stands beside the round, for those who look too", async () => {
  const invitation = await invited("avtal");
  const agreed = await agreeTo(leila, invitation, { level: "coarse-rows" });
  const mine = roundIn(await bodyOf(agreed), "avtal");
  assert.deepEqual(mine.agreement, { ...decided, level: "coarse-rows", endedAt: null });
  assert.equal(mine.level, "rows");
  assert.deepEqual([mine.deliveries, mine.since], [[], null]);
  const looking = await view(chief);
  assert.equal(looking.mayDeliver, false);
  assert.equal((await view()).mayDeliver, true);
  assert.deepEqual(roundIn(looking, "avtal").agreement, mine.agreement);
});

test("the municipality's own key is told as its receiver needs it, and no private part", async () => {
  const { key } = await view();
  const own = await given.services.keys.signingKey(municipality);
  assert.deepEqual(JSON.parse(key.text), { municipality, key: own.public });
  assert.ok(!JSON.stringify(await view()).includes(own.private));
});

test("agreeing twice: the same words are the same decision, others are refused", async () => {
  const invitation = await invited("tva-ganger");
  assert.equal((await agreeTo(leila, invitation)).status, 200);
  assert.equal((await agreeTo(leila, invitation)).status, 200);
  const other = await agreeTo(leila, invitation, { reference: "SN 2026/1" });
  assert.equal(await refusedWith(other), "agreement-exists");
});

const wrongs: readonly (readonly [string, object, string])[] = [
  ["nobody decided", { decidedBy: " " }, "agreement-decider-needed"],
  ["a name in place of a post", { decidedBy: "Zelmira Svensson" }, "agreement-names-somebody"],
  [
    "a post with a name after it",
    { decidedBy: "Socialchefen Anna Berg" },
    "agreement-names-somebody",
  ],
  ["filed nowhere", { reference: "" }, "agreement-reference-needed"],
  ["decided tomorrow", { decidedOn: "2026-11-03" }, "date-in-future"],
  ["decided on no day", { decidedOn: "2026-02-30" }, "not-a-date"],
  ["a text far too long", { reference: "x".repeat(201) }, "text-too-long"],
  ["a level that is none", { level: "everything" }, "malformed-request"],
];

for (const [what, changes, code] of wrongs) {
  test(`${what} is told in words, and nothing is agreed`, async () => {
    const invitation = await invited("fel");
    assert.equal(await refusedWith(await agreeTo(leila, invitation, changes)), code);
    assert.ok(!(await view()).rounds.some(({ round }) => round.id === "fel"));
  });
}

test("all that is wrong is told at once", async () => {
  const response = await agreeTo(leila, await invited("allt"), { decidedBy: "", reference: "" });
  assert.equal(await refusedWith(response), "agreement-decider-needed agreement-reference-needed");
});

test("less may be agreed than is asked for, and never more", async () => {
  const invitation = await invited("mindre", { level: "coarse-rows" });
  assert.equal(await refusedWith(await agreeTo(leila, invitation)), "agreement-finer");
  assert.equal((await agreeTo(leila, invitation, { level: "counts" })).status, 200);
});

const strangers: readonly (readonly [string, (given: RoundInvitation) => string, string])[] = [
  ["no JSON at all", () => "hej", "invitation-wrong"],
  ["an empty file", () => "", "invitation-wrong"],
  [
    "a name that stands twice",
    (it) => invitationText(it).replace("{", '{"kind":"real",'),
    "invitation-wrong",
  ],
  ["a demo round", (it) => invitationText({ ...it, kind: "demo" }), "invitation-is-demo"],
  [
    "a codebook that is not here",
    (it) => invitationText({ ...it, codebook: { id: "framtid", version: "1.0.0" } }),
    "invitation-codebook-unknown",
  ],
  [
    "another version of it",
    (it) => invitationText({ ...it, codebook: { ...it.codebook, version: "99.0.0" } }),
    "invitation-codebook-unknown",
  ],
  [
    "an address without TLS",
    (it) =>
      invitationText({ ...it, receiver: { ...it.receiver, address: "http://receiver.example" } }),
    "invitation-wrong",
  ],
  [
    "an id that would be a path",
    (it) => invitationText({ ...it, round: { ...it.round, id: "../x" } }),
    "invitation-wrong",
  ],
  [
    "a name that turns the direction of writing",
    (it) => invitationText({ ...it, receiver: { ...it.receiver, name: "Riket\u202eteR" } }),
    "invitation-wrong",
  ],
];

for (const [what, spoil, code] of strangers) {
  test(`${what} is no invitation that can be read or agreed to`, async () => {
    const text = spoil(await invited("fil"));
    assert.equal(await refusedWith(await leila.request("POST /api/invitations", { text })), code);
    const agreed = await leila.request("POST /api/agreements", { text, ...decided });
    assert.equal(await refusedWith(agreed), code);
  });
}

test("where cases are made up, a real round is refused", async () => {
  const demo = givenApp(store, { kind: "demo" });
  const anna = await demo.givenPerson({ name: "Anna", municipality: "9002", role: "coordinator" });
  const agreed = await agreeTo(anna, await invited("verklig"));
  assert.equal(await refusedWith(agreed), "invitation-is-real");
});

test("what leaves is limited step by step, ended and resumed; after the cut-off it stays ended", async () => {
  const cutOff = instant("2026-11-20T00:00:00Z");
  const through = isoDate("2026-10-31");
  const invitation = await invited("andra", { round: { cutOff, through } });
  await agreeTo(leila, invitation);
  const change = (body: object) => leila.request("PUT /api/agreements/andra", body);
  const agreement = async (body: object) =>
    roundIn(await bodyOf<DeliveriesView>(await change(body)), "andra").agreement;
  assert.equal((await agreement({ level: "coarse-rows" })).level, "coarse-rows");
  assert.equal(await refusedWith(await change({ level: "rows" })), "agreement-finer");
  assert.equal((await agreement({ ended: true })).endedAt, given.clock.now());
  assert.deepEqual(await agreement({ ended: true, level: "counts" }), {
    ...decided,
    level: "counts",
    endedAt: given.clock.now(),
  });
  assert.equal((await agreement({ ended: false })).endedAt, null);
  await change({ ended: true });
  const before = given.clock.now();
  given.clock.set("2026-11-20T00:00:01Z");
  const eva = await given.givenPerson({ name: "Eva", municipality, role: "coordinator" });
  const late = await eva.request("PUT /api/agreements/andra", { ended: false });
  assert.equal(await refusedWith(late), "agreement-past-cut-off");
  given.clock.set(before);
});

test("an agreement that there is not, or another municipality's, is nothing to change", async () => {
  await agreeTo(leila, await invited("egen"));
  const place = { municipality: "9003", role: "coordinator" } as const;
  const stranger = await given.givenPerson({ name: "Sten", ...place });
  assert.equal((await stranger.request("PUT /api/agreements/egen", { ended: true })).status, 404);
  assert.equal((await leila.request("PUT /api/agreements/ingen", { ended: true })).status, 404);
  assert.deepEqual(await problemsOf(await chief.request("PUT /api/agreements/egen", {})), [
    "not-found",
  ]);
});

test("every agreement and every change of one is in the log", async () => {
  await agreeTo(leila, await invited("loggad"));
  await leila.request("PUT /api/agreements/loggad", { level: "counts" });
  await leila.request("PUT /api/agreements/loggad", { level: "counts" });
  const entries = await store.within(municipality, (tx) => tx.audit.list(0, 1000));
  const about = entries.filter(({ details }) => details.round === "loggad");
  assert.deepEqual(
    about.map(({ action, details }) => [action, details.level]),
    [
      ["agreement.changed", "counts"],
      ["agreement.made", "rows"],
    ],
  );
});
