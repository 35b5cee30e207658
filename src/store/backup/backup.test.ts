import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Outcome, problemSentence, strongRandomness, systemClock } from "#kernel";
import { ownerClient } from "../open/connection.ts";
import { readMigrations } from "../open/migrate.ts";
import { openEmbedded } from "../open/open-embedded.ts";
import type { StorePlace } from "../open/reach-owner.ts";
import { asOwner } from "../testing/as-owner.ts";
import { databaseUrl, emptyDatabase } from "../testing/empty-database.ts";
import { registerExample } from "../testing/examples.ts";
import { fillEveryTable } from "../testing/fill-every-table.ts";
import { openTestStore, type TestStore } from "../testing/test-store.ts";
import type { Footer, Heading } from "./backup-format.ts";
import { drillBackup } from "./drill-backup.ts";
import { type BackupSummary, makeBackup } from "./make-backup.ts";
import { type RestoredBackup, restoreBackup } from "./restore-backup.ts";
import { openedLines, writeSealed } from "./sealed-file.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-backup-"));
chmodSync(root, 0o755);

/** In the code of a case, in a free text, in a delivery, in a key: nowhere in a backup's bytes. */
const canary = "KANARIEFAGEL-7731";
const passedIn = { clock: systemClock, randomness: strongRandomness };
const watching = { progress: () => {}, signal: new AbortController().signal };

let store: TestStore;
let source: StorePlace;
let identity: string;
let recipient: string;
const sourceFiles = join(root, "source-files");
const file = join(root, "whole.skillnad");
let made: BackupSummary;

before(async () => {
  store = await openTestStore();
  source = { kind: "server", url: databaseUrl(store.owner) };
  for (const code of ["9001", "9002"])
    await fillEveryTable(store, await registerExample(store, code));
  await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    await client.query("update access_reasons set reason = $1", [`${canary} "'\\ \t Åsa\n😀`]);
    await client.query("update units set serves = array['9002', $1, null]", [canary]);
    await client.query("update made_deliveries set receipt = 'null'::jsonb, content = $1", [
      canary,
    ]);
    await client.query("update local_drafts set content = null");
    await client.query(
      "insert into codebooks values ('own', '1.0.0', '{}', repeat('0', 64), '2026-03-12')",
    );
    await client.query(
      `insert into sign_in_attempts
       select '9001', 'address', 'åäö' || n, n, timestamptz '2026-03-12 13:02:00.123456+01' + n * interval '1 hour'
       from generate_series(1, 3000) n`,
    );
  });
  for (const [name, content] of [
    ["keys/signing-9001.key", canary],
    ["releases/9001/ledger.jsonl", ""],
    ["intake/passing", "leave me"],
  ] as const) {
    mkdirSync(join(sourceFiles, name, ".."), { recursive: true });
    writeFileSync(join(sourceFiles, name), content, { mode: 0o600 });
  }
  writeFileSync(join(sourceFiles, "releases/9001/cases.parquet"), Buffer.alloc(300_000, 7));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  made = sure(await backUp(source, file));
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

function backUp(place: StorePlace, out: string, files = sourceFiles) {
  return makeBackup({ ...passedIn, ...watching, place, files, out, recipients: [recipient] });
}

function restore(from: string, place: StorePlace, files: string, kind: "demo" | "real" = "demo") {
  const order = { ...passedIn, ...watching, identities: [identity], isDurable: false };
  return restoreBackup({ ...order, file: from, place, files, kind });
}

function sure<Value>(outcome: Outcome<Value>): Value {
  assert.ok(outcome.kind === "done", sentences(outcome));
  return outcome.value;
}

function sentences(outcome: Outcome<unknown>): string {
  if (outcome.kind === "done") return "it was done";
  return outcome.problems.map((each) => `${each.code}: ${problemSentence(each, "en")}`).join("\n");
}

async function linesIn(path: string): Promise<readonly string[]> {
  return Array.fromAsync(openedLines(path, [identity]));
}

async function seal(name: string, lines: readonly string[]): Promise<string> {
  const path = join(root, name);
  async function* pieces() {
    yield Buffer.from(lines.map((line) => `${line}\n`).join(""));
  }
  await writeSealed(path, pieces(), [recipient]);
  return path;
}

const emptyFolder = (name: string): StorePlace => ({ kind: "folder", folder: join(root, name) });

