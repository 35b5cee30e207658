import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { checkWritten } from "./check-written.ts";
import { makeSmallDisk, noSmallDisk } from "./small-disk.ts";
import { type Serving, startServing } from "./start-serving.ts";
import { startWriting, type WriteLoad } from "./write-load.ts";

const options = { skip: noSmallDisk };

async function servingOnSmallDisk(t: TestContext) {
  const disk = makeSmallDisk(300);
  const order = { folder: join(disk.folder, "data"), people: 4, isDurable: true };
  let serving = await startServing(order);
  t.after(async () => {
    disk.makeRoom();
    await serving.stop();
    disk.remove();
  });
  return {
    ...{ disk, folder: order.folder },
    now: (): Serving => serving,
    async startAgain() {
      serving = await startServing(order);
    },
  };
}

async function until(is: () => boolean): Promise<void> {
  while (!is()) await pause(20);
}

function fullAnswers({ troubles }: WriteLoad): number {
  return troubles.get("507 storage-full") ?? 0;
}

test(
  "on a full disk whoever saves is told so, nothing is lost, and all goes on when there is room",
  options,
  async (t) => {
    const { disk, folder, now } = await servingOnSmallDisk(t);
    const load = startWriting(now, now().cookies);
    t.after(load.abandon);
    for (let times = 1; times <= 2; times++) {
      await load.acknowledges(30);
      disk.fill();
      const before = fullAnswers(load);
      await until(() => fullAnswers(load) > before + 20 || now().hasEnded());
      assert.ok(!now().hasEnded(), "the program lives on, and says what is wrong");
      disk.makeRoom();
    }
    await load.acknowledges(30);
    const written = await load.stop();
    assert.deepEqual([...load.troubles.keys()], ["507 storage-full"]);
    await now().stop();
    const { revisions } = await checkWritten(folder, written);
    assert.equal(revisions, load.acknowledged());
  },
);

test(
  "when the database's own log finds no room the program ends and says why, and begins again with everything",
  options,
  async (t) => {
    const { disk, folder, now, startAgain } = await servingOnSmallDisk(t);
    const load = startWriting(now, now().cookies);
    t.after(load.abandon);
    await load.acknowledges(30);
    disk.fill();
    while (!now().hasEnded()) await beginNextLogFile(folder).catch(() => pause(50));
    assert.match(await now().ended, /^the database ended: .*No space left on device/m);
    await assert.rejects(startAgain(), /No space left on device|ENOSPC/, "full, it does not start");
    disk.makeRoom();
    await startAgain();
    await load.acknowledges(30);
    const written = await load.stop();
    await now().stop();
    const { revisions } = await checkWritten(folder, written);
    assert.equal(revisions, load.acknowledged());
  },
);

/** What the server does by itself after every 16 megabytes. */
async function beginNextLogFile(folder: string): Promise<void> {
  const { superuser } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
  const client = new Client({
    host: join(folder, "socket"),
    database: "postgres",
    user: "postgres",
    password: superuser,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_switch_wal()");
  } finally {
    await client.end();
  }
}
