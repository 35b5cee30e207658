import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { publicKeyText, type RoundInvitation } from "#delivery";
import { isoDate, type JsonValue, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { listen } from "./listen.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { givenRelease } from "./testing/given-release.ts";
import { bodyOf } from "./testing/given-team.ts";
import type { Refusal } from "./wire.ts";
import type { ActionsView, SharedActionView } from "./wire-of-actions.ts";

const round = "2024-2025";
const wished = {
  revision: 0,
  round,
  about: "goal-attained-wholly-or-partly",
  intention: "Vi frågar alla om uppföljning innan stödet slutar.",
  responsible: "enhetschef",
  dueOn: "2027-03-01",
  state: "planned",
  outcome: "",
  isShared: false,
};

let store: TestStore;
let given: GivenApp;
let analyst: SignedIn;
let coordinator: SignedIn;
let neighbour: SignedIn;
let worker: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo", release: givenRelease("9001") });
  analyst = await receiver(given);
  coordinator = await agreed(given, "9001");
  neighbour = await agreed(given, "9002");
  await given.givenUnit("9001", "here");
  const here = { municipality: "9001", unit: "here" };
  worker = await given.givenPerson({ name: "Anna Ek", role: "caseWorker", ...here });
});
after(() => store.close());

const path = `/api/rounds/${round}`;

/** The nation's, who asks two municipalities for their deliveries. */
async function receiver(at: GivenApp): Promise<SignedIn> {
  const person = { name: "Hedvig", municipality: "0000", role: "nationalAnalyst" } as const;
  const signedIn = await at.givenPerson(person);
  const asked = {
    id: round,
    name: "Uppföljningen",
    from: "2024-01-01",
    through: "2025-12-31",
    cutOff: "2026-12-31T12:00:00.000Z",
    codebook: { id: "su-kvinnofrid-2021", version: at.services.codebooks.common().version },
    level: "rows",
    interimDays: [],
    legalBasis: "10 kap. 28 § offentlighets- och sekretesslagen.",
    purpose: "Nationell uppföljning.",
  };
  await bodyOf(await signedIn.request("POST /api/rounds", asked));
  const participants = ["9001", "9002"].map(participant);
  await bodyOf(await signedIn.request(`POST ${path}/participants`, { participants }));
  return signedIn;
}

function participant(code: string) {
  return { code, name: `Kommun ${code}`, county: "91" };
}

async function invitation(): Promise<RoundInvitation> {
  return bodyOf(await analyst.request(`GET ${path}/invitation`));
}

/** A coordinator of a municipality that takes part in the round. */
async function agreed(
  at: GivenApp,
  municipality: string,
  address: string | null = null,
): Promise<SignedIn> {
  const person = { name: "Leila Aho", role: "coordinator", municipality } as const;
  const signedIn = await at.givenPerson(person);
  const asked = await invitation();
  const told = { ...asked, receiver: { ...asked.receiver, address } };
  await at.services.store.within(municipalityCode(municipality), ({ agreements }) =>
    agreements.insert({
      round,
      invitation: told as unknown as JsonValue,
      level: "rows",
      decidedBy: "socialchef",
      decidedOn: isoDate("2026-01-02"),
      reference: "SN 1",
      by: signedIn.account,
      at: at.clock.now(),
    }),
  );
  return signedIn;
}

async function put(by: SignedIn, id: string, changes: object = {}): Promise<ActionsView> {
  return bodyOf(await by.request(`PUT /api/actions/${id}`, { ...wished, ...changes }));
}

async function read(by: SignedIn): Promise<ActionsView["rounds"][number]> {
  const view = await bodyOf<ActionsView>(await by.request("GET /api/actions"));
  const [latest] = view.rounds;
  assert.ok(latest && latest.id === round);
  return latest;
}

async function refusals(response: Response): Promise<readonly string[]> {
  const { problems } = (await response.json()) as Refusal;
  return problems.map(({ code, at }) => (at ? `${code} ${at}` : code));
}

async function refused(by: SignedIn, id: string, changes: object): Promise<readonly string[]> {
  return refusals(await by.request(`PUT /api/actions/${id}`, { ...wished, ...changes }));
}

