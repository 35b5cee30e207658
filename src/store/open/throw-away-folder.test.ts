import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { systemClock } from "#kernel";
import { takeFolderLock } from "./folder-lock.ts";
import { makeThrowAwayFolder, sweepThrowAwayFolders } from "./throw-away-folder.ts";

function plant(...stamp: readonly "stamped"[]): string {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-test-"));
  if (stamp.length > 0) writeFileSync(join(folder, "skillnad.json"), "{}");
  return folder;
}

function forget(folder: string): void {
  utimesSync(folder, 0, 0);
}

test("what killed programs left is swept; what is in use, or goes from one to another, is not", async () => {
  const abandoned = plant("stamped");
  const forgotten = plant();
  for (const each of [abandoned, forgotten]) forget(each);
  const fresh = plant();
  const handedOver = plant("stamped");
  const before = await takeFolderLock(handedOver);
  if (before.kind === "taken") await before.release();
  const inUse = plant("stamped");
  const lock = await takeFolderLock(inUse);
  assert.equal(lock.kind, "taken");
  forget(inUse);

  // A drill holds everybody's data in clear: what it left is gone at the next start.
  const drilled = mkdtempSync(join(tmpdir(), "skillnad-throw-away-drill-"));
  const aWhileAgo = Date.now() / 1000 - 60;
  for (const each of [drilled, fresh]) utimesSync(each, aWhileAgo, aWhileAgo);
  await sweepThrowAwayFolders(systemClock);
  assert.deepEqual([drilled, fresh].map(existsSync), [false, true]);

  const { folder, remove } = await makeThrowAwayFolder(systemClock);
  const left = [abandoned, forgotten, fresh, handedOver, inUse, folder].map(existsSync);
  remove();
  assert.deepEqual(left, [false, false, true, true, true, true]);
  assert.equal(existsSync(folder), false);

  if (lock.kind === "taken") await lock.release();
  for (const planted of [fresh, handedOver, inUse]) rmSync(planted, { recursive: true });
});
