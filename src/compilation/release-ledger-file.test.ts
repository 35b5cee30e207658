import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { emptyLedger, type LedgerCell, type LedgerHeading } from "#disclosure";
import { done, type Outcome, problem, refused } from "#kernel";
import { enterInLedgerFile, ledgerBeside, readLedgerFile } from "./release-ledger-file.ts";

const heading: LedgerHeading = {
  release: "1".repeat(64),
  of: "nation",
  origin: "demo",
  codebook: { id: "tiny", version: "1.0.0" },
  round: {
    id: "2022-2023",
    from: "2022-01-01",
    through: "2023-12-31",
    cutOff: "2024-02-15T12:00:00.000Z",
  },
  publication: "interim",
  level: "nation",
  at: "2024-03-01T12:00:00.000Z",
};
const cells: readonly LedgerCell[] = [
  {
    id: "cases",
    region: "nation",
    table: "cases",
    population: "started",
    among: "",
    subject: { kind: "cases" },
    count: 94,
    guard: "few",
  },
];
const entry = { follows: emptyLedger.head, heading, cells };
const published = async () => done(undefined);

async function inFolder(use: (path: string, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-ledger-"));
  try {
    await use(ledgerBeside(join(folder, "release")), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function releasesIn(path: string): Promise<readonly string[]> {
  const read = await readLedgerFile(path);
  return read.kind === "done" ? read.value.releases.map(({ release }) => release) : ["damaged"];
}

function refusals(outcome: Outcome<unknown>): readonly string[] {
  return outcome.kind === "done" ? [] : outcome.problems.map(({ code }) => code);
}

test("a release is in the ledger when it is given its place, and nothing else is left behind", () =>
  inFolder(async (path, folder) => {
    const seen: string[][] = [];
    const outcome = await enterInLedgerFile(path, entry, async () => {
      seen.push([...(await releasesIn(path))]);
      return done(undefined);
    });
    assert.equal(outcome.kind, "done");
    assert.deepEqual(seen, [[heading.release]]);
    assert.deepEqual(readdirSync(folder), ["ledger.jsonl"]);
    assert.deepEqual(await releasesIn(path), [heading.release]);
  }));

test("a release that could not be published leaves the ledger as it was", () =>
  inFolder(async (path, folder) => {
    await enterInLedgerFile(path, entry, published);
    const before = readFileSync(path, "utf8");
    const read = await readLedgerFile(path);
    assert.equal(read.kind, "done");
    const follows = read.kind === "done" ? read.value.head : "";
    const next = { ...entry, follows, heading: { ...heading, release: "2".repeat(64) } };
    const taken = async () => refused(problem("release-exists", "release"));
    assert.deepEqual(refusals(await enterInLedgerFile(path, next, taken)), ["release-exists"]);
    assert.equal(readFileSync(path, "utf8"), before);
    const failing = () => Promise.reject(new Error("a bug"));
    await assert.rejects(enterInLedgerFile(path, next, failing), /a bug/);
    assert.equal(readFileSync(path, "utf8"), before);
    assert.deepEqual(readdirSync(folder), ["ledger.jsonl"]);
  }));

test("of two that were made by the same ledger only the first is published", () =>
  inFolder(async (path) => {
    const second = { ...entry, heading: { ...heading, release: "2".repeat(64) } };
    await enterInLedgerFile(path, entry, published);
    let isPublished = false;
    const outcome = await enterInLedgerFile(path, second, async () => {
      isPublished = true;
      return done(undefined);
    });
    assert.deepEqual(refusals(outcome), ["ledger-changed"]);
    assert.ok(!isPublished);
    assert.deepEqual(await releasesIn(path), [heading.release]);
  }));

test("of several at once one is published and the others are refused", () =>
  inFolder(async (path) => {
    let times = 0;
    const outcomes = await Promise.all(
      ["1", "2", "3", "4"].map((digit) =>
        enterInLedgerFile(
          path,
          { ...entry, heading: { ...heading, release: digit.repeat(64) } },
          async () => {
            times++;
            return done(undefined);
          },
        ),
      ),
    );
    const problems = outcomes.flatMap(refusals);
    assert.equal(problems.length, 3);
    assert.ok(problems.every((code) => code === "ledger-busy" || code === "ledger-changed"));
    assert.equal(times, 1);
    assert.equal((await releasesIn(path)).length, 1);
  }));

test("a damaged ledger, and one that cannot be written, publish nothing", () =>
  inFolder(async (path, folder) => {
    await enterInLedgerFile(path, entry, published);
    writeFileSync(path, readFileSync(path, "utf8").replace("94", "95"));
    assert.deepEqual(refusals(await enterInLedgerFile(path, entry, published)), ["ledger-damaged"]);
    const nowhere = join(folder, "nowhere", "ledger.jsonl");
    assert.deepEqual(refusals(await enterInLedgerFile(nowhere, entry, published)), [
      "ledger-unwritable",
    ]);
    assert.deepEqual(refusals(await readLedgerFile(folder)), ["file-unreadable"]);
  }));
