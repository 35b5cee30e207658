import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { caseId } from "#kernel";
import { bookName, openCaseKeyBook } from "./case-key-book.ts";
import { readCaseKeys } from "./case-keys.ts";
import { openedLines } from "./sealed-file.ts";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-book-"));
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

const identity = await generateX25519Identity();
const recipients = [await identityToRecipient(identity)];

test("a case keeps its key, every case has its own, and what is erased never gets one again", async () => {
  const files = join(root, "one");
  const book = openCaseKeyBook(files);
  const place = { folder: root, recipients };
  assert.equal(await book.look(), undefined);
  const first = await book.keysFor(["a", "b"], place);
  const second = await book.keysFor(["a", "b", "c"], place);
  assert.deepEqual(
    [first.generation, second.generation, first.keys.get("a")],
    [1, 2, second.keys.get("a")],
  );
  assert.equal(new Set(second.keys.values()).size, 3);
  assert.equal((await book.keysFor(["c"], place)).generation, 2, "no key is new");

  await book.writeKeyFile(place);
  await book.erase([caseId("a"), caseId("never-seen")]);
  const after = await book.keysFor(["a", "never-seen"], place);
  assert.deepEqual([after.keys.get("a"), after.keys.get("never-seen")], [null, null]);
  const { generation } = after;
  assert.deepEqual(await book.erase([caseId("a")]), { staleKeyFiles: [] });
  assert.equal((await book.read())?.generation, generation, "again changes nothing");
  assert.deepEqual((await book.look())?.staleKeyFiles, []);
});

test("an erased key is in no file, and the only key file is the newest", async () => {
  const files = join(root, "two");
  const to = mkdtempSync(join(root, "to-"));
  const book = openCaseKeyBook(files);
  const { keys } = await book.keysFor(["a", "b"], { folder: to, recipients });
  const path = await book.writeKeyFile({ folder: to, recipients });
  await book.erase([caseId("a")]);
  const text = readFileSync(join(files, bookName), "utf8");
  assert.ok(!text.includes(keys.get("a") ?? "") && text.includes(keys.get("b") ?? ""));
  assert.equal(statSync(join(files, bookName)).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(to).length, 1);
  const renewed = await readCaseKeys(openedLines(path, [identity]));
  assert.deepEqual([renewed.keys.get("a"), renewed.keys.get("b")], [null, keys.get("b")]);
});

test("programs beside each other lose nothing of what the others wrote", async () => {
  const files = join(root, "three");
  const place = { folder: root, recipients };
  const work = (name: string) => `
    const { openCaseKeyBook } = await import("#store");
    const book = openCaseKeyBook(${JSON.stringify(files)});
    for (let n = 0; n < 8; n++) {
      await book.erase(["${name}-" + n]);
      await book.keysFor(["living-${name}-" + n], ${JSON.stringify(place)});
    }`;
  const run = promisify(execFile);
  const names = ["a", "b", "c"];
  await Promise.all(
    names.map((name) => run(process.execPath, ["--input-type=module", "--eval", work(name)])),
  );
  const keys = [...((await openCaseKeyBook(files).read())?.keys.values() ?? [])];
  assert.deepEqual([keys.length, keys.filter((key) => key === null).length], [48, 24]);
});

test("a book that is damaged is told of, and not begun anew", async () => {
  const files = join(root, "four");
  const book = openCaseKeyBook(files);
  await book.erase([caseId("a")]);
  for (const damage of ["", '{"format":"skillnad-case-keys/1"', "{}\n", "no JSON\n"]) {
    writeFileSync(join(files, bookName), damage);
    await assert.rejects(book.erase([caseId("b")]), { code: "case-keys-damaged" });
  }
});
