import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import type { DeliveryFile } from "#delivery";
import type { Outcome } from "#kernel";
import { auditFolder } from "./audit-folder.ts";
import type { Compilation } from "./compile-release.ts";
import { openRelease } from "./open-release.ts";
import { readLedgerFile } from "./release-ledger-file.ts";
import { allDeliveries, compiled, freshFolder, sumsIn } from "./testing/deliveries.ts";

const early = await allDeliveries(25);
const late = await allDeliveries(40);

function codesOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.kind === "done" ? [] : outcome.problems.map(({ code }) => code);
}

async function published(
  deliveries: readonly DeliveryFile[],
  out: string,
  changes: Partial<Compilation> = {},
): Promise<void> {
  assert.deepEqual(codesOf(await compiled(deliveries, out, changes)), []);
}

async function inLedger(folder: string) {
  const read = await readLedgerFile(join(folder, "ledger.jsonl"));
  return read.kind === "done" ? read.value.releases : assert.fail("a damaged ledger");
}

const folder = freshFolder();
const interim = join(folder, "interim");
const again = join(folder, "again");
const final = join(folder, "final");

test("a round is told while it runs and once at its end, each held against those before", async () => {
  await published(early, interim);
  await published(early, again);
  await published(late, final, { isInterim: false });
  const releases = await inLedger(folder);
  assert.deepEqual(
    releases.map(({ publication, level }) => [publication, level]),
    [
      ["interim", "nation"],
      ["interim", "nation"],
      ["final", "municipality"],
    ],
  );
  for (const [at, name] of [interim, again, final].entries()) {
    const manifest = JSON.parse(readFileSync(join(name, "manifest.json"), "utf8"));
    assert.equal(manifest.follows, releases[at]?.follows);
    assert.equal(manifest.publication, releases[at]?.publication);
  }
  const opened = await openRelease(final);
  assert.equal(opened.kind, "done");
  const { cells, relations } = opened.value.cells;
  assert.ok(relations.some(({ kind }) => kind === "round"));
  const earlier = cells.filter(({ role }) => role === "earlier");
  assert.ok(earlier.length > 0);
  assert.ok(earlier.every(({ count, guard }) => count !== ".." && guard === "none"));
  assert.deepEqual(sumsIn(opened.value.cells), []);
});

test("between two publications nobody has come or at least five", async () => {
  const [first, , last] = await inLedger(folder);
  const now = new Map(last?.cells.map(({ id, count }) => [id, count]));
  let compared = 0;
  for (const { id, count, subject } of first?.cells ?? []) {
    const later = now.get(id);
    if (count === null || later === null || later === undefined) continue;
    compared++;
    const change = Math.abs(later - count);
    if (subject.kind !== "total") assert.ok(change === 0 || change >= 5, id);
  }
  assert.ok(compared > 10);
});

test("an audit of a release that followed others tries what they told", async () => {
  const audited = await auditFolder(final, {});
  assert.equal(audited.kind, "done");
  assert.ok(audited.value.isStored);
  assert.equal(audited.value.inFull.earlierPublications, 2);
  assert.ok(audited.value.inFull.roundedNumbers > 100);
});

test("after its final release nothing of a round is published: no second final one, no interim one", async () => {
  const before = readFileSync(join(folder, "ledger.jsonl"), "utf8");
  for (const isInterim of [false, true]) {
    const out = join(folder, "late");
    assert.deepEqual(codesOf(await compiled(late, out, { isInterim })), ["ledger-round-published"]);
  }
  assert.deepEqual(readdirSync(folder).toSorted(), ["again", "final", "interim", "ledger.jsonl"]);
  assert.equal(readFileSync(join(folder, "ledger.jsonl"), "utf8"), before);
});

test("a final release that would tell nothing is not made: the round still has one", async () => {
  const place = freshFolder();
  await published(late, join(place, "first"));
  // One who took part is gone: what it had could be worked out.
  const outcome = await compiled(late.slice(1), join(place, "second"), { isInterim: false });
  assert.deepEqual(codesOf(outcome), ["release-tells-nothing"]);
  assert.deepEqual((await inLedger(place)).length, 1);
});

test("a ledger that lacks a release that lies there is refused, and so is a damaged one", async () => {
  const place = freshFolder();
  await published(early, join(place, "first"));
  const whole = readFileSync(join(place, "ledger.jsonl"), "utf8");
  rmSync(join(place, "ledger.jsonl"));
  const out = join(place, "second");
  assert.deepEqual(codesOf(await compiled(early, out)), ["ledger-release-missing"]);
  writeFileSync(join(place, "ledger.jsonl"), whole.replace(/\["nation[^\]]+\]/, "[]"));
  assert.deepEqual(codesOf(await compiled(early, out)), ["ledger-damaged"]);
  assert.deepEqual(readdirSync(place).toSorted(), ["first", "ledger.jsonl"]);
});

test("a ledger that lies elsewhere is kept there", async () => {
  const [place, elsewhere] = [freshFolder(), freshFolder()];
  const ledger = join(elsewhere, "ours.jsonl");
  await published(early, join(place, "release"), { ledger });
  assert.deepEqual(readdirSync(place), ["release"]);
  const read = await readLedgerFile(ledger);
  assert.ok(read.kind === "done" && read.value.releases.length === 1);
});

test("a release that was entered meanwhile stops the one that did not know of it", async () => {
  const place = freshFolder();
  const out = join(place, "slow");
  let isFirst = true;
  const meanwhile = () => {
    if (isFirst) writeFileSync(join(place, "ledger.jsonl.lock"), "");
    isFirst = false;
    return new AbortController().signal;
  };
  const outcome = await compiled(early, out, { untilCancelled: meanwhile });
  assert.deepEqual(codesOf(outcome), ["ledger-busy"]);
  assert.deepEqual(readdirSync(place), ["ledger.jsonl.lock"]);
});

test("an audit that is cancelled leaves no release, no ledger and nothing unfinished", async () => {
  const out = join(freshFolder(), "cancelled");
  const stop = new AbortController();
  const outcome = await compiled(late, out, {
    untilCancelled: () => stop.signal,
    auditing: () => stop.abort(),
  });
  assert.deepEqual(codesOf(outcome), ["audit-cancelled"]);
  assert.deepEqual(readdirSync(dirname(out)), []);
});

test("where the release cannot have its place the ledger is as it was", async () => {
  const out = join(freshFolder(), "taken");
  const outcome = await compiled(early, out, {
    untilCancelled: () => {
      mkdirSync(join(out, "something"), { recursive: true });
      return new AbortController().signal;
    },
  });
  assert.deepEqual(codesOf(outcome), ["release-exists"]);
  assert.deepEqual(readdirSync(dirname(out)), ["taken"]);
  assert.deepEqual(await inLedger(dirname(out)), []);
});
