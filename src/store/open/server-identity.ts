import { type Stats, statSync } from "node:fs";
import { dirname } from "node:path";

/** Whom the database processes run as; `undefined`: as ourselves. */
export type ServerIdentity = { readonly uid: number; readonly gid: number } | undefined;

const nobody = { uid: 65_534, gid: 65_534 };

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged user: the one who owns the
 * cluster already, else nobody.
 */
export function serverIdentity(clusterFolder: string): ServerIdentity {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
}

/** The first folder, from `path` upwards, that the database processes may not enter. */
export function findClosedFolder(path: string, identity: ServerIdentity): string | undefined {
  if (!identity) return undefined;
  for (let folder = path; ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() && !mayEnter(found, identity)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function mayEnter(folder: Stats, { uid, gid }: NonNullable<ServerIdentity>): boolean {
  if (folder.uid === uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}
