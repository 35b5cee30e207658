import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fixedClock, type Outcome, problem, refused } from "#kernel";
import { openRelease } from "./open-release.ts";
import { type Draft, finishDraft, publishDraft } from "./publish-draft.ts";
import { giveItsPlace, hashOfRelease } from "./release-folder.ts";
import { copyLedgerFile, ledgerBeside, readLedgerFile } from "./release-ledger-file.ts";
import { allDeliveries, compiled, freshFolder } from "./testing/deliveries.ts";

const deliveries = await allDeliveries(20);
const clock = fixedClock("2027-02-01T12:00:00Z");

/** One by an empty ledger, to be copied: compiling takes long. */
const first = freshFolder();
const firstDraft = join(first, "release");
const compiledFirst = await compiled(deliveries, firstDraft);
assert.equal(compiledFirst.kind, "done", JSON.stringify(compiledFirst));

/** A workshop with a draft in it, and where it is to lie. */
async function drafted(home: string, name = "2026-1"): Promise<Draft> {
  const workshop = join(home, `workshop-${name}`);
  const out = join(home, "releases", name);
  mkdirSync(workshop);
  const draft = { draft: join(workshop, "release"), draftLedger: join(workshop, "ledger.jsonl") };
  const ledger = ledgerBeside(out);
  if (!existsSync(ledger)) {
    cpSync(first, workshop, { recursive: true });
    return { ...draft, out, ledger };
  }
  await copyLedgerFile(ledger, draft.draftLedger);
  const made = await compiled(deliveries, draft.draft, { ledger: draft.draftLedger });
  assert.equal(made.kind, "done", JSON.stringify(made));
  return { ...draft, out, ledger };
}

async function releasesIn({ ledger }: Draft): Promise<readonly string[]> {
  const read = await readLedgerFile(ledger);
  assert.equal(read.kind, "done", JSON.stringify(read));
  return read.value.releases.map(({ release }) => release);
}

const codesOf = (outcome: Outcome<unknown>) =>
  outcome.kind === "refused" ? outcome.problems.map(({ code }) => code) : outcome.kind;

test("a draft is nowhere until it is published; then it has its place and the ledger its entry", async () => {
  const draft = await drafted(freshFolder());
  assert.equal(existsSync(draft.ledger), false);
  const hash = await hashOfRelease(draft.draft);
  assert.deepEqual(await publishDraft(draft, clock), { kind: "done", value: undefined });
  assert.deepEqual(await releasesIn(draft), [hash]);
  assert.equal((await openRelease(draft.out)).kind, "done");
  assert.equal(existsSync(draft.draft), false);
  const read = await readLedgerFile(draft.ledger);
  assert.equal(read.kind === "done" && read.value.releases[0]?.at, clock.now());
});

test("of two drafts by the same ledger one is published, and the other must be made anew", async () => {
  const home = freshFolder();
  const [one, other] = [await drafted(home), await drafted(home, "2026-2")];
  assert.equal((await publishDraft(one, clock)).kind, "done");
  assert.deepEqual(codesOf(await publishDraft(other, clock)), ["ledger-changed"]);
  assert.equal(existsSync(other.out), false);
  assert.equal((await releasesIn(one)).length, 1);
  const anew = { ...(await drafted(home, "2026-3")), out: other.out };
  assert.equal((await publishDraft(anew, clock)).kind, "done");
  assert.equal((await releasesIn(one)).length, 2);
});

test("where it cannot have its place nothing is published, and it can be tried again", async () => {
  const draft = await drafted(freshFolder());
  const failing = async () => refused(problem("release-unwritable", draft.out, { reason: "full" }));
  assert.deepEqual(codesOf(await publishDraft(draft, clock, failing)), ["release-unwritable"]);
  assert.deepEqual(await releasesIn(draft), []);
  assert.equal((await publishDraft(draft, clock)).kind, "done");
});

/** All that lies on the disk the moment before, or after, it is given its place: as a program that is killed there leaves it. */
async function killed(when: "before" | "after"): Promise<Draft> {
  const home = freshFolder();
  const left = freshFolder();
  const draft = await drafted(home);
  const outcome = await publishDraft(draft, clock, async (from, out) => {
    if (when === "before") cpSync(home, join(left, "left"), { recursive: true });
    const placed = await giveItsPlace(from, out);
    if (when === "after") cpSync(home, join(left, "left"), { recursive: true });
    return placed;
  });
  assert.equal(outcome.kind, "done");
  const moved = (path: string) => path.replace(home, join(left, "left"));
  return {
    draft: moved(draft.draft),
    draftLedger: moved(draft.draftLedger),
    out: moved(draft.out),
    ledger: moved(draft.ledger),
  };
}

test("killed between the ledger and the place, the next start gives it its place", async () => {
  for (const when of ["before", "after"] as const) {
    const draft = await killed(when);
    assert.ok(existsSync(`${draft.ledger}.lock`));
    assert.equal(existsSync(draft.out), when === "after");
    assert.deepEqual(await finishDraft(draft), { kind: "done", value: true });
    assert.equal((await openRelease(draft.out)).kind, "done");
    assert.deepEqual(await releasesIn(draft), [await hashOfRelease(draft.out)]);
    assert.equal(existsSync(`${draft.ledger}.lock`), false);
    // And once more, should it be killed while it finishes.
    assert.deepEqual(await finishDraft(draft), { kind: "done", value: true });
  }
});

test("killed before the ledger was written, nothing is published and the draft stays a draft", async () => {
  const draft = await drafted(freshFolder());
  assert.deepEqual(await finishDraft(draft), { kind: "done", value: false });
  assert.equal(existsSync(draft.out), false);
  assert.equal((await publishDraft(draft, clock)).kind, "done");
});

test("a draft whose bytes are not those that stand in its ledger is none", async () => {
  const draft = await drafted(freshFolder());
  const other = await drafted(freshFolder());
  const swapped = { ...draft, draftLedger: join(draft.draft, "manifest.json") };
  assert.equal((await publishDraft(swapped, clock)).kind, "refused");
  assert.ok(readFileSync(other.draftLedger, "utf8").length > 0);
  cpSync(join(other.draft, "public/tables.csv"), join(draft.draft, "manifest.json"));
  assert.deepEqual(codesOf(await publishDraft(draft, clock)), ["release-draft-none"]);
});