test("every table is carried, with every row, but not who was signed in", async () => {
  const lines = await linesIn(file);
  const heading = JSON.parse(lines[0] ?? "") as Heading;
  const counted = await asOwner(store, async (client) => {
    const { rows } = await client.query(
      "select tablename from pg_tables where schemaname = current_schema() order by 1",
    );
    return rows.map(({ tablename }) => tablename);
  });
  assert.deepEqual(
    heading.tables.map(({ table }) => table).sort(),
    counted.filter((name) => name !== "sessions"),
  );
  assert.deepEqual(
    heading.tables.filter(({ rows }) => rows === 0).map(({ table }) => table),
    [],
    "every table has a row, so that every one is tried",
  );
  assert.equal(heading.tables.find(({ table }) => table === "sign_in_attempts")?.rows, 3002);
  assert.equal(made.municipalities, 2);
  assert.equal(made.files, 3, "what only passes is left");
});

test("its bytes tell nothing, nobody else may read it, and nothing unfinished is left", async () => {
  const bytes = readFileSync(file);
  for (const word of [canary, "9001", "Kommun", "Stödenheten", "schema_migrations"]) {
    assert.equal(bytes.indexOf(word), -1, word);
  }
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.ok(
    (await linesIn(file)).some((line) => line.includes(canary)),
    "the canary is in it",
  );
  assert.ok(!readdirSync(root).some((name) => name.includes("unfinished")));
});

test("two backups of the same content share no bytes and have the same digests", async () => {
  const again = sure(await backUp(source, join(root, "again.skillnad")));
  assert.equal(again.sha256, made.sha256);
  assert.notDeepEqual(readFileSync(join(root, "again.skillnad")), readFileSync(file));
});

/** Where it was restored the log goes on with a line of that; everything else is the same. */
async function digestsBesideLog(path: string): Promise<Footer["tables"]> {
  const { tables } = JSON.parse((await linesIn(path)).at(-1) ?? "") as Footer;
  const { audit_log: _, audit_heads: __, ...others } = tables;
  return others;
}

test("from a server into a folder, from there into a server: every digest is the same", async () => {
  const folder = emptyFolder("from-server");
  const files = join(root, "from-server", "files");
  const restored: RestoredBackup = sure(await restore(file, folder, files));
  assert.deepEqual([restored.sha256, restored.brokenChains], [made.sha256, []]);
  const content = readFileSync(join(files, "keys/signing-9001.key"), "utf8");
  assert.equal(content, canary);
  assert.equal(statSync(join(files, "keys/signing-9001.key")).mode & 0o777, 0o600);
  assert.equal(readFileSync(join(files, "releases/9001/cases.parquet")).length, 300_000);

  const second = join(root, "from-folder.skillnad");
  const again = sure(await backUp(folder, second, files));
  assert.deepEqual(await digestsBesideLog(second), await digestsBesideLog(file));
  const { url, owner } = await emptyDatabase();
  const back = sure(await restore(second, { kind: "server", url }, join(root, "server-files")));
  assert.equal(back.sha256, again.sha256);
  // Also what JSON would have made the same: a null of SQL and one of JSON, a list with a hole.
  const client = ownerClient(owner);
  await client.connect();
  await client.query("select set_config('app.municipality', '9001', false)");
  const { rows } = await client.query(
    `select (select receipt::text from made_deliveries) as receipt,
       (select content is null from local_drafts) as draft,
       (select serves[3] is null and serves[2] = $1 from units) as serves`,
    [canary],
  );
  await client.end();
  assert.deepEqual(rows, [{ receipt: "null", draft: true, serves: true }]);
});

test("a restored folder opens as what it is, also after somebody tried to restore over it", async () => {
  const over = await restore(file, emptyFolder("from-server"), join(root, "unused-files"));
  assert.match(sentences(over), /^restore-not-empty: /);
  const folder = join(root, "from-server");
  const opened = sure(await openEmbedded({ ...passedIn, folder, kind: "demo", isDurable: false }));
  const names = (await opened.municipalities()).map(({ name }) => name);
  await opened.close();
  assert.deepEqual(names, ["Kommun 9001", "Kommun 9002"]);
});

test("a drill gives the same digests", async () => {
  const order = { ...passedIn, ...watching, identities: [identity], kind: "demo" } as const;
  assert.equal(sure(await drillBackup({ ...order, file })).sha256, made.sha256);
});

