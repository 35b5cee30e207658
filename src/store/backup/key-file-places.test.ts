import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { type CaseId, caseId } from "#kernel";
import { openBackupDiary } from "./backup-diary.ts";
import { type CaseKeyBook, openCaseKeyBook } from "./case-key-book.ts";
import { readKeyFile } from "./key-file.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-places-"));
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

const identities = [await generateX25519Identity(), await generateX25519Identity()] as const;
const recipients = await Promise.all(identities.map((each) => identityToRecipient(each)));
const [first = "", second = ""] = recipients;

type Given = {
  readonly book: CaseKeyBook;
  readonly files: string;
  readonly to: string;
  readonly keyFile: string;
  readonly erase: (id: string) => Promise<readonly string[]>;
};

let made = 0;

/** A book with three cases, and its key file in a folder. */
async function given(to = join(root, `to-${++made}`)): Promise<Given> {
  const files = join(root, `files-${++made}`);
  mkdirSync(to, { recursive: true });
  const book = openCaseKeyBook(files);
  const keyFile = await backedUp(book, to, [first]);
  const erase = async (id: string) => (await book.erase([caseId(id)])).staleKeyFiles;
  return { book, files, to, keyFile, erase };
}

/** What a backup does with the book. */
async function backedUp(book: CaseKeyBook, folder: string, sealedTo: readonly string[]) {
  const place = { folder, recipients: sealedTo };
  await book.keysFor(["a", "b", "c"], place);
  return book.writeKeyFile(place);
}

async function keyOf(id: string, keyFile: string, identity: string = identities[0]) {
  return (await readKeyFile(keyFile, [identity])).keys.get(id);
}

function unmount(folder: string): void {
  renameSync(folder, `${folder}-disk`);
  mkdirSync(folder);
}

function mount(folder: string): void {
  rmSync(folder, { recursive: true });
  renameSync(`${folder}-disk`, folder);
}

test("where the disk is not mounted the key file on it is stale, and nothing is written in its place", async () => {
  const { book, to, keyFile, erase } = await given();
  unmount(to);
  assert.deepEqual(await erase("a"), [to]);
  assert.deepEqual(await book.renew(), { staleKeyFiles: [to] });
  assert.deepEqual((await book.look())?.staleKeyFiles, [to]);
  assert.deepEqual(readdirSync(to), []);

  mount(to);
  assert.equal(typeof (await keyOf("a", keyFile)), "string", "it still opens the case");
  assert.deepEqual(await book.renew(), { staleKeyFiles: [] });
  assert.equal(await keyOf("a", keyFile), null);
});

test("a key file that is gone is told of until a backup is made there, or somebody says that it is destroyed", async () => {
  const one = await given();
  rmSync(one.keyFile);
  assert.deepEqual(await one.erase("a"), [one.to]);
  await backedUp(one.book, one.to, [first]);
  assert.deepEqual((await one.book.look())?.staleKeyFiles, []);

  const other = await given();
  unmount(other.to);
  assert.deepEqual(await other.erase("a"), [other.to]);
  mount(other.to);
  assert.equal(await other.book.forget(other.to), "left", "it lies there");
  assert.deepEqual((await other.book.look())?.staleKeyFiles, [other.to]);
  rmSync(other.keyFile);
  assert.equal(await other.book.forget(other.to), "forgotten");
  assert.deepEqual((await other.book.look())?.staleKeyFiles, []);
});

test("another key file in its place is not the one that was left there", async () => {
  const { to, keyFile, erase, book } = await given();
  const aside = join(root, "older.age");
  copyFileSync(keyFile, aside);
  await backedUp(book, to, [first]);
  copyFileSync(aside, keyFile);
  assert.deepEqual(await erase("a"), [to]);
});

test("a folder to which no backup was finished is no key file's", async () => {
  const { book } = await given();
  const to = join(root, "begun");
  mkdirSync(to);
  await book.keysFor(["a"], { folder: to, recipients: [first] });
  const { keyFilesIn = [], staleKeyFiles } = (await book.look()) ?? {};
  assert.deepEqual([keyFilesIn.includes(to), staleKeyFiles], [false, []]);
});

test("one backup to another receiver takes nobody's keys away", async () => {
  const { book, to, keyFile, erase } = await given();
  assert.equal(await backedUp(book, to, [second]), keyFile);
  await erase("a");
  for (const identity of identities) {
    assert.deepEqual(
      [await keyOf("a", keyFile, identity), typeof (await keyOf("b", keyFile, identity))],
      [null, "string"],
    );
  }
});

test("a folder has one place, by whatever name it is written to", async () => {
  const { book, to } = await given();
  await backedUp(book, `${to}/../${to.split("/").at(-1)}/`, [second]);
  const { places = [] } = (await book.read()) ?? {};
  assert.deepEqual(
    places.map((place) => [place.folder, place.recipients]),
    [[to, [first, second]]],
  );
});

test("who is taken out of the plan opens the key file no more; who was never in it, and the rest, do", async () => {
  const { book, files, to, keyFile } = await given();
  const third = await generateX25519Identity();
  await backedUp(book, to, [second, await identityToRecipient(third)]);
  const diary = openBackupDiary(files);
  const plan = { time: "02:15", folder: to, keep: 2, drillDays: 90 };
  await diary.setPlan({ ...plan, recipients: [first, second] });
  await diary.setPlan({ ...plan, time: "03:15", recipients: [first, second] });
  for (const identity of [...identities, third]) {
    assert.equal(typeof (await keyOf("a", keyFile, identity)), "string");
  }
  await diary.setPlan({ ...plan, recipients: [first] });
  await assert.rejects(keyOf("a", keyFile, identities[1]));
  for (const identity of [identities[0], third]) {
    assert.equal(typeof (await keyOf("a", keyFile, identity)), "string");
  }
  await backedUp(book, to, [first]);
  await assert.rejects(keyOf("a", keyFile, identities[1]), "nor later");
});

test("installations that share a folder leave each other's key files alone", async () => {
  const one = await given();
  const other = await given(one.to);
  assert.notEqual(one.keyFile, other.keyFile);
  assert.deepEqual(await one.erase("a"), []);
  assert.equal(typeof (await keyOf("a", other.keyFile)), "string");
  await other.book.erase(["b" as CaseId]);
  assert.equal(typeof (await keyOf("b", one.keyFile)), "string");
});
