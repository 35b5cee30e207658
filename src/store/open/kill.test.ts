import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { municipalityCode, strongRandomness, systemClock } from "#kernel";
import { openEmbedded } from "./open-embedded.ts";

const holder = fileURLToPath(new URL("../testing/hold-open.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-kill-"));
chmodSync(folder, 0o755);
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Codes of cases whose save was acknowledged, as they come. */
async function startSaving(): Promise<{ holder: ChildProcess; acknowledged: string[] }> {
  const child = spawn(process.execPath, [holder, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const acknowledged: string[] = [];
  const { promise: isSaving, resolve } = Promise.withResolvers<void>();
  createInterface(child.stdout).on("line", (line) => {
    if (line !== "open") acknowledged.push(line);
    if (acknowledged.length === 25) resolve();
  });
  child.once("exit", () => resolve());
  await isSaving;
  return { holder: child, acknowledged };
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8"), 10);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function hasEndedWithin(pid: number, seconds: number): Promise<boolean> {
  for (let tenth = 0; tenth < seconds * 10; tenth++) {
    if (!isRunning(pid)) return true;
    await pause(100);
  }
  return !isRunning(pid);
}

async function assertAllPresent(acknowledged: readonly string[]): Promise<void> {
  const randomness = strongRandomness;
  const opened = await openEmbedded({ folder, kind: "demo", clock: systemClock, randomness });
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  const store = opened.value;
  try {
    const { codes, halves, verdict } = await store.within(municipalityCode("9001"), async (tx) => {
      const { cases } = await tx.cases.list({ from: 0, limit: 100_000 });
      const histories = await Promise.all(cases.map(({ id }) => tx.cases.history(id)));
      return {
        codes: cases.map(({ code }) => code),
        halves: histories.filter((history) => history.length !== 1),
        verdict: await tx.audit.verify(),
      };
    });
    assert.deepEqual(
      acknowledged.filter((code) => codes.filter((found) => found === code).length !== 1),
      [],
      "every acknowledged save is there exactly once",
    );
    assert.deepEqual(halves, [], "no half case");
    assert.equal(verdict.kind, "intact");
    assert.equal(verdict.kind === "intact" && verdict.head.sequence, codes.length);
  } finally {
    await store.close();
  }
}

test("when the program is killed outright, its database ends and the next start has every save", async () => {
  const { holder, acknowledged } = await startSaving();
  const pid = serverPid();
  assert.ok(isRunning(pid));
  holder.kill("SIGKILL");
  assert.ok(await hasEndedWithin(pid, 10), "the server is still running after 10 seconds");
  await assertAllPresent(acknowledged);
});

test("when the database is killed outright, the next start recovers every save", async () => {
  rmSync(folder, { recursive: true });
  const { holder, acknowledged } = await startSaving();
  const pid = serverPid();
  process.kill(pid, "SIGKILL");
  holder.kill("SIGKILL");
  assert.ok(await hasEndedWithin(pid, 10));
  assert.ok(existsSync(join(folder, "postgres", "postmaster.pid")), "it had no time to tidy up");
  await assertAllPresent(acknowledged);
});

test("when everything is killed at once, a start at once waits for what is still leaving", async () => {
  rmSync(folder, { recursive: true });
  const { holder, acknowledged } = await startSaving();
  const pid = serverPid();
  // Held still, the server's helpers cannot leave: they keep its memory until they go on.
  const helpers = childrenOf(pid);
  for (const helper of helpers) process.kill(helper, "SIGSTOP");
  process.kill(pid, "SIGKILL");
  holder.kill("SIGKILL");
  assert.ok(await hasEndedWithin(pid, 10));
  const leaving = pause(1500).then(() => {
    for (const helper of helpers) process.kill(helper, "SIGCONT");
  });
  await assertAllPresent(acknowledged);
  await leaving;
});

/** As Linux tells it; elsewhere none, and the start has nothing to wait for. */
function childrenOf(pid: number): readonly number[] {
  const listed = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(listed)) return [];
  return readFileSync(listed, "utf8").trim().split(" ").map(Number);
}