test("nothing is restored over something", async () => {
  const used = await restore(file, source, join(root, "unused-files"));
  assert.match(sentences(used), /^restore-not-empty: .* holds the table/);
  const other = join(root, "other-files");
  mkdirSync(join(other, "keys"), { recursive: true });
  writeFileSync(join(other, "keys/signing-9001.key"), "another key");
  const { url } = await emptyDatabase();
  const taken = await restore(file, { kind: "server", url }, other);
  assert.match(sentences(taken), /^restore-not-empty: .* holds another file .*signing-9001\.key/);
  assert.equal(readFileSync(join(other, "keys/signing-9001.key"), "utf8"), "another key");
  assert.ok(!existsSync(join(other, "releases")), "those beside it were taken away again");
  sure(await restore(file, { kind: "server", url }, join(root, "third-files")));
});

test("a demo is not restored as real data, nor by a stamp that contradicts its heading", async () => {
  const asReal = await restore(file, emptyFolder("real"), join(root, "real-files"), "real");
  assert.match(sentences(asReal), /^backup-kind: .* is of the kind demo/);
  const [heading = "", ...rest] = await linesIn(file);
  const forged = await seal("forged", [heading.replace('"demo"', '"real"'), ...rest]);
  const stamped = await restore(forged, emptyFolder("real"), join(root, "real-files"), "real");
  assert.match(sentences(stamped), /^backup-damaged: .*its stamp/);
  assert.ok(!existsSync(join(root, "real")), "nothing is left of it");
  assert.ok(!existsSync(join(root, "real-files")));
});

test("what is newer than the program, or otherwise made, is refused with its reason", async () => {
  const lines = await linesIn(file);
  const heading = JSON.parse(lines[0] ?? "") as Heading;
  const newer = { name: "0999-from-the-future.sql", sha256: "0".repeat(64) };
  const altered = heading.migrations.with(0, { ...newer, name: "0001-the-first-tables.sql" });
  const spoilt: readonly [string, object, RegExp][] = [
    ["format", { ...heading, format: "skillnad-backup/3" }, /^backup-newer: .*backup\/3/],
    [
      "migrations",
      { ...heading, migrations: [...heading.migrations, newer] },
      /^backup-newer: .*0999-from/,
    ],
    ["altered", { ...heading, migrations: altered }, /^backup-migration-altered: .*0001-the/],
    ["tables", { ...heading, tables: heading.tables.slice(1) }, /^backup-damaged: .*its tables/],
  ];
  const { url } = await emptyDatabase();
  for (const [name, changed, sentence] of spoilt) {
    const path = await seal(`newer-${name}`, [JSON.stringify(changed), ...lines.slice(1)]);
    const refusal = await restore(path, { kind: "server", url }, join(root, "newer-files"));
    assert.match(sentences(refusal), sentence, name);
  }
  assert.ok(!existsSync(join(root, "newer-files")));
  assert.equal(heading.migrations.length, readMigrations().length);
});

test("a backup of an earlier version is brought up to this one, rows and all", async () => {
  const [earlier, later] = [await emptyDatabase(), await emptyDatabase()];
  await asOwner({ ...store, owner: earlier.owner }, async (client) => {
    await client.query(
      "create table schema_migrations (number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null)",
    );
    for (const { number, name, sql, sha256 } of readMigrations().slice(0, 1)) {
      await client.query(sql);
      const values = [number, name, sha256];
      await client.query("insert into schema_migrations values ($1, $2, $3, now())", values);
    }
    await client.query(`
      insert into database_stamp (kind, created_at) values ('demo', now());
      select set_config('app.municipality', '9001', false);
      insert into municipalities values ('9001', 'municipality', 'Kommun 9001', '90');
      insert into units values ('9001', 'unit', 'Stödenheten')`);
  });
  const path = join(root, "earlier.skillnad");
  const old = sure(await backUp({ kind: "server", url: earlier.url }, path));
  assert.equal(old.migration, "0001-the-first-tables.sql");
  const files = join(root, "earlier-files");
  const back = sure(await restore(path, { kind: "server", url: later.url }, files));
  assert.equal(back.sha256, old.sha256);
  const { rows } = await asOwner({ ...store, owner: later.owner }, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    return client.query(
      "select name, kind, (select count(*)::int from schema_migrations) as migrations from units",
    );
  });
  const migrations = readMigrations().length;
  assert.deepEqual(rows, [{ name: "Stödenheten", kind: "both", migrations }]);
});

