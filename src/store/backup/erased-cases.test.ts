import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { ClientConfig } from "pg";
import {
  type CaseId,
  municipalityCode,
  type Outcome,
  problemSentence,
  strongRandomness,
  systemClock,
} from "#kernel";
import { reachOwner, type StorePlace } from "../open/reach-owner.ts";
import { asOwner } from "../testing/as-owner.ts";
import { databaseUrl, emptyDatabase } from "../testing/empty-database.ts";
import { registerExample } from "../testing/examples.ts";
import { fillEveryTable } from "../testing/fill-every-table.ts";
import { tablesHolding } from "../testing/tables-holding.ts";
import { openTestStore, type TestStore } from "../testing/test-store.ts";
import { type Footer, type Heading, Section } from "./backup-format.ts";
import { openCaseKeyBook } from "./case-key-book.ts";
import { readCaseKeys } from "./case-keys.ts";
import { startDigests } from "./digests.ts";
import { type MadeBackup, makeBackup } from "./make-backup.ts";
import { type RestoreOrder, restoreBackup } from "./restore-backup.ts";
import { outlivesItsCases } from "./rows-of-cases.ts";
import { openedLines, writeSealed } from "./sealed-file.ts";
import { startOpening } from "./sealed-rows.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-erased-"));
chmodSync(root, 0o755);
const [canary, spared] = ["KANARIEFAGEL-7731", "SPARAD-4410"];
const code = municipalityCode("9001");
const passedIn = { clock: systemClock, randomness: strongRandomness };
const watching = { progress: () => {}, signal: new AbortController().signal };
const files = join(root, "files");
const kopior = join(root, "kopior");
const before1 = join(kopior, "before.skillnad");

let store: TestStore;
let source: StorePlace;
let identity: string;
let recipient: string;
/** Hers who keeps the other paper in the other safe. */
let second: string;
let made: MadeBackup;
let erased: CaseId;
let other: CaseId;
let earlierKeyFile: string;

before(async () => {
  mkdirSync(kopior);
  store = await openTestStore();
  source = { kind: "server", url: databaseUrl(store.owner) };
  await fillEveryTable(store, await registerExample(store, "9001"));
  await fillEveryTable(store, await registerExample(store, "9002"));
  [erased, other] = await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    const { rows } = await client.query(
      "select case_id, case_code from cases order by case_id in (select case_id from survey_answers) desc",
    );
    const { case_id: first, case_code: firstCode } = rows[0];
    const second = rows[1].case_id;
    await client.query(
      `update idempotency_keys set request_sha256 = '${canary}' where subject = '${firstCode}'`,
    );
    const answered = `'{"F1": {"kind": "code", "code": "${canary}"}, "F2": {"kind": "missing", "code": 98}}'`;
    for (const [table, column, value] of [
      ["cases", "sheet", `'{"word": "${canary}"}'`],
      ["case_revisions", "reason", `'${canary}'`],
      ["access_reasons", "reason", `'${canary}'`],
      ["survey_answers", "answers", answered],
      ["survey_invitations", "language", `'${canary}'`],
      ["made_delivery_cases", "digest", `'${canary}'`],
    ]) {
      await client.query(`update ${table} set ${column} = ${value} where case_id = $1`, [first]);
    }
    await client.query(`update made_deliveries set content = $1`, [`{"heading":1}\n${canary}\n`]);
    await client.query(`update cases set sheet = '{"word": "${spared}"}' where case_id = $1`, [
      second,
    ]);
    return [first, second];
  });
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  second = await generateX25519Identity();
  made = sure(await backUp(before1, [recipient, await identityToRecipient(second)]));
  earlierKeyFile = join(root, "earlier-keys.age");
  await copyFile(made.keyFile, earlierKeyFile);
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

function backUp(out: string, recipients = [recipient]) {
  return makeBackup({ ...passedIn, ...watching, place: source, files, out, recipients });
}

function restore(file: string, name: string, more: Partial<RestoreOrder> = {}) {
  const place = { kind: "folder", folder: join(root, name) } as const;
  const order = { ...passedIn, ...watching, file, place, files: join(root, `${name}-files`) };
  const opening = { identities: [identity], kind: "demo", isDurable: false } as const;
  return restoreBackup({ ...order, ...opening, ...more });
}

