import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { takeTurn } from "./turn.mjs";

const folder = mkdtempSync(join(tmpdir(), "skillnad-turn-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function lockOf(name: string, owner?: { host: string; pids: number[] }): string {
  const lock = join(folder, name);
  if (owner !== undefined) {
    mkdirSync(lock);
    writeFileSync(join(lock, "owner.json"), JSON.stringify(owner));
  }
  return lock;
}

function pidOfTheDead(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

test("of many at once one works at a time, and each gets its turn", async () => {
  const lock = lockOf("many");
  let working = 0;
  const worked: number[] = [];
  await Promise.all(
    [1, 2, 3, 4].map(async (who) => {
      const turn = await takeTurn(lock, () => {});
      working += 1;
      assert.equal(working, 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      worked.push(who);
      working -= 1;
      turn.end();
    }),
  );
  assert.deepEqual(worked.sort(), [1, 2, 3, 4]);
  assert.ok(!existsSync(lock));
});

test("who waits is told for whom", async () => {
  const lock = lockOf("told");
  const first = await takeTurn(lock, () => assert.fail("nobody to wait for"));
  const heard: number[] = [];
  const second = takeTurn(lock, (owner) => {
    heard.push(owner);
    first.end();
  });
  (await second).end();
  assert.deepEqual(heard, [process.pid]);
});

test("the turn of a killed process is taken over", async () => {
  const lock = lockOf("killed", { host: hostname(), pids: [pidOfTheDead()] });
  const turn = await takeTurn(lock, () => assert.fail("the owner is dead"));
  assert.equal(JSON.parse(readFileSync(join(lock, "owner.json"), "utf8")).pids[0], process.pid);
  turn.end();
});

test("a child that outlives its killed parent keeps the turn until it ends", async () => {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  assert.ok(child.pid);
  const lock = lockOf("orphan", { host: hostname(), pids: [pidOfTheDead(), child.pid] });
  let hasWaited = false;
  const turn = await takeTurn(lock, () => {
    hasWaited = true;
    child.stdin.end();
  });
  assert.ok(hasWaited);
  turn.end();
});
