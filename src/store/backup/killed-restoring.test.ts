import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { strongRandomness, systemClock } from "#kernel";
import { databaseUrl, emptyDatabase } from "../testing/empty-database.ts";
import { registerExample } from "../testing/examples.ts";
import { fillEveryTable } from "../testing/fill-every-table.ts";
import { openTestStore } from "../testing/test-store.ts";
import { makeBackup } from "./make-backup.ts";
import { restoreBackup } from "./restore-backup.ts";

const restorer = fileURLToPath(new URL("../testing/restore-until-killed.ts", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-killed-"));
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

test("what a restoring that was killed has left is gone after the next one to the same place", async () => {
  const store = await openTestStore();
  after(store.close);
  await fillEveryTable(store, await registerExample(store, "9001"));
  const source = join(root, "source");
  mkdirSync(join(source, "keys"), { recursive: true });
  writeFileSync(join(source, "keys/signing-9001.key"), "a key");
  const identity = await generateX25519Identity();
  const passedIn = {
    ...{ clock: systemClock, randomness: strongRandomness, progress: () => {} },
    signal: new AbortController().signal,
  };
  const file = join(root, "b.skillnad");
  const made = await makeBackup({
    ...{ ...passedIn, place: { kind: "server", url: databaseUrl(store.owner) }, files: source },
    ...{ out: file, recipients: [await identityToRecipient(identity)] },
  });
  assert.ok(made.kind === "done", JSON.stringify(made));

  const { url } = await emptyDatabase();
  const files = join(root, "files");
  const killed = spawnSync(process.execPath, [restorer, file, url, files, identity]);
  assert.equal(killed.signal, "SIGKILL", killed.stderr.toString());
  assert.ok(existsSync(`${files}.restoring/keys/signing-9001.key`) && !existsSync(files));
  writeFileSync(`${files}.restoring/keys/of-another.key`, "of another backup");

  const restored = await restoreBackup({
    ...{ ...passedIn, place: { kind: "server", url }, files },
    ...{ file, identities: [identity], kind: "demo" },
  });
  assert.ok(restored.kind === "done", JSON.stringify(restored));
  assert.equal(restored.value.sha256, made.value.sha256);
  assert.equal(readFileSync(join(files, "keys/signing-9001.key"), "utf8"), "a key");
  assert.ok(!existsSync(join(files, "keys/of-another.key")) && !existsSync(`${files}.restoring`));
});
