import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode, strongRandomness, swedishDay, systemClock } from "#kernel";
import { playCounty } from "#scenario";
import { type RunningServer, startServer } from "#server";
import type { TestStore } from "#store/testing";
import { filesFolder } from "../files-folder.ts";
import { type FilledDemo, filledDemo } from "../filled-demo.ts";

let filled: FilledDemo;
let store: TestStore;
let server: RunningServer;
const county = municipalityCode("0091");
const granviken = municipalityCode("9001");

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
  await playCounty({
    server: { store, base: address, origin: address },
    world: filled.world,
    today: swedishDay(systemClock.now()),
    seed: 2026,
    signal: new AbortController().signal,
  });
}

async function publishedIn(code: typeof county): Promise<readonly string[]> {
  const published = await store.within(code, (tx) => tx.publishedReleases.list());
  return published.map(({ round }) => round).toSorted();
}

test("the demo's county has asked twice: seven of eight, then five, both published and given back", async () => {
  const rounds = await publishedIn(county);
  assert.equal(rounds.length, 2);
  const accepted: number[] = [];
  for (const round of rounds) {
    const { participants, deliveries } = await store.within(county, async (tx) => ({
      participants: await tx.rounds.participants(round),
      deliveries: await tx.incomingDeliveries.list(round),
    }));
    assert.equal(participants.length, 8);
    accepted.push(deliveries.filter(({ state }) => state === "accepted").length);
  }
  assert.deepEqual(accepted, [7, 5]);
  assert.deepEqual(await publishedIn(granviken), rounds);
});

test("a municipality has both months closed with figures, and one that runs", async () => {
  const told = await store.within(granviken, async ({ screening }) => {
    const campaigns = await screening.campaigns();
    return Promise.all(
      campaigns.map(async ({ id, closedAt }) => [
        closedAt !== null,
        (await screening.results(id)) !== undefined,
      ]),
    );
  });
  assert.deepEqual(told, [
    [false, false],
    [true, true],
    [true, true],
  ]);
});

test("another one has a routine that goes on, with meetings noted and nothing told of them", async () => {
  const known = await Promise.all(
    filled.world.organisations.map(({ code }) =>
      store.within(code, async ({ screening }) => {
        const routines = (await screening.campaigns()).filter(({ routine }) => routine !== null);
        return Promise.all(
          routines.map(async ({ id, routine, closedAt }) => {
            const rows = await screening.tallies(id);
            return [routine, closedAt, rows.length > 20];
          }),
        );
      }),
    ),
  );
  assert.deepEqual(known.flat(), [["goes-on", null, true]]);
});

test("played again, as in a demo that is kept, nothing is doubled", async () => {
  await play();
  assert.equal((await publishedIn(county)).length, 2);
});
