import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, strongRandomness, swedishDay, systemClock } from "#kernel";
import { playRounds } from "#scenario";
import { type RunningServer, startServer } from "#server";
import type { TestStore } from "#store/testing";
import { filesFolder } from "../files-folder.ts";
import { type FilledDemo, filledDemo } from "../filled-demo.ts";

let filled: FilledDemo;
let store: TestStore;
let server: RunningServer;
const today = swedishDay(systemClock.now());
const year = today.slice(0, 4);
const nation = municipalityCode("0000");

before(async () => {
  filled = await filledDemo({ municipalities: 9, cases: 450 });
  store = filled.store;
  const started = await startServer({
    store,
    clock: systemClock,
    randomness: strongRandomness,
    environment: { port: 0, isPortChosen: true, origin: undefined },
    files: filesFolder(),
    demoAccounts: [],
    release: null,
  });
  assert.equal(started.kind, "done");
  server = started.value;
  await play();
});
after(async () => {
  await server.close();
  await store.close();
});

async function play(): Promise<void> {
  const { address } = server;
  await playRounds({
    server: { store, base: address, origin: address },
    world: filled.world,
    today,
  });
}

test("the demo has a round of this year, in every state that a participant and a package can have", async () => {
  const { rounds, participants, deliveries } = await store.within(nation, async (tx) => ({
    rounds: await tx.rounds.list(),
    participants: await tx.rounds.participants(year),
    deliveries: await tx.incomingDeliveries.list(year),
  }));
  assert.deepEqual(rounds.map(({ id, endedAt }) => [id, endedAt !== null]).sort(), [
    ["2022-2023", true],
    [year, false],
  ]);
  assert.equal(participants.length, 9);
  const withKeys = participants.filter(({ signingKeys }) => signingKeys.length > 0);
  assert.deepEqual(
    withKeys.map(({ code }) => code),
    ["9001", "9002", "9007"],
  );
  assert.deepEqual(deliveries.map(({ participant, state }) => `${participant} ${state}`).sort(), [
    "9002 accepted",
    "9007 waiting",
    "null quarantined",
  ]);
  assert.ok(deliveries.every(({ cases }) => cases === null || cases > 5));
});

test("those who sent have the receipt; whoever starts a demo that was kept plays nothing twice", async () => {
  await play();
  const rounds = await store.within(nation, (tx) => tx.rounds.list());
  assert.equal(rounds.length, 2);
  const made = await store.within(municipalityCode("9002"), (tx) => tx.madeDeliveries.list(year));
  assert.equal(made.length, 1);
  assert.equal(made[0]?.sent?.way, "network");
  assert.match(JSON.stringify(made[0]?.receipt), /"state":"arrived"/);
  const sessions = await fetch(`${server.address}/api/session`);
  assert.equal(sessions.status, 401);
});