function sure<Value>(outcome: Outcome<Value>): Value {
  assert.ok(outcome.kind === "done", sentences(outcome));
  return outcome.value;
}

function sentences(outcome: Outcome<unknown>): string {
  if (outcome.kind === "done") return "it was done";
  return outcome.problems.map((each) => `${each.code}: ${problemSentence(each, "en")}`).join("\n");
}

async function looking<Result>(
  place: StorePlace,
  work: (store: TestStore) => Promise<Result>,
): Promise<Result> {
  const { owner, close } = sure(await reachOwner(place, passedIn));
  try {
    return await work({ ...store, owner });
  } finally {
    await close();
  }
}

/** Every row that does not speak of the case, of every table but the one that holds many cases' rows. */
async function rowsWithout(owner: ClientConfig, words: readonly string[]): Promise<unknown> {
  return asOwner({ ...store, owner }, async (client) => {
    const told: { [table: string]: readonly string[] } = {};
    const tables = await client.query(
      "select tablename as name from pg_tables where schemaname = current_schema() order by 1",
    );
    for (const { name } of tables.rows) {
      if (name === "sessions" || name === "made_deliveries") continue;
      // The log goes on with a line of the restoring, and the fives with a gap: tests of their own.
      if (name.startsWith("audit_") || name === "survey_gaps") continue;
      for (const municipality of ["9001", "9002"]) {
        await client.query("select set_config('app.municipality', $1, false)", [municipality]);
        const { rows } = await client.query(`select to_jsonb(t)::text as row from ${name} t`);
        const kept = rows.map(({ row }) => row as string);
        told[`${name} ${municipality}`] = kept
          .filter((row) => !words.some((word) => row.includes(word)))
          .sort();
      }
    }
    return told;
  });
}

test("every table that speaks of cases is sealed by their keys, or says that it outlives them", async () => {
  const said = await asOwner(store, async (client) => {
    const { rows } = await client.query(
      "select distinct table_name as name from information_schema.columns where column_name like '%case_id%'",
    );
    return rows.map(({ name }) => name as string);
  });
  const lines = await Array.fromAsync(openedLines(before1, [identity]));
  const sealed = new Set<string>();
  let table = "";
  for (const line of lines.slice(1)) {
    const section = Section.safeParse(JSON.parse(line));
    if (section.success) table = section.data.table;
    if (line.startsWith('{"cases"')) sealed.add(table);
    else if (line.startsWith("["))
      assert.ok(!line.includes(erased) || outlivesItsCases.includes(table), table);
  }
  const expected = [...said.filter((name) => !outlivesItsCases.includes(name))];
  assert.deepEqual([...sealed].sort(), [...expected, "idempotency_keys", "made_deliveries"].sort());
});

test("before anything is erased all of it is there, and the keys are in no backup", async () => {
  const place = { kind: "folder", folder: join(root, "whole") } as const;
  const restored = sure(await restore(before1, "whole"));
  assert.deepEqual([restored.sha256, restored.erasedCases], [made.sha256, 0]);
  assert.ok((await looking(place, (at) => tablesHolding(at, code, canary))).length >= 7);
  const { keys } = (await openCaseKeyBook(files).read()) ?? assert.fail("there is a book");
  assert.equal(keys.size, 4);
  const text = (await Array.fromAsync(openedLines(before1, [identity]))).join("\n");
  for (const key of keys.values()) assert.ok(key !== null && !text.includes(key));
});

