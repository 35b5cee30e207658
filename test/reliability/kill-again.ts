import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { allEndWithin, living, processTree } from "../processes/running-program.ts";
import { checkWritten, type Found } from "./check-written.ts";
import { type Serving, startServing } from "./start-serving.ts";
import { startWriting, type WrittenCase } from "./write-load.ts";

/** What is killed: the program, its database server, both with all they started, or one of the server's helpers. */
const kinds = ["program", "database", "everything", "helper"] as const;
export type KillKind = (typeof kinds)[number];

export type KillFigures = Found & {
  readonly kills: { readonly [kind in KillKind]: number };
  readonly acknowledged: number;
  readonly troubles: { readonly [kind: string]: number };
};

type Order = {
  /** Empty, or of an earlier run of the same. */
  readonly folder: string;
  readonly kills: number;
  readonly writers: number;
  readonly isDurable: boolean;
  /** Between 0 and 1, by chance. */
  readonly chance: () => number;
  readonly told?: (kills: number, acknowledged: number) => void;
};

/**
 * People write while something is killed again and again; then everything that was acknowledged is looked
 * for. Most kills are of the server's helpers: that throws down every connection, and the server recovers
 * from its log as after a crash, while the program lives on. Every sixth ends the program too.
 */
export async function killAgain({
  folder,
  kills,
  writers,
  isDurable,
  chance,
  told,
}: Order): Promise<KillFigures> {
  const order = { folder, people: writers, isDurable };
  let serving = await startServing(order);
  const load = startWriting(() => serving, serving.cookies);
  const counts = { program: 0, database: 0, everything: 0, helper: 0 };
  let written: readonly WrittenCase[];
  try {
    for (let kill = 1; kill <= kills; kill++) {
      await load.acknowledges(4 + Math.floor(chance() * 12));
      await pause(chance() * 12);
      const kind = kill % 6 === 0 ? kinds[(kill / 6) % 3] : "helper";
      counts[kind ?? "helper"]++;
      if (kind === "helper" || kind === undefined) killHelper(serving, folder, chance);
      else serving = await killProgram(serving, kind, folder, () => startServing(order));
      told?.(kill, load.acknowledged());
    }
    await load.acknowledges(20);
    written = await load.stop();
  } finally {
    load.abandon();
    await serving.stop();
  }
  const found = await checkWritten(folder, written);
  const troubles = Object.fromEntries(load.troubles);
  return { ...found, kills: counts, acknowledged: load.acknowledged(), troubles };
}

async function killProgram(
  serving: Serving,
  kind: Exclude<KillKind, "helper">,
  folder: string,
  start: () => Promise<Serving>,
): Promise<Serving> {
  const tree = processTree(serving.pid);
  const server = serverPid(folder);
  const doomed = { program: [serving.pid], database: [server], everything: tree }[kind];
  for (const pid of doomed) killNow(pid);
  // A program whose database has gone ends by itself.
  await serving.ended;
  if (!(await allEndWithin(tree, 300))) throw new Error(`still there: ${living(tree)}`);
  return await start();
}

/** One that works for somebody, or one of the server's own: writer of the log, of the data, and so on. */
function killHelper({ pid }: Serving, folder: string, chance: () => number): void {
  const [, ...helpers] = processTree(serverPid(folder));
  if (helpers.length === 0 || living([pid]).length === 0) return;
  killNow(helpers[Math.floor(chance() * helpers.length)] ?? 0);
}

function serverPid(folder: string): number {
  const file = join(folder, "postgres", "postmaster.pid");
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : Number.NaN;
  if (!(pid > 1)) throw new Error("the database is not running");
  return pid;
}

/** What has ended in the meantime is what was wanted. */
function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== "ESRCH") throw reason;
  }
}
