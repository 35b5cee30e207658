import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

/**
 * @typedef {{ readonly host: string, readonly pids: readonly number[] }} Owner
 * @typedef {{ hasChild: (pid: number | undefined) => void, end: () => void }} Turn
 */

/** An owner on another machine (a shared folder) is believed gone after this long. */
const silenceSeconds = 30;

/**
 * Waits until nobody else prepares the folder. The lock is a folder, since making one either succeeds
 * or fails, also between processes; it says who holds it, so that a killed owner does not lock for ever.
 *
 * @param {string} lock
 * @param {(owner: number) => void} tellWaiting called once
 * @returns {Promise<Turn>}
 */
export async function takeTurn(lock, tellWaiting) {
  for (let told = false; ; ) {
    try {
      mkdirSync(lock);
      return hold(lock);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const owner = readOwner(lock);
    if (isGone(lock, owner)) {
      removeAbandoned(lock, owner);
      continue;
    }
    if (!told && owner?.pids[0] !== undefined) {
      tellWaiting(owner.pids[0]);
      told = true;
    }
    await pause(200);
  }
}

/** @param {string} lock @returns {Turn} */
function hold(lock) {
  /** @param {number[]} children */
  const write = (...children) => {
    const owner = { host: hostname(), pids: [process.pid, ...children] };
    // Written aside and renamed: a waiter never reads half an owner.
    writeFileSync(join(lock, "owner.next"), JSON.stringify(owner));
    renameSync(join(lock, "owner.next"), join(lock, "owner.json"));
  };
  write();
  /** @type {number | undefined} */
  let child;
  const heartbeat = setInterval(() => write(...(child ? [child] : [])), 5000);
  heartbeat.unref();
  return {
    hasChild: (pid) => {
      child = pid;
      write(...(pid ? [pid] : []));
    },
    end: () => {
      clearInterval(heartbeat);
      rmSync(lock, { recursive: true, force: true });
    },
  };
}

/**
 * A child that outlives its killed parent still holds the turn: two npm in one folder destroy it.
 *
 * @param {string} lock
 * @param {Owner | undefined} owner
 */
function isGone(lock, owner) {
  if (owner?.host === hostname()) return !owner.pids.some(isAlive);
  try {
    return Date.now() - statSync(lock).mtimeMs > silenceSeconds * 1000;
  } catch {
    return false;
  }
}

/**
 * Moved away first: of several waiters one succeeds. What was moved may by then be the lock of the
 * next owner, and is put back.
 *
 * @param {string} lock
 * @param {Owner | undefined} owner who is gone
 */
function removeAbandoned(lock, owner) {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (readOwner(aside)?.pids[0] === owner?.pids[0]) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, lock);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {string} lock @returns {Owner | undefined} */
function readOwner(lock) {
  try {
    return JSON.parse(readFileSync(join(lock, "owner.json"), "utf8"));
  } catch {
    return undefined;
  }
}