test("an erased case is unreadable in an old backup, and everything else is as it was", async () => {
  assert.deepEqual(await openCaseKeyBook(files).erase([erased]), { staleKeyFiles: [] });
  const opened = (await Array.fromAsync(openedLines(before1, [identity]))).join("\n");
  assert.ok(!opened.includes(canary) && opened.includes(erased));
  const { rows } = await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    return client.query("select case_code from cases where case_id = $1", [erased]);
  });
  const words = [erased, rows[0].case_code];
  const expected = await rowsWithout(store.owner, words);
  const { url } = await emptyDatabase();
  const folder: StorePlace = { kind: "folder", folder: join(root, "after") };
  for (const place of [folder, { kind: "server", url } as const]) {
    const restored = sure(await restore(before1, `after-${place.kind}`, { place }));
    assert.deepEqual([restored.sha256, restored.erasedCases], [made.sha256, 1]);
    assert.deepEqual(restored.brokenChains, []);
    await looking(place, async (at) => {
      assert.deepEqual(await tablesHolding(at, code, canary), []);
      assert.deepEqual(await tablesHolding(at, code, erased), ["audit_log"]);
      assert.deepEqual(await tablesHolding(at, code, other), ["case_revisions", "cases"]);
      assert.deepEqual(await tablesHolding(at, code, spared), ["cases"]);
      assert.deepEqual(await rowsWithout(at.owner, words), expected);
      assert.deepEqual(await gapsIn(at.owner), [
        { arrival_number: 1, codebook_id: "su-kvinnofrid-2021", questions: ["F1"] },
        { arrival_number: 2, codebook_id: "su-kvinnofrid-2021", questions: [] },
      ]);
      assert.deepEqual(await lastLogged(at.owner), {
        action: "store.restored",
        account_id: null,
        details: { sha256: made.sha256, at: made.at, erasedCases: 1 },
      });
      const { rows: deliveries } = await asOwner(at, async (client) => {
        await client.query("select set_config('app.municipality', '9001', false)");
        return client.query("select sequence, content from made_deliveries");
      });
      assert.deepEqual(deliveries, [{ sequence: 1, content: '{"heading":1}\n' }]);
    });
  }
});

async function gapsIn(owner: ClientConfig): Promise<unknown> {
  return asOwner({ ...store, owner }, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    const columns = "arrival_number, codebook_id, questions";
    return (await client.query(`select ${columns} from survey_gaps order by 1`)).rows;
  });
}

async function lastLogged(owner: ClientConfig): Promise<unknown> {
  return asOwner({ ...store, owner }, async (client) => {
    await client.query("select set_config('app.municipality', '9001', false)");
    const columns = "action, account_id, details";
    const text = `select ${columns} from audit_log order by sequence desc limit 1`;
    return (await client.query(text)).rows[0];
  });
}

test("what is erased where it was restored stays unreadable in the backup too, for all its receivers", async () => {
  sure(await restore(before1, "moved"));
  const moved = openCaseKeyBook(join(root, "moved-files"));
  assert.deepEqual((await moved.look())?.keyFilesIn, [kopior], "it knows where the key file lies");
  assert.deepEqual(await moved.erase([other]), { staleKeyFiles: [] });
  const { keys } = (await moved.read()) ?? assert.fail("the book went with it");
  assert.deepEqual([keys.get(erased), keys.get(other)], [null, null]);
  for (const each of [identity, second]) {
    const renewed = await readCaseKeys(openedLines(made.keyFile, [each]));
    assert.deepEqual([renewed.keys.get(erased), renewed.keys.get(other)], [null, null]);
  }
});

test("a key file that a restored store cannot reach is told of when it erases", async () => {
  const [stick, gone] = [join(root, "stick"), join(root, "stick-gone")];
  mkdirSync(stick);
  await copyFile(made.keyFile, join(stick, "given.age"));
  await copyFile(made.keyFile, join(stick, basename(made.keyFile)));
  sure(await restore(before1, "by-stick", { keyFile: join(stick, basename(made.keyFile)) }));
  renameSync(stick, gone);
  mkdirSync(stick);
  const book = openCaseKeyBook(join(root, "by-stick-files"));
  assert.deepEqual(await book.erase(["of-a-new-case" as CaseId]), { staleKeyFiles: [stick] });
  assert.deepEqual(readdirSync(stick), []);
});

test("a case that is erased while it is still in the database is in no later backup", async () => {
  const later = join(kopior, "later.skillnad");
  sure(await backUp(later));
  assert.equal(sure(await restore(later, "later")).erasedCases, 1);
});

