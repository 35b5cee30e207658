import { join } from "node:path";
import { type Outcome, strongRandomness, systemClock } from "#kernel";
import type { Environment } from "#server";
import { type OpenStore, openEmbedded, openServer, type StampKind, type StorePlace } from "#store";

/** Opens what the environment names: a database server, or a data folder with its own. */
export function openStore({ store }: Environment, kind: StampKind): Promise<Outcome<OpenStore>> {
  const passedIn = { kind, clock: systemClock, randomness: strongRandomness };
  if (store.kind === "server") return openServer({ ...passedIn, url: store.url });
  return openEmbedded({ ...passedIn, folder: dataFolder(store) });
}

/** Where the database is, when it is ours. */
export function dataFolder(store: Extract<Environment["store"], { kind: "folder" }>): string {
  return store.folder ?? defaultFolder();
}

/** What the environment names, for what is done to the whole of it. */
export function storePlace({ store }: Environment): StorePlace {
  if (store.kind === "server") return store;
  return { kind: "folder", folder: store.folder ?? defaultFolder() };
}

/** Where keys and releases are kept: in the data folder, and never in the database. */
export function filesFolder({ store, files }: Environment): string {
  const folder = store.kind === "folder" ? store.folder : undefined;
  return files ?? join(folder ?? defaultFolder(), "files");
}

/** PostgreSQL refuses to run as root and so runs as nobody, who cannot enter every folder. */
function defaultFolder(): string {
  return process.getuid?.() === 0 ? "/var/lib/skillnad" : join(process.cwd(), "data");
}