test("damaged, cut off, another's, or no backup at all: nothing is left of the try", async () => {
  const bytes = readFileSync(file);
  const lines = await linesIn(file);
  const flipped = (at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  const plant = (name: string, content: Buffer | string) => {
    writeFileSync(join(root, name), content);
    return join(root, name);
  };
  // Empty to the last: what is refused leaves nothing in it.
  const { url } = await emptyDatabase();
  const openRow = lines.findIndex((line) => line.startsWith('["9001","municipality"'));
  const sealedRow = lines.findIndex((line) => line.startsWith('{"cases"'));
  const faults: readonly [string, RegExp][] = [
    [plant("flipped", flipped(Math.floor(bytes.length / 2))), /^backup-damaged/],
    [plant("flipped-last", flipped(bytes.length - 1)), /^backup-damaged/],
    [plant("flipped-header", flipped(40)), /^backup-/],
    [plant("half", bytes.subarray(0, bytes.length / 2)), /^backup-damaged/],
    [plant("short", bytes.subarray(0, -1)), /^backup-damaged/],
    [plant("longer", Buffer.concat([bytes, Buffer.from("x")])), /^backup-damaged/],
    [plant("empty", ""), /^backup-not-ours/],
    [plant("letter", "Hej!\n"), /^backup-not-ours/],
    [join(root, "missing"), /^file-unreadable/],
    [await seal("no-end", lines.slice(0, -1)), /^backup-damaged/],
    [await seal("no-row", lines.toSpliced(openRow, 1)), /^backup-/],
    [await seal("no-sealed-row", lines.toSpliced(sealedRow, 1)), /^backup-/],
    [
      await seal(
        "other-row",
        lines.with(openRow, (lines[openRow] ?? "").replace("Kommun", "Staden")),
      ),
      /^backup-damaged: .*\(municipalities\)/,
    ],
    [
      await seal(
        "other-mark",
        lines.with(sealedRow, (lines[sealedRow] ?? "").replace(/"mark":"..../, '"mark":"AAAA')),
      ),
      /^backup-damaged: .*\(cases\)/,
    ],
    [
      await seal(
        "other-sealed",
        lines.with(sealedRow, (lines[sealedRow] ?? "").replace(/"sealed":"..../, '"sealed":"AAAA')),
      ),
      /^backup-damaged: .*\(cases\)/,
    ],
    [await seal("more", [...lines, "{}"]), /^backup-damaged/],
  ];
  for (const [path, sentence] of faults) {
    const refusal = await restore(path, { kind: "server", url }, join(root, "spoilt-files"));
    assert.match(sentences(refusal), sentence, path);
    const left = readdirSync(root).filter((name) => name.startsWith("spoilt"));
    assert.deepEqual(left, [], path);
  }
  const others = await restoreBackup({
    ...{ ...passedIn, ...watching, file, place: emptyFolder("spoilt"), kind: "demo" },
    ...{ files: join(root, "spoilt-files"), identities: [await generateX25519Identity()] },
  });
  assert.match(sentences(others), /^backup-other-recipient/);
  sure(await restore(file, { kind: "server", url }, join(root, "sound-files")));
});

test("stopped half-way, neither a backup nor a restoring leaves anything", async () => {
  const stop = new AbortController();
  const progress = () => stop.abort();
  const order = { ...passedIn, progress, signal: stop.signal };
  const out = join(root, "stopped.skillnad");
  const backup = await makeBackup({
    ...{ ...order, place: source, files: sourceFiles, out, recipients: [recipient] },
  });
  assert.match(sentences(backup), /^backup-stopped/);
  const place = emptyFolder("stopped");
  const files = join(root, "stopped-files");
  const restored = await restoreBackup({
    ...{ ...order, file, place, files, kind: "demo", identities: [identity], isDurable: false },
  });
  assert.match(sentences(restored), /^backup-stopped/);
  assert.deepEqual(
    readdirSync(root).filter((name) => name.startsWith("stopped")),
    [],
  );
});

test("neither is a backup written over another, nor made of nothing", async () => {
  assert.match(sentences(await backUp(source, file)), /^file-exists/);
  const nowhere = await backUp(emptyFolder("nowhere"), join(root, "nowhere.skillnad"));
  assert.match(sentences(nowhere), /^backup-nothing-there/);
  const { url } = await emptyDatabase();
  const empty = await backUp({ kind: "server", url }, join(root, "nowhere.skillnad"));
  assert.match(sentences(empty), /^backup-nothing-there/);
  assert.ok(!existsSync(join(root, "nowhere")) && !existsSync(join(root, "nowhere.skillnad")));
});