test("without the newest keys nothing is restored, and the reason is told", async () => {
  const lonely = join(root, "lonely");
  mkdirSync(lonely);
  await copyFile(before1, join(lonely, "b.skillnad"));
  const missing = await restore(join(lonely, "b.skillnad"), "refused");
  assert.match(sentences(missing), /^key-file-missing: .*skillnad-nycklar-\w{8}\.age/);
  const later = await restore(join(kopior, "later.skillnad"), "refused", {
    keyFile: earlierKeyFile,
  });
  assert.match(sentences(later), /^key-file-older: .*earlier-keys\.age/);
  const noKeys = await restore(before1, "refused", { keyFile: before1 });
  assert.match(sentences(noKeys), /^key-file-unreadable: /);

  const [elsewhere, stranger] = [join(root, "elsewhere"), await generateX25519Identity()];
  const book = openCaseKeyBook(elsewhere);
  const place = { folder: lonely, recipients: [recipient] };
  await book.keysFor(["a"], place);
  const keyFile = await book.writeKeyFile(place);
  assert.match(sentences(await restore(before1, "refused", { keyFile })), /^key-file-other: /);
  const over = await restore(before1, "refused", { files: elsewhere });
  assert.match(sentences(over), /^restore-not-empty: .*another book of case keys/);
  const strangers = join(root, "strangers");
  mkdirSync(strangers);
  const sealed = await book.writeKeyFile({
    folder: strangers,
    recipients: [await identityToRecipient(stranger)],
  });
  const others = await restore(before1, "refused", { keyFile: sealed });
  assert.match(sentences(others), /^key-file-unreadable: /);
});

test("where only the database was lost, the book in the files folder is enough", async () => {
  const { url } = await emptyDatabase();
  const lonely = join(root, "lonely/b.skillnad");
  const place = { kind: "server", url } as const;
  assert.equal(sure(await restore(lonely, "in-place", { place, files })).erasedCases, 1);
});

test("a key file that cannot be renewed is told of, and renewed when it can be", async () => {
  const book = openCaseKeyBook(files);
  renameSync(kopior, `${kopior}-away`);
  assert.deepEqual(await book.erase([other]), { staleKeyFiles: [kopior] });
  assert.deepEqual((await book.look())?.staleKeyFiles, [kopior]);
  renameSync(`${kopior}-away`, kopior);
  assert.deepEqual(await book.renew(), { staleKeyFiles: [] });
  const gone = { folder: join(root, "gone"), recipients: [recipient] };
  await book.keysFor(["one more"], gone);
  assert.deepEqual(await book.erase(["one more" as CaseId]), { staleKeyFiles: [gone.folder] });
  await book.forget(gone.folder);
  assert.deepEqual((await book.look())?.staleKeyFiles, []);
  const text = openedLines(made.keyFile, [identity]);
  const { keys, places } = await readCaseKeys(text);
  assert.equal(keys.get(other), null);
  assert.deepEqual(
    places.map(({ folder }) => folder),
    ["."],
    "where others lie is nobody else's to know",
  );
});

test("a backup of the first format, which knew of no keys, is still restored", async () => {
  const whole = await Array.fromAsync(openedLines(before1, [identity]));
  const heading = JSON.parse(whole[0] ?? "") as Heading;
  const { keys: _, ...first } = heading;
  const open = startOpening(await readCaseKeys(openedLines(earlierKeyFile, [identity])));
  const digests = startDigests(heading.tables.map(({ table }) => table));
  let table = "";
  const rows = whole.slice(1, -1).map((line) => {
    const value = JSON.parse(line);
    if (value.table !== undefined) table = value.table;
    if (value.sealed === undefined && !Array.isArray(value)) return line;
    const plain = Array.isArray(value) ? line : (open(table, value) ?? assert.fail("it opens"));
    digests.row(table, plain);
    return plain;
  });
  const path = join(root, "first.skillnad");
  const footer: Footer = digests.finish();
  const lines = [JSON.stringify({ ...first, format: "skillnad-backup/1" }), ...rows];
  async function* pieces() {
    yield Buffer.from(`${[...lines, JSON.stringify(footer)].join("\n")}\n`);
  }
  await writeSealed(path, pieces(), [recipient]);
  const restored = sure(await restore(path, "first"));
  assert.deepEqual([restored.erasedCases, restored.rows], [0, made.rows]);
  const place = { kind: "folder", folder: join(root, "first") } as const;
  assert.ok((await looking(place, (at) => tablesHolding(at, code, canary))).includes("cases"));
});
