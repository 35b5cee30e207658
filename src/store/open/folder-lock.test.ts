import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { isFolderLocked, takeFolderLock } from "./folder-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-lock-"));
after(() => rmSync(folder, { recursive: true }));

/** Another program that takes the lock, and is killed with it in its hand. */
async function killHolder(): Promise<void> {
  const program = `
    import { takeFolderLock } from ${JSON.stringify(import.meta.resolve("./folder-lock.ts"))};
    const { kind } = await takeFolderLock(${JSON.stringify(folder)});
    console.log(kind);
    setInterval(() => {}, 1000);
  `;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await holder.stdout.take(1).toArray();
  assert.equal(String(said), "taken\n");
  assert.equal(await isFolderLocked(folder), true);
  assert.deepEqual(await takeFolderLock(folder), { kind: "busy", pid: String(holder.pid) });
  const { promise: isOver, resolve } = Promise.withResolvers<void>();
  holder.once("exit", () => resolve());
  holder.kill("SIGKILL");
  await isOver;
}

test("a lock is held by one at a time, and free again when it is released", async () => {
  const first = await takeFolderLock(folder);
  assert.ok(first.kind === "taken");
  assert.deepEqual(await takeFolderLock(folder), { kind: "busy", pid: String(process.pid) });
  await first.release();
  assert.equal(await isFolderLocked(folder), false);
  const second = await takeFolderLock(folder);
  assert.ok(second.kind === "taken");
  await second.release();
});

test("the lock of a program that was killed is taken over", async () => {
  await killHolder();
  assert.equal(await isFolderLocked(folder), false);
  const lock = await takeFolderLock(folder);
  assert.ok(lock.kind === "taken");
  await lock.release();
});

test("a file that stands where the lock should be locks nothing", async () => {
  writeFileSync(join(folder, "lock"), "12345");
  const lock = await takeFolderLock(folder);
  assert.ok(lock.kind === "taken");
  await lock.release();
});
