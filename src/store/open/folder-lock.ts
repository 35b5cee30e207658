import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type FolderLock =
  | { readonly kind: "taken"; readonly release: () => Promise<void> }
  | { readonly kind: "busy"; readonly pid: string };

export const lockName = "lock";

/** The longest path of a socket that every system accepts, in bytes. */
export const longestSocketPath = process.platform === "darwin" ? 103 : 107;

/**
 * One Skillnad at a time in a folder. The lock is a socket on which its holder answers with its
 * process id: the system closes it with the process, however that ends, so a dead holder's lock is
 * never mistaken for a living one's by a process id that has come into use again.
 * @throws the file system's errors, such as EACCES.
 */
export async function takeFolderLock(folder: string): Promise<FolderLock> {
  const path = lockPath(folder);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(path);
    if (server) return { kind: "taken", release: () => close(server) };
    const pid = await askHolder(path);
    if (pid !== undefined) return { kind: "busy", pid };
    rmSync(path, { force: true });
  }
  return { kind: "busy", pid: "unknown" };
}

/** Whether a living process holds the folder. */
export async function isFolderLocked(folder: string): Promise<boolean> {
  return (await askHolder(lockPath(folder))) !== undefined;
}

function lockPath(folder: string): string {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 20);
  if (process.platform === "win32") return `\\\\.\\pipe\\skillnad-${name}`;
  const inside = join(folder, lockName);
  const isShort = Buffer.byteLength(inside) <= longestSocketPath;
  return isShort ? inside : join(tmpdir(), `skillnad-lock-${name}`);
}

function listen(path: string): Promise<Server | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Server | undefined>();
  const server = createServer((asking) => {
    asking.on("error", () => asking.destroy());
    asking.end(String(process.pid));
  });
  server.once("error", (error: NodeJS.ErrnoException) =>
    error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
  );
  server.listen(path, () => resolve(server.unref()));
  return promise;
}

/** `undefined`: nobody holds it. */
function askHolder(path: string): Promise<string | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  let answer = "";
  const socket = connect(path).setEncoding("utf8").setTimeout(2000);
  socket.on("data", (text) => {
    answer += text;
  });
  // A holder that is too busy to answer still holds.
  socket.on("timeout", () => socket.destroy());
  socket.on("close", () => resolve(answer || "unknown"));
  socket.on("error", (error: NodeJS.ErrnoException) => {
    // Reset: it died while we asked.
    const isDead = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT"].includes(error.code ?? "");
    if (isDead) resolve(undefined);
    else reject(error);
  });
  return promise;
}

function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  return promise;
}