test("an action is written by those who lead, and read by all who read the figures", async () => {
  const view = await put(coordinator, "first-one");
  assert.equal(view.mayChange, true);
  const [told] = view.rounds;
  assert.equal(told?.name, "Uppföljningen");
  assert.ok(told?.figures.some(({ label }) => label === "Målet helt eller delvis uppnått"));
  const { about: _, revision: __, ...plain } = wished;
  assert.deepEqual(told?.actions, [
    {
      ...plain,
      id: "first-one",
      revision: 1,
      about: { id: wished.about, label: "Målet helt eller delvis uppnått" },
      updatedAt: given.clock.now(),
      updatedBy: "Leila Aho",
    },
  ]);
  const seen = await bodyOf<ActionsView>(await worker.request("GET /api/actions"));
  assert.equal(seen.mayChange, false);
  assert.deepEqual(seen.rounds[0]?.actions, told?.actions);
  assert.equal((await worker.request("PUT /api/actions/first-one", wished)).status, 404);
  assert.equal((await worker.request("DELETE /api/actions/first-one")).status, 404);
});

test("of two who change the same action the second is told, and the first's words stand", async () => {
  await put(coordinator, "second-one");
  await put(coordinator, "second-one", { revision: 1, state: "under-way" });
  const late = { revision: 1, intention: "Något annat." };
  assert.deepEqual(await refused(coordinator, "second-one", late), ["action-changed-meanwhile"]);
  assert.deepEqual(await refused(coordinator, "second-one", { intention: "En ny med samma." }), [
    "action-changed-meanwhile",
  ]);
  // The very same once more, after a lost answer.
  const again = await put(coordinator, "second-one", { revision: 1, state: "under-way" });
  const kept = again.rounds[0]?.actions.find(({ id }) => id === "second-one");
  assert.deepEqual([kept?.revision, kept?.state], [2, "under-way"]);
});

test("an action is removed, changed no more, and added anew when that is regretted", async () => {
  await put(coordinator, "third-one");
  const { rounds } = await bodyOf<ActionsView>(
    await coordinator.request("DELETE /api/actions/third-one"),
  );
  assert.ok(rounds[0]?.actions.every(({ id }) => id !== "third-one"));
  // Once more, after a lost answer.
  await bodyOf(await coordinator.request("DELETE /api/actions/third-one"));
  assert.deepEqual(await refused(coordinator, "third-one", { revision: 1 }), [
    "action-removed-meanwhile",
  ]);
  await put(coordinator, "third-one");
  assert.ok((await read(coordinator)).actions.some(({ id }) => id === "third-one"));
});

test("what says nothing, too much, or who somebody is, is refused in words", async () => {
  const person = ["990230", "0004"].join("-");
  for (const [changes, codes] of [
    [{ intention: " . " }, ["action-empty intention"]],
    [{ responsible: "" }, ["action-responsible-needed responsible"]],
    [{ responsible: "Maria Ekqvist" }, ["action-responsible-named responsible"]],
    [{ intention: "x".repeat(401) }, ["text-too-long intention"]],
    [{ outcome: `Som i ${person}` }, ["looks-like-personnummer outcome"]],
    [{ round: "1999" }, ["action-round-unknown round"]],
    [{ about: "V99" }, ["action-figure-unknown about"]],
    [{ dueOn: "2027-02-30" }, ["malformed-request dueOn"]],
    [{ isShared: true, outcome: "Ring 070-174 06 35." }, ["action-shares-person outcome"]],
  ] as const) {
    assert.deepEqual(await refused(coordinator, "fourth-one", changes), codes);
  }
  assert.deepEqual(await refused(coordinator, "x", {}), ["malformed-request action"]);
  assert.ok((await read(coordinator)).actions.every(({ id }) => id !== "fourth-one"));
});

test("what is shared reaches the receiver and the others, without day or writer, until it is shared no more", async () => {
  const shared: SharedActionView = {
    municipality: "Kommun 9001",
    about: "Målet helt eller delvis uppnått",
    intention: wished.intention,
    responsible: "enhetschef",
    state: "done",
    outcome: "Nu frågas alla.",
  };
  const told = { isShared: true, state: "done", outcome: shared.outcome };
  const answer = await put(coordinator, "fifth-one", told);
  assert.deepEqual(answer.rounds[0]?.shared, [], "what is one's own is not told as another's");
  assert.deepEqual((await read(neighbour)).shared, [shared]);
  const received = `GET ${path}/actions`;
  assert.deepEqual(await bodyOf(await analyst.request(received)), [shared]);
  await put(coordinator, "fifth-one", { ...told, revision: 1, isShared: false });
  assert.deepEqual((await read(neighbour)).shared, []);
  assert.deepEqual(await bodyOf(await analyst.request(received)), []);
});

