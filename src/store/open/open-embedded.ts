import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Clock, done, type Outcome, problem, type Randomness, refused } from "#kernel";
import type { OpenStore } from "../open-store.ts";
import type { StampKind } from "../schema.ts";
import { type AnsweringCluster, awaitAnswer } from "./await-answer.ts";
import { type DataFolder, takeDataFolder } from "./data-folder.ts";
import { initialiseCluster } from "./initialise-cluster.ts";
import { locateNativePostgres } from "./native-postgres.ts";
import { openDatabase } from "./open-database.ts";
import { startCluster } from "./running-cluster.ts";
import { readSecrets } from "./secrets.ts";
import { serverIdentity } from "./server-identity.ts";
import { makeThrowAwayFolder } from "./throw-away-folder.ts";
import { watchSilence } from "./watch-silence.ts";
import { fileReason } from "./whole-file.ts";

export type EmbeddedOptions = {
  /** The data folder; made when it does not exist. */
  readonly folder: string;
  readonly kind: StampKind;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /**
   * `true` unless left out: an acknowledged save survives a power cut. `false` is for what may be
   * lost; surviving the program's own death is promised either way.
   */
  readonly isDurable?: boolean;
  /** Seconds that a server may live without answering before it is given up; a minute unless said. */
  readonly longestSilence?: number;
};

/** The only version whose data files this program's server can read. */
const clusterVersion = "18";

/**
 * Starts PostgreSQL on the folder, after a crash as after a good end. Problems: data-folder-kind,
 * -version, -unusable, -busy, database-newer, database-unusable.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Outcome<OpenStore>> {
  const taken = await takeDataFolder(options.folder, options.kind);
  if (taken.kind === "refused") return taken;
  const folder = taken.value;
  const opened = await openIn(folder, options).catch((error) =>
    refused(problem("data-folder-unusable", folder.path, { reason: fileReason(error) })),
  );
  if (opened.kind === "refused") await folder.release();
  return opened;
}

/**
 * As `openEmbedded`, in a new folder among the system's temporary files, removed at `close`.
 * @param fill puts something into the folder first; where it cannot, it has said why, and the outcome
 * is refused without a word.
 */
export async function openThrowAway(
  options: Omit<EmbeddedOptions, "folder">,
  fill: (folder: string) => Promise<boolean> = async () => true,
): Promise<Outcome<OpenStore>> {
  const { folder, remove } = await makeThrowAwayFolder(options.clock);
  const opened = (await fill(folder)) ? await openEmbedded({ ...options, folder }) : refused();
  if (opened.kind === "refused") {
    remove();
    return opened;
  }
  const { close, ...store } = opened.value;
  return done({
    ...store,
    async close() {
      await close();
      remove();
    },
  });
}

async function openIn(folder: DataFolder, options: EmbeddedOptions): Promise<Outcome<OpenStore>> {
  const { kind, clock } = options;
  const cluster = await runCluster(folder, options);
  if (cluster.kind === "refused") return cluster;
  const { running, owner } = cluster.value;
  const opened = await openDatabase(owner, { at: folder.path, kind, clock });
  if (opened.kind === "refused") {
    await running.stop();
    return opened;
  }
  const { store, connections, close } = opened.value;
  const endWatch = watchSilence(running, owner, options.longestSilence ?? 60);
  return done({
    ...store,
    kind,
    connections,
    ended: running.ended,
    async close() {
      endWatch();
      await close();
      await running.stop();
      await folder.release();
    },
  });
}

/** The folder's server, made if need be, running and answering. */
export async function runCluster(
  folder: DataFolder,
  { clock, randomness, isDurable = true }: Omit<EmbeddedOptions, "folder" | "kind">,
): Promise<Outcome<AnsweringCluster>> {
  const identity = serverIdentity(folder.cluster);
  const runtimeFolder = join(folder.path, "runtime");
  mkdirSync(runtimeFolder, { recursive: true, mode: 0o755 });
  const native = locateNativePostgres(runtimeFolder, identity);
  if (native.kind === "refused") return native;
  const made = await initialiseCluster({
    folder,
    native: native.value,
    identity,
    clock,
    randomness,
    isDurable,
  });
  if (made.kind === "refused") return made;
  const version = readFileSync(join(folder.cluster, "PG_VERSION"), "utf8").trim();
  if (version !== clusterVersion) {
    const details = { found: `PostgreSQL ${version}`, known: `PostgreSQL ${clusterVersion}` };
    return refused(problem("data-folder-version", folder.path, details));
  }
  const starting = {
    folder: folder.path,
    cluster: folder.cluster,
    native: native.value,
    identity,
    isDurable,
  };
  for (let attempt = 1; ; attempt++) {
    const running = await startCluster(starting);
    const answering = await awaitAnswer(running, readSecrets(folder.path), made.value === "new");
    if (answering.kind === "done") return answering;
    await running.stop();
    if (attempt < 20 && isPredecessorLeaving(answering.reason)) await pause(500);
    else return refused(problem("data-folder-unusable", folder.path, { reason: answering.reason }));
  }
}

/** A server that was killed leaves its helpers behind for a moment; they hold the shared memory. */
function isPredecessorLeaving(reason: string): boolean {
  return reason.includes("pre-existing shared memory block");
}
