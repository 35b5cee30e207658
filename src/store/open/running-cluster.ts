import type { ChildProcess } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ListeningPlace, renderAccessRules, renderConfiguration } from "./cluster-settings.ts";
import { longestSocketPath } from "./folder-lock.ts";
import { startKeeper } from "./keeper.ts";
import type { NativePostgres } from "./native-postgres.ts";
import type { ServerIdentity } from "./server-identity.ts";

/** A server that has been started; it may still be recovering. */
export type RunningCluster = {
  readonly host: string;
  readonly port: number;
  /** Fulfils when the server has ended, with the last line of its log. */
  readonly ended: Promise<string>;
  readonly hasEnded: () => boolean;
  /** Ends it in good order. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, with all that it started: the next start recovers. */
  readonly kill: () => void;
};

export type Starting = {
  readonly folder: string;
  readonly cluster: string;
  readonly native: NativePostgres;
  readonly identity: ServerIdentity;
  readonly isDurable: boolean;
};

const largestLog = 5_000_000;
/** Milliseconds; writing out everything that is in memory takes a second or two on a slow disk. */
const longestStop = 30_000;

export async function startCluster(starting: Starting): Promise<RunningCluster> {
  const { folder, cluster, identity, isDurable } = starting;
  const place = await choosePlace(folder, identity);
  const settings = { place, isDurable };
  writeSettings(join(cluster, "postgresql.conf"), renderConfiguration(settings), identity);
  writeSettings(join(cluster, "pg_hba.conf"), renderAccessRules(settings), identity);
  await waitForPredecessor(cluster);

  const logFile = join(folder, "postgres.log");
  const logged = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(logFile, logged < largestLog ? "a" : "w", 0o600);
  const keeper = startKeeper({ ...starting, log });
  closeSync(log);
  // The program ends when its work does; the server ends with it.
  keeper.unref();
  (keeper.stdin as unknown as { unref?: () => void } | null)?.unref?.();

  let isOver = false;
  const ended = endOf(keeper).then(() => {
    isOver = true;
    if (place.kind === "socket" && !place.folder.startsWith(folder)) {
      rmSync(place.folder, { recursive: true, force: true });
    }
    return lastWords(
      readFileSync(logFile)
        .subarray(logged < largestLog ? logged : 0)
        .toString(),
    );
  });
  // The whole of its group; one that has ended in the meantime is what was wanted.
  const kill = () => {
    if (keeper.pid && !isOver) process.kill(-keeper.pid, "SIGKILL");
  };
  return {
    host: place.kind === "socket" ? place.folder : "127.0.0.1",
    port: place.kind === "socket" ? 5432 : place.port,
    ended,
    hasEnded: () => isOver,
    async stop() {
      keeper.ref();
      keeper.stdin?.end();
      const patience = new AbortController();
      const isLate = pause(longestStop, true, { signal: patience.signal }).catch(() => false);
      if ((await Promise.race([ended, isLate])) === true) kill();
      await ended;
      patience.abort();
    },
    kill,
  };
}

async function choosePlace(folder: string, identity: ServerIdentity): Promise<ListeningPlace> {
  if (process.platform === "win32") return { kind: "loopback", port: await freePort() };
  const inside = join(folder, "socket");
  const isShort = Buffer.byteLength(join(inside, ".s.PGSQL.5432")) <= longestSocketPath;
  const chosen = isShort ? inside : mkdtempSync(join(tmpdir(), "skillnad-socket-"));
  mkdirSync(chosen, { recursive: true, mode: 0o700 });
  chmodSync(chosen, 0o700);
  if (identity) chownSync(chosen, identity.uid, identity.gid);
  return { kind: "socket", folder: chosen };
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    server.close(() => resolve(port));
  });
  return promise;
}

function writeSettings(path: string, content: string, identity: ServerIdentity): void {
  writeFileSync(path, content, { mode: 0o600 });
  if (identity) chownSync(path, identity.uid, identity.gid);
}

/** The server of a Skillnad that was killed is still putting its data in order, for some seconds. */
async function waitForPredecessor(cluster: string): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  for (let waited = 0; waited < 150; waited++) {
    const pid = Number.parseInt(readIfThere(file), 10);
    if (Number.isNaN(pid) || !isRunning(pid)) return;
    await pause(100);
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function endOf(keeper: ChildProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  keeper.once("error", () => resolve());
  keeper.once("exit", () => resolve());
  return promise;
}

/** Why it ended, as far as it could say; what it said to single clients is not that. */
function lastWords(log: string): string {
  const lines = log.trimEnd().split("\n");
  const telling = /\] (postmaster|startup) (FATAL|PANIC)|PANIC/;
  return lines.findLast((line) => telling.test(line)) ?? lines.at(-1) ?? "";
}
