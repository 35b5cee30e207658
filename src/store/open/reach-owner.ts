import { existsSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import type { ClientConfig } from "pg";
import { type Clock, done, type Outcome, problem, type Randomness, refused } from "#kernel";
import type { StampKind } from "../schema.ts";
import { ownerAt } from "./await-answer.ts";
import { emptyDataFolder, stampedKind, takeDataFolder } from "./data-folder.ts";
import { runCluster } from "./open-embedded.ts";
import { ownerOfServer } from "./open-server.ts";
import { readSecrets } from "./secrets.ts";
import { fileReason } from "./whole-file.ts";

/** Where a store is kept. */
export type StorePlace =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "server"; readonly url: string };

export type PassedIn = { readonly clock: Clock; readonly randomness: Randomness };

/** The way in for what is done to a whole database, past the program's own role. */
export type OwnerWay = {
  readonly owner: ClientConfig;
  readonly at: string;
  readonly close: () => Promise<void>;
};

/**
 * To a store that is there, nothing made and nothing migrated. A folder that a running Skillnad holds
 * is reached through that one's own server. Problems: backup-nothing-there, data-folder-…,
 * environment-invalid.
 */
export async function reachOwner(
  place: StorePlace,
  passedIn: PassedIn,
): Promise<Outcome<OwnerWay>> {
  if (place.kind === "server") return await reachServer(place.url);
  try {
    const kind = stampedKind(place.folder);
    if (kind === undefined) return refused(problem("backup-nothing-there", place.folder));
    const started = await startFolder(place.folder, kind, passedIn);
    const isBusy = started.kind === "refused" && started.problems[0]?.code === "data-folder-busy";
    return isBusy ? runningOwner(place.folder) : started;
  } catch (error) {
    const details = { reason: fileReason(error) };
    return refused(problem("data-folder-unusable", place.folder, details));
  }
}

/** A way in that can be taken back: then nothing is left of what was made for it. */
export type NewOwnerWay = OwnerWay & { readonly discard: () => Promise<void> };

/** To an empty database; in a folder it is made. Whether it is empty, whoever comes in must look. */
export async function reachNewOwner(
  place: StorePlace,
  kind: StampKind,
  passedIn: PassedIn & { readonly isDurable?: boolean },
): Promise<Outcome<NewOwnerWay>> {
  if (place.kind === "server") {
    const way = await reachServer(place.url);
    return way.kind === "refused" ? way : done({ ...way.value, discard: way.value.close });
  }
  const { folder } = place;
  const wasThere = existsSync(folder);
  const hadStamp = wasThere && stampedKind(folder) !== undefined;
  const started = await startFolder(folder, kind, passedIn, !hadStamp);
  if (started.kind === "refused") return started;
  const { discard, ...way } = started.value;
  return done({
    ...way,
    async discard() {
      await discard();
      if (!wasThere) rmdirIfEmpty(folder);
    },
  });
}

async function reachServer(url: string): Promise<Outcome<OwnerWay>> {
  const found = ownerOfServer(url);
  return found.kind === "refused" ? found : done({ ...found.value, close: async () => {} });
}

async function startFolder(
  path: string,
  kind: StampKind,
  passedIn: PassedIn & { readonly isDurable?: boolean },
  isNew = false,
): Promise<Outcome<NewOwnerWay>> {
  const taken = await takeDataFolder(path, kind);
  if (taken.kind === "refused") return taken;
  const folder = taken.value;
  const cluster = await runCluster(folder, passedIn).catch((error) =>
    refused(problem("data-folder-unusable", folder.path, { reason: fileReason(error) })),
  );
  if (cluster.kind === "refused") {
    if (isNew) emptyDataFolder(folder.path);
    await folder.release();
    return cluster;
  }
  const { running, owner } = cluster.value;
  async function end(isDiscarded: boolean): Promise<void> {
    await running.stop();
    if (isDiscarded) emptyDataFolder(folder.path);
    await folder.release();
  }
  return done({
    owner,
    at: folder.path,
    close: () => end(false),
    discard: () => end(isNew),
  });
}

/** As the server itself says where it listens, in the file that it keeps while it runs. */
function runningOwner(folder: string): Outcome<OwnerWay> {
  const lines = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
  const [port = "", socket = "", host = ""] = lines.slice(3, 6);
  const place = { host: socket || host || "127.0.0.1", port: Number(port) };
  const owner = ownerAt(place, readSecrets(folder));
  return done({ owner, at: folder, close: async () => {} });
}

function rmdirIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something there meanwhile.
  }
}
