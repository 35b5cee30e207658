import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { ClientConfig } from "pg";
import { type Outcome, strongRandomness, systemClock } from "#kernel";
import { asOwner } from "../testing/as-owner.ts";
import { databaseUrl, emptyDatabase } from "../testing/empty-database.ts";
import { registerExample } from "../testing/examples.ts";
import { fillEveryTable } from "../testing/fill-every-table.ts";
import { openTestStore, type TestStore } from "../testing/test-store.ts";
import { makeBackup } from "./make-backup.ts";
import { type RestoredBackup, restoreBackup } from "./restore-backup.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-lost-"));
const file = join(root, "b.skillnad");
const key = "keys/signing-9001.key";
const passedIn = {
  ...{ clock: systemClock, randomness: strongRandomness, progress: () => {} },
  signal: new AbortController().signal,
};
let store: TestStore;
let identity: string;

before(async () => {
  store = await openTestStore();
  await fillEveryTable(store, await registerExample(store, "9001"));
  mkdirSync(join(root, "source/keys"), { recursive: true });
  writeFileSync(join(root, "source", key), "a key");
  identity = await generateX25519Identity();
  const made = await makeBackup({
    ...{ ...passedIn, place: { kind: "server", url: databaseUrl(store.owner) }, out: file },
    ...{ files: join(root, "source"), recipients: [await identityToRecipient(identity)] },
  });
  assert.ok(made.kind === "done", JSON.stringify(made));
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** `before`: the server never hears of it; `after`: nobody hears that it did; `for-good`: nor gets in again. */
type Loss = "before" | "after" | "for-good";

/** Between a restoring and its server: loses the connection on which it commits, the first time. */
async function losingAtCommit(owner: ClientConfig, loss: Loss) {
  const { host = "127.0.0.1", port = 5432 } = owner;
  let hasLost = false;
  const open = new Set<Socket>();
  const server = createServer((asking) => {
    if (hasLost && loss === "for-good") {
      asking.destroy();
      return;
    }
    const path = host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
    const answering = connect(path);
    for (const each of [asking, answering]) {
      open.add(each);
      each.on("error", () => {});
    }
    let isLosing = false;
    asking.on("data", (said) => {
      isLosing = !hasLost && said.includes("commit\0");
      if (isLosing) hasLost = true;
      if (isLosing && loss === "before") {
        asking.destroy();
        answering.destroy();
      } else answering.write(said);
    });
    answering.on("data", (said) => {
      if (isLosing) asking.destroy();
      else asking.write(said);
    });
    asking.on("close", () => answering.destroy());
    answering.on("close", () => asking.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  return {
    url: databaseUrl({ ...owner, host: "127.0.0.1", port: address.port }),
    hasLost: () => hasLost,
    close() {
      for (const each of open) each.destroy();
      server.close();
    },
  };
}

async function restoreLosing(loss: Loss) {
  const { owner } = await emptyDatabase();
  const way = await losingAtCommit(owner, loss);
  const files = join(root, loss);
  try {
    const restored: Outcome<RestoredBackup> = await restoreBackup({
      ...{ ...passedIn, file, files, place: { kind: "server", url: way.url } },
      ...{ identities: [identity], kind: "demo" },
    });
    assert.ok(way.hasLost());
    return { restored, files, isFilled: await isFilled(owner) };
  } finally {
    way.close();
  }
}

async function isFilled(owner: ClientConfig): Promise<boolean> {
  return asOwner({ ...store, owner }, async (client) => {
    const { rows } = await client.query("select to_regclass('cases') is not null as filled");
    return rows[0].filled;
  });
}

test("where the server committed and its answer was lost, what was restored is whole", async () => {
  const { restored, files, isFilled: filled } = await restoreLosing("after");
  assert.ok(restored.kind === "done", JSON.stringify(restored));
  assert.ok(filled);
  assert.equal(readFileSync(join(files, key), "utf8"), "a key");
});

test("where it cannot be known the files stay beside what may be filled, and that is told", async () => {
  const { restored, files, isFilled: filled } = await restoreLosing("for-good");
  assert.ok(restored.kind === "refused");
  assert.equal(restored.problems[0]?.code, "restore-unknown");
  assert.ok(filled);
  assert.equal(readFileSync(join(files, key), "utf8"), "a key");
});

test("where the server never heard of it nothing is left", async () => {
  const { restored, files, isFilled: filled } = await restoreLosing("before");
  assert.ok(restored.kind === "refused");
  assert.equal(restored.problems[0]?.code, "database-unreachable");
  assert.ok(!filled && !existsSync(join(files, key)));
});
