import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { systemClock } from "#kernel";
import { takeFolderLock } from "./folder-lock.ts";
import { makeThrowAwayFolder } from "./throw-away-folder.ts";

function plant(...stamp: readonly "stamped"[]): string {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-test-"));
  if (stamp.length > 0) writeFileSync(join(folder, "skillnad.json"), "{}");
  return folder;
}

test("what killed programs left is swept; what is in use, or about to be, is not", async () => {
  const abandoned = plant("stamped");
  const forgotten = plant();
  utimesSync(forgotten, 0, 0);
  const fresh = plant();
  const inUse = plant("stamped");
  const lock = await takeFolderLock(inUse);
  assert.equal(lock.kind, "taken");

  const { folder, remove } = await makeThrowAwayFolder(systemClock);
  const left = [abandoned, forgotten, fresh, inUse, folder].map(existsSync);
  remove();
  assert.deepEqual(left, [false, false, true, true, true]);
  assert.equal(existsSync(folder), false);

  if (lock.kind === "taken") await lock.release();
  for (const planted of [fresh, inUse]) rmSync(planted, { recursive: true });
});
