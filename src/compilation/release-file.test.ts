import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { generateSigningKey } from "#delivery";
import { municipalityCode, type Outcome, problemSentence } from "#kernel";
import { openRelease } from "./open-release.ts";
import { type ReleaseInFile, readReleaseFile, releaseFile } from "./release-file.ts";
import { readReleaseFolder } from "./release-folder.ts";
import { unpackRelease } from "./release-folder-published.ts";
import { allDeliveries, compiled, contentsOf, freshFolder } from "./testing/deliveries.ts";

const folder = freshFolder();
const release = join(folder, "release");
const made = await compiled(await allDeliveries(20), release);
assert.equal(made.kind, "done", JSON.stringify(made));
const onDisk = await readReleaseFolder(release);
assert.equal(onDisk.kind, "done");
const { manifest, texts } = onDisk.value;

const key = generateSigningKey(municipalityCode("0000"));
const another = generateSigningKey(municipalityCode("0000"));
const wanted = {
  receiver: { code: key.municipality, key: key.public },
  kind: "demo",
  round: manifest.round,
} as const;
const file = releaseFile({ manifest, texts }, { key, number: 1 });
const read = (bytes: Uint8Array, from: Parameters<typeof readReleaseFile>[2] = wanted) =>
  readReleaseFile(bytes, "siffror.skillnad", from);

function said(outcome: Outcome<ReleaseInFile>): string {
  assert.equal(outcome.kind, "refused");
  assert.equal(outcome.problems.length, 1);
  return outcome.problems.map((found) => problemSentence(found, "sv")).join();
}

function spoilt(change: (text: string) => string): Uint8Array {
  return Buffer.from(change(Buffer.from(file).toString("utf8")));
}

test("a release comes back as it was published, and opens from what is public of it alone", async () => {
  const outcome = read(file);
  assert.equal(outcome.kind, "done");
  const out = join(folder, "back/2026-1");
  assert.equal((await unpackRelease(out, outcome.value)).kind, "done");
  assert.deepEqual(readdirSync(out).sort(), ["public", "signed.json"]);
  const [here, back] = [await openRelease(release), await openRelease(out)];
  assert.ok(here.kind === "done" && back.kind === "done");
  const { openData: _, ...told } = here.value;
  const { openData, ...toldBack } = back.value;
  assert.deepEqual(toldBack, told);
  const csv = readFileSync(join(release, "public/tables.csv"));
  assert.deepEqual(Buffer.from((await openData("tables.csv")) ?? []), csv);
  const again = await unpackRelease(out, outcome.value);
  assert.equal(again.kind, "refused");
});

test("the same release is the same bytes, and nothing of what is private is in them", () => {
  assert.deepEqual(releaseFile({ manifest, texts }, { key, number: 1 }), file);
  const text = Buffer.from(file).toString("utf8");
  const named = Object.entries(manifest.files).filter(([name]) => name.startsWith("private/"));
  assert.equal(named.length, 3);
  // A digest would be enough to try a guess of the hidden counts against.
  for (const digest of [...named.map(([, each]) => each), manifest.extract, onDisk.value.hash]) {
    assert.equal(text.includes(digest), false);
  }
  assert.equal(text.includes("private"), false);
});

test("every flipped byte of the first line is refused, and so is one in each file", () => {
  const end = Buffer.from(file).indexOf(10);
  const ends: number[] = [];
  let from = end + 1;
  for (const each of Object.values(texts)) {
    const { length } = Buffer.from(each);
    ends.push(from, from + Math.floor(length / 2), from + length - 1);
    from += length;
  }
  assert.equal(from, file.length);
  const places = [...Array.from({ length: end + 1 }, (_, at) => at), ...ends];
  const line = file.slice(0, end + 1);
  for (const at of places) {
    // Of the first line the rest is not needed: it is refused before anything of it is read.
    const bytes = at <= end ? line.slice() : file.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const sentence = said(read(bytes));
    assert.match(sentence, /^siffror\.skillnad.* Be mottagaren om /, String(at));
    if (at > end) assert.match(sentence, /är avbruten eller har ändrats på vägen/);
  }
});

test("what is cut off or goes on, is of another receiver, key, round or kind, is told in a sentence", () => {
  assert.match(said(read(file.slice(0, -1))), /avbruten eller har ändrats/);
  assert.match(said(read(spoilt((text) => `${text} `))), /avbruten eller har ändrats/);
  assert.match(said(read(new Uint8Array())), /är ingen publicering från Skillnad/);
  assert.match(said(read(Buffer.from("Kommun;Antal\nXaby;7\n"))), /är ingen publicering/);
  assert.match(said(read(Buffer.alloc(20_000, "{"))), /är ingen publicering/);
  const twice = spoilt((text) => text.replace('{"codebook"', '{"number":1,"codebook"'));
  assert.match(said(read(twice)), /är ingen publicering/);
  assert.match(
    said(read(spoilt((text) => text.replace('"number":1', '"number":2')))),
    /signaturen/,
  );
  const receiver = { ...wanted.receiver, key: another.public };
  assert.match(said(read(file, { ...wanted, receiver })), /inte signerad av mottagaren/);
  const county = { ...wanted.receiver, code: "0091" };
  assert.match(said(read(file, { ...wanted, receiver: county })), /inte signerad av mottagaren/);
  assert.match(said(read(file, { ...wanted, kind: "real" })), /gäller den påhittade omgången/);
  const round = { ...wanted.round, cutOff: "2026-12-31T13:00:00.000Z" };
  assert.match(said(read(file, { ...wanted, round })), /gäller den påhittade omgången 2023-2026/);
});

test("a changed byte in what came back is noticed when it is opened", async () => {
  const outcome = read(file);
  assert.equal(outcome.kind, "done");
  for (const name of ["signed.json", ...Object.keys(texts)]) {
    const out = join(folder, "spoilt", name.replace("/", "-"));
    assert.equal((await unpackRelease(out, outcome.value)).kind, "done");
    const path = join(out, name);
    writeFileSync(path, readFileSync(path, "utf8").replace('"', "'"));
    const opened = await openRelease(out);
    assert.equal(opened.kind, "refused", name);
  }
  assert.ok(existsSync(join(folder, "spoilt")));
  assert.equal(contentsOf(join(folder, "back/2026-1")).size, 7);
});