test("whoever has left the round, or ended the agreement, shares nothing more", async () => {
  await put(neighbour, "neighbours", { isShared: true });
  assert.equal((await read(coordinator)).shared?.length, 1);
  const [code, at] = [municipalityCode("9002"), given.clock.now()];
  await store.within(code, ({ agreements }) => agreements.change(round, { endedAt: at }));
  const ended = await put(neighbour, "neighbours", {
    revision: 1,
    isShared: true,
    outcome: "Efter slutet.",
  });
  assert.deepEqual([ended.rounds[0]?.shared, ended.rounds[0]?.maySend], [[], false]);
  assert.equal((await read(coordinator)).shared?.[0]?.outcome, "");
  await bodyOf(
    await analyst.request(`PUT ${path}/participants/9002`, {
      keys: [],
      hasLeft: true,
    }),
  );
  assert.deepEqual((await read(coordinator)).shared, []);
});

test("no more actions are shared in a round than fit in a note", async () => {
  for (let each = 0; each < 16; each++) {
    await put(coordinator, `shared-${each}`, { isShared: true });
  }
  assert.deepEqual(await refused(coordinator, "shared-16", { isShared: true }), [
    "action-too-many-shared isShared",
  ]);
  for (let each = 0; each < 16; each++) {
    await bodyOf(await coordinator.request(`DELETE /api/actions/shared-${each}`));
  }
  assert.deepEqual(await bodyOf(await analyst.request(`GET ${path}/actions`)), []);
});

test("between two places a signed note says the same; without contact nothing is lost", async () => {
  const elsewhere = await openTestStore();
  const place = givenApp(elsewhere, { kind: "demo", release: givenRelease("9003") });
  await bodyOf(
    await analyst.request(`POST ${path}/participants`, {
      participants: [participant("9003")],
    }),
  );
  const listening = await listen(given.app, { port: 0, mayMove: false });
  assert.ok(listening.kind === "done");
  const { port, close } = listening.value;
  const far = await agreed(place, "9003", `http://127.0.0.1:${port}`);
  try {
    // The receiver does not know the key yet.
    const unknown = await put(far, "far-away-one", { isShared: true });
    assert.equal(unknown.rounds[0]?.shared, null);
    assert.equal(unknown.rounds[0]?.actions.length, 1);
    const key = await place.services.keys.signingKey(municipalityCode("9003"));
    await bodyOf(
      await analyst.request(`PUT ${path}/participants/9003`, {
        keys: [publicKeyText(key)],
        hasLeft: false,
      }),
    );
    await put(coordinator, "near-by-one", { isShared: true });
    // Looking is enough for what waits to be told.
    const told = (await read(far)).shared?.map(({ municipality }) => municipality);
    assert.deepEqual(told, ["Kommun 9001"]);
    const heard = (await read(coordinator)).shared?.map(({ municipality }) => municipality);
    assert.deepEqual(heard, ["Kommun 9003"]);
  } finally {
    await close();
  }
  const alone = await put(far, "far-away-one", { revision: 1, isShared: true, state: "done" });
  assert.equal(alone.rounds[0]?.shared, null);
  assert.equal(alone.rounds[0]?.actions[0]?.state, "done");
  await elsewhere.close();
});

test("what is written, shared and removed stands in the log", async () => {
  const entries = await store.within(municipalityCode("9001"), ({ audit }) => audit.list(0, 500));
  const actions = new Set(entries.map(({ action }) => action));
  for (const action of ["action.added", "action.changed", "action.shared", "action.removed"]) {
    assert.ok(actions.has(action), action);
  }
});

test("where nothing is published there is no round to write about", async () => {
  const empty = givenApp(store, { release: null });
  const person = { name: "Ida", role: "coordinator", municipality: "9004" } as const;
  const ida = await empty.givenPerson(person);
  const view = await bodyOf<ActionsView>(await ida.request("GET /api/actions"));
  assert.deepEqual(view.rounds, []);
});
