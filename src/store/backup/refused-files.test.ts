import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Outcome, problemSentence, strongRandomness, systemClock } from "#kernel";
import { databaseUrl, emptyDatabase } from "../testing/empty-database.ts";
import { registerExample } from "../testing/examples.ts";
import { fillEveryTable } from "../testing/fill-every-table.ts";
import { openTestStore, type TestStore } from "../testing/test-store.ts";
import { makeBackup } from "./make-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { openedLines, writeSealed } from "./sealed-file.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-refused-"));
const source = join(root, "source");
const watching = { progress: () => {}, signal: new AbortController().signal };
const passedIn = { ...watching, clock: systemClock, randomness: strongRandomness };
let store: TestStore;
let identity: string;
let recipients: readonly string[];

before(async () => {
  store = await openTestStore();
  await fillEveryTable(store, await registerExample(store, "9001"));
  mkdirSync(join(source, "keys"), { recursive: true });
  writeFileSync(join(source, "keys/signing-9001.key"), "a key");
  identity = await generateX25519Identity();
  recipients = [await identityToRecipient(identity)];
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

function backUp(out: string, files = source) {
  const place = { kind: "server", url: databaseUrl(store.owner) } as const;
  return makeBackup({ ...passedIn, place, files, out, recipients });
}

function sentences(outcome: Outcome<unknown>): string {
  if (outcome.kind === "done") return "it was done";
  return outcome.problems.map((each) => `${each.code}: ${problemSentence(each, "en")}`).join("\n");
}

test("of two that write to one name at the same time one is there, whole, and the other is told", async () => {
  const out = join(root, "raced.skillnad");
  const raced = await Promise.all([backUp(out), backUp(out, join(root, "other-installation"))]);
  const refusals = raced.filter(({ kind }) => kind === "refused").map(sentences);
  assert.equal(refusals.length, 1);
  assert.match(refusals[0] ?? "", /^file-exists/);
  const lines = await Array.fromAsync(openedLines(out, [identity]));
  assert.match(lines.at(-1) ?? "", /^\{"tables"/, "it is whole");
  assert.ok(!readdirSync(root).some((name) => name.includes("unfinished")));
});

test("no file of a backup goes where this machine keeps its plan, its book and what only passes, nor outside", async () => {
  const out = join(root, "sound.skillnad");
  assert.equal((await backUp(out)).kind, "done");
  const lines = await Array.fromAsync(openedLines(out, [identity]));
  const { url } = await emptyDatabase();
  const files = join(root, "planted-files");
  const restore = (file: string) =>
    restoreBackup({
      ...{ ...passedIn, file, files, place: { kind: "server", url } },
      ...{ identities: [identity], kind: "demo" },
    });
  const names = [
    "backups/plan.json",
    "backups",
    "Backups. /case-keys.jsonl",
    "intake/x",
    "../x",
    "keys/.. /x",
  ];
  for (const [at, name] of names.entries()) {
    const planted = join(root, `planted-${at}.skillnad`);
    async function* pieces() {
      for (const line of lines) {
        yield Buffer.from(`${line.replace('"keys/signing-9001.key"', JSON.stringify(name))}\n`);
      }
    }
    await writeSealed(planted, pieces(), recipients);
    assert.match(sentences(await restore(planted)), /^backup-damaged: .*a file's name/, name);
    assert.ok(!existsSync(files), name);
  }
  assert.equal(sentences(await restore(out)), "it was done");
});
